import type { Definitions } from '../../../shared/definitions/read-definitions.ts';
import { daySerial } from '../../../shared/period/day-serial.ts';
import { type EntryTab, formOfTab, periodOf } from '../submission/entry-tabs.ts';

/** A form and period that is due soon and not filled in whole. */
export interface DueForm {
  readonly form: string;
  readonly title: string;
  readonly period: string;
  readonly lastDay: string;
  readonly filled: number;
  readonly cells: number;
  /** Which of the two reminders it is; one that was missed comes as soon as the clock strikes again. */
  readonly stage: 'week' | 'eve';
}

/** Days before the last one from which a stage counts. */
const stages = [
  ['eve', 1],
  ['week', 7],
] as const;

/** Forms that are not whole and whose last day is at most a week away, by due date. */
export function dueSoon(tabs: readonly EntryTab[], definitions: Definitions, today: string): DueForm[] {
  const found: DueForm[] = [];
  for (const tab of tabs) {
    const form = definitions.form.get(formOfTab(tab, definitions) ?? '');
    for (const [period, lastDay] of Object.entries(form?.lastDays ?? {})) {
      const left = (daySerial(lastDay) ?? 0) - (daySerial(today) ?? 0);
      const stage = left < 0 ? undefined : stages.find(([, days]) => left <= days)?.[0];
      const own = tab.cells.filter((cell) => periodOf(cell) === period);
      const filled = own.filter(({ scalar }) => scalar.type !== 'empty').length;
      if (!form || stage === undefined || filled === own.length) continue;
      found.push({ form: form.code, title: form.title, period, lastDay, filled, cells: own.length, stage });
    }
  }
  return found.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
}
