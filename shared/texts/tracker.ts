import { dayText } from './summary.ts';

/** What people read about activities of the roadmap in workbooks. */
export const trackerTexts = {
  /** Under the printed deadline. */
  moved: (deadline: string, order: string, day: string) =>
    `перенесён: ${deadline} (приказ № ${order} от ${dayText(day)})`,
  cancelled: (order: string, day: string) => `исключено приказом № ${order} от ${dayText(day)}`,
  section: (roadmap: string, section: string) => `${roadmap}. ${section}`,
  /** A printed number that several activities have, with what tells them apart. */
  code: (no: string, id: string) => `${no} (${id})`.trim(),
  noSection: 'Мероприятия',
};
