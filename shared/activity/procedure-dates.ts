import type { Catalog } from '../catalog/types.ts';
import type { Day } from '../period/period.ts';
import type { RecordRow } from '../record/record.ts';
import type { DueDate } from '../schedule/due-dates.ts';
import type { Window } from '../schedule/schedule.ts';
import { trackerRegisters } from './known-registers.ts';
import { type ProceduresIn, procedureFinder } from './procedure-names.ts';

/** Dates that the procedure calendar gives a deadline which leans on it. */
export type ProcedureDates = (district: string, leansOn: string, title: string, window: Window) => DueDate[];

interface Held {
  readonly begins: Day;
  readonly ends: Day;
}

/** A schedule that names nothing of its own: «графиком проведения», «план-графиком». */
const bareSchedule = /^(?:план[а-я]*-)?график[а-я]*(?: проведения)?(?: (?:оценочных )?процедур[а-я]*)?$/i;

/**
 * The procedures whose schedule a deadline waits for: those it names, else, where it speaks of a schedule and of nothing
 * else, those of the activity's title. «По утверждённому графику» is the schedule of something else, say of seminars.
 */
export function proceduresAsked(
  proceduresIn: ProceduresIn,
  leansOn: string,
  title: string,
): readonly string[] {
  const named = proceduresIn(leansOn);
  return named.length > 0 || !bareSchedule.test(leansOn.trim()) ? named : proceduresIn(title);
}

/**
 * The procedure calendar as districts keep it (register `procedure`): «в соответствии с графиком проведения НИКО» is due
 * on the last day of the procedure in each school year, an open end being its first day. Where the deadline names no
 * procedure («графиком проведения»), the title may. Years outside the roadmap's period count only where there are none
 * within it; what was held before it began never does.
 */
export function procedureDates(
  rows: readonly RecordRow[],
  catalog: Pick<Catalog, 'dimensions' | 'synonyms'>,
): ProcedureDates {
  const proceduresIn = procedureFinder(catalog);
  const held = new Map<string, Map<string, Held>>();
  for (const { record, unit, schoolYear, values } of rows) {
    const { procedure, date_from: from, date_to: to = from } = values;
    if (record !== trackerRegisters.procedure || typeof to !== 'string') continue;
    const begins = typeof from === 'string' && from < to ? from : to;
    const key = `${unit}\n${procedure}`;
    const years = held.get(key) ?? new Map<string, Held>();
    held.set(key, years);
    const known = years.get(schoolYear);
    years.set(schoolYear, {
      begins: known && known.begins < begins ? known.begins : begins,
      ends: known && known.ends > to ? known.ends : to,
    });
  }
  return (district, leansOn, title, { periodFrom, periodTo, approvedOn }) => {
    if (held.size === 0) return [];
    const asked = proceduresAsked(proceduresIn, leansOn, title);
    const byYear = new Map<string, Held>();
    for (const procedure of asked) {
      for (const [year, one] of held.get(`${district}\n${procedure}`) ?? []) {
        const known = byYear.get(year);
        byYear.set(year, known && known.ends > one.ends ? known : one);
      }
    }
    const dues = [...byYear]
      .filter(([, { ends }]) => ends >= periodFrom)
      .map(
        ([year, { begins, ends }]): DueDate => ({
          day: ends,
          // the end of the school year: a name that a moved procedure leaves as it is
          nominal: `${Number(year.slice(0, 4)) + 1}-08-31`,
          begins,
          provisional: false,
          beforeApproval: approvedOn !== '' && ends < approvedOn,
        }),
      )
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    const within = dues.filter(({ day }) => day <= periodTo);
    return within.length > 0 ? within : dues;
  };
}
