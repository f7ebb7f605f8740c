import type { Catalog } from '../../shared/catalog/types.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { splitFieldKey } from '../../shared/record/record.ts';
import { tableKey } from '../../shared/record/settle-records.ts';
import { journalCode } from '../../shared/submission/journal.ts';
import { keyOf } from './checked-values.ts';
import type { Countable } from './material.ts';

/**
 * A file that left the inbox keeps its values and so the faults of its cells; its other faults cannot be mended any
 * more. A draft counts nowhere, and neither do its faults.
 */
export const standsIn = (source: Countable, issue: Issue): boolean =>
  source.state === 'present'
    ? source.status !== 'draft' || ofDrafts.has(issue.code) || isOfJournal(issue)
    : issue.code.startsWith('cell.') && issue.element !== undefined;

const isOfJournal = ({ element = '' }: Issue): boolean =>
  element === journalCode || splitFieldKey(element)?.record === journalCode;

const ofDrafts: ReadonlySet<string> = new Set(['workbook.draft', 'submission.answer']);

/**
 * A fault of a cell no longer stands once another source gives the value: the school has sent a correction. Personal
 * data stays reported for as long as the file holds it.
 */
export function isStanding(issue: Issue, winners: ReadonlyMap<string, Observation>): boolean {
  const { code, organisation: unit, element, period, place } = issue;
  if (!code.startsWith('cell.') || code === 'cell.personal_data') return true;
  if (unit === undefined || element === undefined || period === undefined) return true;
  const winner = winners.get(keyOf({ unit, element, period }));
  return winner === undefined || winner.place.file === place.file;
}

/** A fault in a row of a register stands only in the file whose table counts. */
export function isOfTable(
  issue: Issue,
  { records }: Catalog,
  files: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const { element, organisation: unit, period, code, place } = issue;
  if (element === undefined || unit === undefined || period === undefined) return true;
  const record = records.has(element) ? element : (splitFieldKey(element)?.record ?? '');
  if (code === 'cell.personal_data' || !records.has(record)) return true;
  return files.get(tableKey({ record, unit, schoolYear: period }))?.has(place.file) ?? true;
}
