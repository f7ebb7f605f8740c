import { comparableText } from '../../shared/parse/spaces.ts';
import { type MarkerColumns, markerColumns } from './marker-columns.ts';

/** What a CSV file of the inbox is, by its header (contracts §4). `columns`: names in lower case → position. */
export type CsvKind =
  | {
      readonly kind: 'observations' | 'results' | 'register' | 'records';
      readonly columns: ReadonlyMap<string, number>;
    }
  | { readonly kind: 'markers'; readonly columns: MarkerColumns };

const observationColumns = ['organisation', 'period', 'element', 'value'];
const resultColumns =
  'school_year,procedure,subject,grade,district,organisation,participants,mark2,mark3,mark4,mark5'.split(',');

/** A column that the kind reads and that stands twice in the header: whose cells count, nobody knows. */
export function repeatedColumn({ kind, columns }: CsvKind, header: readonly string[]): string | undefined {
  if (kind === 'markers') return undefined;
  const seen = new Set<string>();
  return header.map(comparableText).find((name) => {
    const repeated = seen.has(name) && columns.has(name);
    seen.add(name);
    return repeated;
  });
}

/**
 * Rows of registers of objects: `record` names the register, or `activity` with `status` says that it is the tracker. Asked
 * last, so that no table of another kind is taken for one; the long table of `export records` is none.
 */
const isRecords = (has: (name: string) => boolean): boolean =>
  has('organisation') && (has('record') ? !(has('field') && has('value')) : has('activity') && has('status'));

/** Tells the kind of a header row; undefined where it is of no known kind. */
export function kindOf(header: readonly string[]): CsvKind | undefined {
  const columns = new Map<string, number>();
  header.forEach((cell, at) => {
    const name = comparableText(cell);
    if (name !== '' && !columns.has(name)) columns.set(name, at);
  });
  const has = (name: string): boolean => columns.has(name);
  if (observationColumns.every(has)) return { kind: 'observations', columns };
  if (resultColumns.every(has)) return { kind: 'results', columns };
  const markers = markerColumns(header);
  if (markers) return { kind: 'markers', columns: markers };
  const isRegister =
    (has('organisation') || has('code')) && has('district') && !has('period') && !has('participants');
  if (isRegister) return { kind: 'register', columns };
  return isRecords(has) ? { kind: 'records', columns } : undefined;
}
