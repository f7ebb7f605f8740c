import { compareText } from '../number/compare-text.ts';
import type { Day } from '../period/period.ts';
import { activityViewTexts } from '../texts/activity-views.ts';
import type { ActivityLine } from './activity-lines.ts';

/** What is due in one month. */
export interface MonthAhead {
  /** `2025-03` */
  readonly month: string;
  /** By name. */
  readonly executors: readonly { readonly executor: string; readonly lines: readonly ActivityLine[] }[];
}

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${number < 9 ? '0' : ''}${number + 1}`;
};

/**
 * Between two offices: a line, a semicolon, a comma (in the five documents it never stands inside an office but before
 * the name of its republic), or only a closing quote before a capital letter.
 */
const between = /[;\n]+|\s*,\s*(?!Республик)|(?<=»)[ .]+(?=[А-ЯЁ])/;

/** Offices as printed, one by one. */
function executorsOf({ activity }: ActivityLine): string[] {
  if (activity.level === 'organisation') return [activityViewTexts.months.organisations];
  const names = activity.executors
    .split(between)
    .map((name) => name.replace(/\s+/g, ' ').replace(/^[ ,.]+|[ ,.]+$/g, ''))
    .filter((name) => name !== '')
    .map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  return names.length > 0 ? [...new Set(names)] : [activityViewTexts.months.nobody];
}

/** Activities due in the month of `date` and in the next, by executor, then by due date. */
export function monthsAhead(lines: readonly ActivityLine[], date: Day): MonthAhead[] {
  const first = date.slice(0, 7);
  return [first, nextMonth(first)].map((month) => {
    const groups = new Map<string, ActivityLine[]>();
    for (const line of lines) {
      if (line.due?.slice(0, 7) !== month) continue;
      for (const executor of executorsOf(line)) groups.set(executor, [...(groups.get(executor) ?? []), line]);
    }
    return {
      month,
      executors: [...groups]
        .map(([executor, own]) => ({
          executor,
          lines: [...own].sort((a, b) => compareText(a.due ?? '', b.due ?? '')),
        }))
        .sort((a, b) => compareText(a.executor, b.executor)),
    };
  });
}
