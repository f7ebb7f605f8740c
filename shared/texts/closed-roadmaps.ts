import type { Closing } from '../activity/amendments.ts';
import { dayText } from './summary.ts';

/** What people read about roadmaps that an order has closed. */
export const closedRoadmapTexts = {
  title: 'Завершённые дорожные карты',
  help: 'Итог на день приказа о завершении; в цифрах выше этих сроков нет. «Не выполнено» — срок наступил до приказа; «Снято» — невыполненное без даты или со сроком после приказа.',
  order: ({ orderNumber, orderDate }: Closing) =>
    `завершена ${dayText(orderDate)}${orderNumber === '' ? '' : `, приказ № ${orderNumber}`}`,
  headings: [
    'Дорожная карта',
    'Всего',
    'Выпол\u00adнено',
    'Позже срока',
    'Не выполнено',
    'Снято',
    'Показате\u00adлей достигнуто',
  ],
  notDone: 'не выполнено',
  fellAway: 'снято',
  targets: (met: number, judged: number) => `${met} из ${judged}`,
  /** Above the rows of one of them in a list of activities. */
  rows: (title: string) => `Завершённая дорожная карта: ${title}`,
  /** On the tab of the list, where it stands. */
  below: 'Мероприятия завершённых дорожных карт — в конце списка, их строки можно свернуть.',
  noneInForce: 'Действующей дорожной карты нет: все завершены.',
};
