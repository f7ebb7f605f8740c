import { formatNumber } from '../number/decimal.ts';
import type { Day } from '../period/period.ts';
import { dayText, plural } from './summary.ts';

const n = (count: number): string => formatNumber(count, 0);

interface UnitAnswers {
  readonly answered: number;
  readonly rejected: number;
  readonly asked: number;
  readonly isDraft: boolean;
}

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
  returned: 'Возвращены на доработку, исправленная книга не пришла:',
  returnedUnit: (name: string, file: string, decidedOn: Day | undefined, remark: string | undefined) =>
    `${name} — ${file}${decidedOn === undefined ? '' : `, ${dayText(decidedOn)}`}${remark === undefined ? '' : `: ${remark}`}`,
  books: (accepted: number, submitted: number, returned: number, drafts: number) =>
    `Книги: принято ${n(accepted)}, ждут решения ${n(submitted)}, возвращено ${n(returned)}, черновиков ${n(drafts)}.`,
  fine: 'Всё, чему пришёл срок, сдано вовремя.',
  form: (title: string, period: string, lastDay: Day | undefined, received: number, expected: number) =>
    `${lastDay === undefined ? 'без срока ' : dayText(lastDay)}  ${title}${period === '' ? '' : ` (${period})`} — сдано ${n(received)} из ${n(expected)}`,
  unit: (name: string, { answered, rejected, asked, isDraft }: UnitAnswers) => {
    if (isDraft) return `${name} — только черновик`;
    if (answered + rejected === 0) return `${name} — ничего не сдано`;
    const faults = rejected === 0 ? '' : `, с ошибками ${n(rejected)}`;
    return `${name} — заполнено ${n(answered)} из ${n(asked)}${faults}`;
  },
  silent: 'Не сдали ни одной формы, срок которых прошёл:',
  silentUnit: (name: string, count: number, isDraft: boolean) =>
    `${name} — ${plural(count, 'отчёт', 'отчёта', 'отчётов')}${isDraft ? ', есть черновик' : ''}`,
  lateUnit: (name: string, arrivedOn: Day | undefined) =>
    arrivedOn === undefined ? name : `${name} — ${dayText(arrivedOn)}`,
  more: (count: number) => `… и ещё ${n(count)}`,
  draft: (path: string, name: string) => (name === '' ? path : `${path} — ${name}`),
};
