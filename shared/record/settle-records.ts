import type { Issue, Place } from '../issue/issue.ts';
import { namedPlace } from '../issue/place.ts';
import { compareText } from '../number/compare-text.ts';
import { rankSources, type Standing } from '../observation/rank-sources.ts';
import type { SourceRank } from '../observation/source.ts';
import type { RecordRow } from './record.ts';

/** Rows of one register, unit and school year out of one file. */
interface Table {
  readonly source: number;
  readonly rows: RecordRow[];
}

export interface SettledRecords {
  /** By register, unit, school year, then as they stand in the table. */
  readonly rows: readonly RecordRow[];
  /** `value.conflict` where two files of equal standing differ. */
  readonly issues: readonly Issue[];
  /** The files that give rows of a table, by `tableKey`. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A file that may hold rows of registers. */
export interface RecordSource extends SourceRank {
  readonly id: number;
  readonly kind?: string;
  /** The unit whose workbook it is. */
  readonly unit?: string;
}

/** Names the table of a unit in a school year. */
export const tableKey = (row: Pick<RecordRow, 'record' | 'unit' | 'schoolYear'>): string =>
  `${row.record}\n${row.unit}\n${row.schoolYear}`;

/**
 * Whether a file speaks for single rows and not for the whole table: rows with keys that a district entered for its
 * organisation, or that came as CSV.
 */
const isPartial = ({ kind, unit }: RecordSource, row: RecordRow): boolean =>
  row.key !== undefined && (kind === 'records' || (kind === 'workbook' && unit !== row.unit));

/**
 * Decides which file gives the rows of a register: of all files of a unit and school year that hold any, the newest by
 * the order of contracts §4, and its table whole, never mixed with another's. A file without rows says nothing. Rows
 * with keys that others entered for the unit are laid over it one by one: of the same key the newest counts.
 */
export function settleRecords(
  sources: readonly RecordSource[],
  rows: readonly { readonly sourceId: number; readonly row: RecordRow }[],
): SettledRecords {
  const standings = rankSources(sources);
  const indexOf = new Map(sources.map((source, index) => [source.id, index]));
  const tables = new Map<string, Map<number, Table>>();
  const single = new Map<string, Entered[]>();
  for (const { sourceId, row } of rows) {
    const source = indexOf.get(sourceId);
    if (source === undefined) continue;
    const key = tableKey(row);
    const bySource = tables.get(key) ?? new Map<number, Table>();
    tables.set(key, bySource);
    if (isPartial(sources[source]!, row)) {
      single.set(key, [
        ...(single.get(key) ?? []),
        { row, standing: standings[source]!, path: sources[source]!.path },
      ]);
      continue;
    }
    const table = bySource.get(source) ?? { source, rows: [] };
    bySource.set(source, table);
    table.rows.push(row);
  }
  const settled: RecordRow[] = [];
  const issues: Issue[] = [];
  const files = new Map<string, ReadonlySet<string>>();
  for (const key of [...tables.keys()].sort(compareText)) {
    const [best, ...rest] = [...tables.get(key)!.values()].sort(
      (a, b) =>
        standings[b.source]!.rank - standings[a.source]!.rank ||
        standings[a.source]!.order - standings[b.source]!.order,
    );
    let whole: readonly Entered[] = [];
    if (best) {
      const standing = standings[best.source]!;
      const equals = rest.filter((t) => standings[t.source]!.rank === standing.rank);
      const other = equals.find((t) => contentOf(t.rows) !== contentOf(best.rows));
      if (other) issues.push(conflict(best.rows[0]!, other.rows[0]!));
      else whole = best.rows.map((row) => ({ row, standing, path: sources[best.source]!.path }));
    }
    const laid = overlay(whole, single.get(key) ?? []);
    settled.push(...laid.rows);
    issues.push(...laid.issues);
    const own = best ? [sources[best.source]!.path] : [];
    files.set(key, new Set([...own, ...laid.paths]));
  }
  return { rows: settled, issues, files };
}

interface Entered {
  readonly row: RecordRow;
  readonly standing: Standing;
  readonly path: string;
}

/** Rows of a table with single rows laid over them; equal standing and different content leaves the row without a say. */
function overlay(
  whole: readonly Entered[],
  single: readonly Entered[],
): {
  readonly rows: readonly RecordRow[];
  readonly issues: readonly Issue[];
  readonly paths: readonly string[];
} {
  if (single.length === 0) return { rows: whole.map(({ row }) => row), issues: [], paths: [] };
  const places = new Map<string, Entered[]>();
  for (const entered of [...whole, ...single]) {
    const { key, no } = entered.row;
    const place = key === undefined ? `\n${no}` : key;
    places.set(place, [...(places.get(place) ?? []), entered]);
  }
  const rows: RecordRow[] = [];
  const issues: Issue[] = [];
  const paths: string[] = [];
  for (const candidates of places.values()) {
    const [best, ...rest] = [...candidates].sort(
      (a, b) => b.standing.rank - a.standing.rank || a.standing.order - b.standing.order,
    ) as [Entered, ...Entered[]];
    const other = rest.find(
      ({ row, standing }) =>
        standing.rank === best.standing.rank && contentOf([row]) !== contentOf([best.row]),
    );
    if (other) issues.push({ ...conflict(best.row, other.row), place: best.row.place });
    else {
      rows.push({ ...best.row, no: rows.length + 1 });
      paths.push(best.path);
    }
  }
  return { rows, issues, paths };
}

const contentOf = (rows: readonly RecordRow[]): string =>
  JSON.stringify(rows.map(({ key, values, answers }) => [key, values, answers]));

const tabOf = ({ cell: _cell, line: _line, ...tab }: Place): Place => tab;

const conflict = (row: RecordRow, other: RecordRow): Issue => ({
  code: 'value.conflict',
  place: tabOf(row.place),
  organisation: row.unit,
  element: row.record,
  period: row.schoolYear,
  params: { otherSource: namedPlace(other.place), table: 1 },
});
