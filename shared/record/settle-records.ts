import type { Issue, Place } from '../issue/issue.ts';
import { namedPlace } from '../issue/place.ts';
import { compareText } from '../number/compare-text.ts';
import { rankSources } from '../observation/rank-sources.ts';
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
  /** The file whose table counts, by `tableKey`. */
  readonly files: ReadonlyMap<string, string>;
}

/** Names the table of a unit in a school year. */
export const tableKey = (row: Pick<RecordRow, 'record' | 'unit' | 'schoolYear'>): string =>
  `${row.record}\n${row.unit}\n${row.schoolYear}`;

/**
 * Decides which file gives the rows of a register: of all files of a unit and school year that hold any, the newest by
 * the order of contracts §4, and its table whole, never mixed with another's. A file without rows says nothing.
 */
export function settleRecords(
  sources: readonly (SourceRank & { readonly id: number })[],
  rows: readonly { readonly sourceId: number; readonly row: RecordRow }[],
): SettledRecords {
  const standings = rankSources(sources);
  const indexOf = new Map(sources.map((source, index) => [source.id, index]));
  const tables = new Map<string, Map<number, Table>>();
  for (const { sourceId, row } of rows) {
    const source = indexOf.get(sourceId);
    if (source === undefined) continue;
    const key = tableKey(row);
    const bySource = tables.get(key) ?? new Map<number, Table>();
    tables.set(key, bySource);
    const table = bySource.get(source) ?? { source, rows: [] };
    bySource.set(source, table);
    table.rows.push(row);
  }
  const settled: RecordRow[] = [];
  const issues: Issue[] = [];
  const files = new Map<string, string>();
  for (const key of [...tables.keys()].sort(compareText)) {
    const candidates = [...tables.get(key)!.values()].sort(
      (a, b) =>
        standings[b.source]!.rank - standings[a.source]!.rank ||
        standings[a.source]!.order - standings[b.source]!.order,
    );
    const [best, ...rest] = candidates as [Table, ...Table[]];
    files.set(key, sources[best.source]!.path);
    const equals = rest.filter((t) => standings[t.source]!.rank === standings[best.source]!.rank);
    const other = equals.find((t) => contentOf(t.rows) !== contentOf(best.rows));
    if (other === undefined) settled.push(...best.rows);
    else issues.push(conflict(best.rows[0]!, other.rows[0]!));
  }
  return { rows: settled, issues, files };
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
