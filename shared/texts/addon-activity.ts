import { plural } from './plural.ts';

/** What people read on the page of activities of the roadmap. */
export const addonActivityTexts = {
  title: 'Мероприятия дорожной карты',
  none: 'В этой книге нет мероприятий дорожной карты, которые нужно отмечать.',
  words: 'Найти',
  wordsHint: 'слова или номер',
  show: 'Показать',
  states: {
    open: 'невыполненные',
    overdue: 'просроченные',
    soon: 'со сроком в ближайшие 30 дней',
    all: 'все',
  },
  executors: 'Исполнитель',
  anybody: 'любой',
  found: (count: number, shown: number) =>
    count === 0
      ? 'Ничего не найдено. Измените слова или выберите «все».'
      : `Найдено: ${plural(count, 'срок', 'срока', 'сроков')}${shown < count ? `, показаны первые ${shown}` : ''}`,
  due: (day: string) => `исполнить до ${day}`,
  deadline: (text: string) => `срок: ${text}`,
  noDate: 'не указан',
  state: (title: string) => `состояние: ${title}`,
  unmarked: 'не отмечено',
  marked: (marked: number, all: number) =>
    `отмечено ${marked} из ${plural(all, 'срока', 'сроков', 'сроков')}`,
  overdue: 'просрочено',
  facts: { deadline: 'Срок в документе', target: 'Показатель', executors: 'Исполнители' },
  lacksDay:
    'Отмечено «выполнено», но не указан день. Внесите день выполнения: без него неясно, в срок ли это сделано.',
  again: 'Вернуться',
  toList: 'К мероприятиям',
} as const;
