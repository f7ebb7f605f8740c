import type { Catalog } from '../catalog/types.ts';
import type { Day } from '../period/period.ts';
import type { RecordRow } from '../record/record.ts';
import type { DueDate } from '../schedule/due-dates.ts';
import type { Window } from '../schedule/schedule.ts';
import { trackerRegisters } from './known-registers.ts';

/** Dates that the procedure calendar gives a deadline which leans on it. */
export type ProcedureDates = (district: string, leansOn: string, title: string, window: Window) => DueDate[];

interface Held {
  readonly begins: Day;
  readonly ends: Day;
}

const isWordEnd = (letter: string | undefined): boolean =>
  letter === undefined || !/[а-яёa-z0-9]/i.test(letter);

/** Procedures that a text names by title, code word or synonym. */
function proceduresIn(words: ReadonlyMap<string, string>, text: string): string[] {
  const lower = text.toLowerCase();
  const found = new Set<string>();
  for (const [word, procedure] of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      if (isWordEnd(lower[at - 1]) && isWordEnd(lower[at + word.length])) found.add(procedure);
    }
  }
  return [...found];
}

/**
 * The procedure calendar as districts keep it (register `procedure`): «в соответствии с графиком проведения НИКО» is due
 * on the last day of the procedure in each school year, an open end being its first day. Where the deadline names no
 * procedure («графиком проведения»), the title may. Years outside the roadmap's period count only where there are none
 * within it; what was held before it began never does.
 */
export function procedureDates(
  rows: readonly RecordRow[],
  { dimensions, synonyms }: Pick<Catalog, 'dimensions' | 'synonyms'>,
): ProcedureDates {
  const words = new Map<string, string>();
  for (const { member, title } of dimensions.get(trackerRegisters.procedure)?.members ?? []) {
    words.set(title.toLowerCase(), member);
  }
  for (const { dimension, member, word } of synonyms) {
    if (dimension === trackerRegisters.procedure) words.set(word.toLowerCase(), member);
  }
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
    const named = proceduresIn(words, leansOn);
    const asked = named.length > 0 ? named : /график/i.test(leansOn) ? proceduresIn(words, title) : [];
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
