import { dayText } from './day-text.ts';

/** What stands between the parts of a heading over the organisations' rows of an activity, and before some of them. */
export const betweenInHeading = ' · ';
export const inHeading = { deadline: 'срок в документе: ', target: 'показатель: ' } as const;

/** What people read about activities of the roadmap in workbooks. */
export const trackerTexts = {
  /** Under the printed deadline. */
  moved: (deadline: string, order: string, day: string) =>
    `перенесён: ${deadline} (приказ № ${order} от ${dayText(day)})`,
  cancelled: (order: string, day: string) => `исключено приказом № ${order} от ${dayText(day)}`,
  section: (roadmap: string, section: string) => `${roadmap}. ${section}`,
  /** A printed number that several activities have, with what tells them apart. */
  code: (no: string, id: string) => `${no} (${id})`.trim(),
  /** Heading over the organisations' rows of one activity on one date. */
  activity: (no: string, title: string, deadline: string, target: string, due: string) =>
    [
      `${no} ${title}`.trim(),
      ...(due === '' ? [] : [`исполнить до ${dayText(due)}`]),
      ...(deadline === '' ? [] : [`${inHeading.deadline}${deadline}`]),
      ...(target === '' ? [] : [`${inHeading.target}${target}`]),
    ].join(betweenInHeading),
  rosterHelp:
    'Под каждым мероприятием — строки организаций. Отметьте, что известно: состояние, день выполнения, что достигнуто и каким документом это подтверждается. Пустая строка ничего не отменяет; отметка организации и Ваша — об одном, учитывается более новая. Чтобы сворачивать мероприятия знаками «+» и «−» слева, снимите защиту листа (пароля нет).',
  noSection: 'Мероприятия',
};
