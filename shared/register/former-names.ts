import { comparableText } from '../parse/spaces.ts';
import { addDays } from '../period/add-days.ts';
import type { Day } from '../period/period.ts';
import type { RecordRow } from '../record/record.ts';
import { laterChanges, type RegisterEvent } from './register-change.ts';

/** The register of objects in which a district keeps former names. */
export const renamingRecord = 'renaming';

/** A name that an organisation had. */
export interface FormerName {
  readonly name: string;
  /** The last day it was in force. */
  readonly until: Day;
  /** The document of the renaming, as the district wrote it. */
  readonly document?: string;
  readonly link?: string;
  /** Nobody has said so: a run found another name in the register, and the day is the one before that run. */
  readonly isNoticed: boolean;
}

/**
 * Former names by organisation, oldest first: what districts wrote into the register «Переименования», and what runs
 * noticed of names that the register does not mention. A row without a day says that the name was a slip.
 */
export function formerNames(
  rows: readonly RecordRow[],
  events: readonly RegisterEvent[],
): ReadonlyMap<string, readonly FormerName[]> {
  const found = new Map<string, FormerName[]>();
  const told = new Set<string>();
  const add = (unit: string, name: FormerName): void => {
    found.set(unit, [...(found.get(unit) ?? []), name]);
  };
  for (const { record, values } of rows) {
    const { organisation, name, until, document, link } = values;
    if (record !== renamingRecord || organisation === undefined || name === undefined) continue;
    told.add(`${organisation}\n${comparableText(String(name))}`);
    if (typeof until !== 'string') continue;
    add(String(organisation), {
      name: String(name),
      until,
      ...(document !== undefined && { document: String(document) }),
      ...(link !== undefined && { link: String(link) }),
      isNoticed: false,
    });
  }
  for (const { unit, field, before, date } of laterChanges(events)) {
    if (field !== 'name' || before === '' || told.has(`${unit}\n${comparableText(before)}`)) continue;
    add(unit, { name: before, until: addDays(date, -1), isNoticed: true });
  }
  for (const names of found.values())
    names.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
  return found;
}

/** The name on a day: of the former ones the first that was still in force, else the present one. */
export const nameOn = (present: string, former: readonly FormerName[] = [], day: Day): string =>
  former.find(({ until }) => day <= until)?.name ?? present;
