import { formatNumber } from '../number/decimal.ts';
import type { Day } from '../period/period.ts';
import { dayText } from './summary.ts';

const n = (count: number): string => formatNumber(count, 0);

/** Texts of `msoko status`. */
export const statusTexts = {
  summary: 'показывает, что и когда сдавать, кто не сдал, черновики и опоздания',
  days: 'за сколько дней вперёд показать сроки (по умолчанию 30)',
  badDays: (raw: string) => `«${raw}» — не число дней: нужно целое от 0 до 366.`,
  badDaysHint: 'Пример: msoko status --days 14.',
  head: (district: string, schoolYear: string, date: Day) =>
    `${district}: формы ${schoolYear} учебного года на ${dayText(date)}`,
  never: 'Обработка ещё не выполнялась: положите заполненные книги в папку inbox и выполните команду run.',
  nothing: 'В этом учебном году форм для заполнения нет.',
  next: 'Ближайшие сроки:',
  overdue: 'Срок прошёл, не сдано:',
  late: 'Сдано позже срока:',
  open: 'Без срока, ещё не сдано:',
  drafts: 'Черновики (в книге не отмечено «Сдаю», в сводку не вошли):',
  fine: 'Всё, чему пришёл срок, сдано вовремя.',
  form: (title: string, period: string, lastDay: Day | undefined, received: number, expected: number) =>
    `${lastDay === undefined ? 'без срока ' : dayText(lastDay)}  ${title}${period === '' ? '' : ` (${period})`} — сдано ${n(received)} из ${n(expected)}`,
  unit: (name: string, answered: number, asked: number, isDraft: boolean) =>
    isDraft
      ? `${name} — только черновик`
      : answered === 0
        ? `${name} — ничего не сдано`
        : `${name} — заполнено ${n(answered)} из ${n(asked)}`,
  lateUnit: (name: string, arrivedOn: Day | undefined) =>
    arrivedOn === undefined ? name : `${name} — ${dayText(arrivedOn)}`,
  more: (count: number) => `… и ещё ${n(count)}`,
  draft: (path: string, name: string) => (name === '' ? path : `${path} — ${name}`),
};
