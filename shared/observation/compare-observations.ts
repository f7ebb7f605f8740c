import type { Place } from '../issue/issue.ts';
import { compareText } from '../number/compare-text.ts';
import { decimal } from '../number/decimal.ts';
import type { Observation } from './observation.ts';

/** An empty cell gives nothing; everything else, «н/д» and «x» too, is an answer. */
export const gives = (o: Observation): boolean => o.status !== 'not_reported';

/** Two answers say the same; two refused ones do, whatever was typed, since neither counts. */
export const sameAnswer = (a: Observation, b: Observation): boolean =>
  a.status === b.status && a.value === b.value;

/** What a person would see in the cell: the value, else the typed text; where that is not kept, the status, for the texts. */
export function shown(o: Observation): string | number {
  if (o.status === 'value' && o.value !== undefined) return o.value;
  return o.raw ?? o.status;
}

/** A total order of observations of one value, by place and then by content: for choosing the same one every time. */
export const compareObservations = (a: Observation, b: Observation): number =>
  comparePlaces(a.place, b.place) ||
  compareText(a.status, b.status) ||
  compareText(content(a), content(b)) ||
  compareText(a.raw ?? '', b.raw ?? '');

const content = ({ value }: Observation): string =>
  value === undefined ? '' : typeof value === 'number' ? `n${decimal(value)}` : `t${value}`;

const comparePlaces = (a: Place, b: Place): number =>
  compareText(a.file, b.file) ||
  compareText(a.tab ?? '', b.tab ?? '') ||
  (a.line ?? 0) - (b.line ?? 0) ||
  compareCells(a.cell ?? '', b.cell ?? '');

/** A1 addresses by row, then column. */
function compareCells(a: string, b: string): number {
  if (a === b) return 0;
  const split = (cell: string): [string, number] => {
    const letters = /^[A-Z]*/.exec(cell)![0];
    return [letters, Number(cell.slice(letters.length)) || 0];
  };
  const [columnA, rowA] = split(a);
  const [columnB, rowB] = split(b);
  return rowA - rowB || columnA.length - columnB.length || compareText(columnA, columnB) || compareText(a, b);
}
