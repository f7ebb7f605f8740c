import type { Period } from '../period/period.ts';
import { dayText } from './day-text.ts';
import { months } from './months.ts';
import { submitWords } from './submit-words.ts';

const roman = ['', 'I', 'II', 'III', 'IV'];
const stages: Readonly<Record<string, string>> = {
  start: 'начало года (входной контроль)',
  middle: 'середина года (промежуточный контроль)',
  end: 'конец года (итоговый контроль)',
};

const shortStages: Readonly<Record<string, string>> = {
  start: 'начало года',
  middle: 'середина года',
  end: 'конец года',
};

/** For narrow headings and for messages. */
function periodShort(period: Period): string {
  return period.frequency === 'stage'
    ? (shortStages[period.key.slice(8)] ?? period.key)
    : periodTitle(period);
}

function periodTitle(period: Period): string {
  const tail = period.key.slice(5);
  switch (period.frequency) {
    case 'school_year':
      return `${period.key} учебный год`;
    case 'stage':
      return stages[period.key.slice(8)] ?? period.key;
    case 'school_quarter':
      return `${roman[Number(period.key.slice(9))] ?? ''} четверть`;
    case 'year':
      return `${period.key} год`;
    case 'half_year':
      return `${roman[Number(tail.slice(1))] ?? ''} полугодие ${period.key.slice(0, 4)} года`;
    case 'quarter':
      return `${roman[Number(tail.slice(1))] ?? ''} квартал ${period.key.slice(0, 4)} года`;
    case 'month':
      return `${months[Number(tail) - 1] ?? ''} ${period.key.slice(0, 4)} года`;
  }
}

/** The few words of a workbook's cells that the pages need too, apart from all its other texts. */
export const entryWords = {
  periodTitle,
  periodShort,
  day: dayText,
  ...submitWords,
  noData: 'н/д',
  notApplicable: 'х',
  /** Over last year's values beside a table; before the period's name. */
  previous: (period: string) => `Прошлый год: ${period}`,
  /** Before last year's values below a row. */
  previousRow: 'прошлый год',
} as const;
