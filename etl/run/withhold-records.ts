import type { Issue } from '../../shared/issue/issue.ts';
import type { RecordRow } from '../../shared/record/record.ts';
import { tableKey } from '../../shared/record/settle-records.ts';
import type { SourceContent, Store, StoredSource } from '../store/store.ts';

/** What the store held before this run's files, by source: read at the first need, and once however many files ask. */
export function recordsOnce(
  store: Pick<Store, 'records'>,
): () => Promise<ReadonlyMap<number, readonly RecordRow[]>> {
  let reading: Promise<ReadonlyMap<number, readonly RecordRow[]>> | undefined;
  const read = async () => {
    const found = new Map<number, RecordRow[]>();
    for (const { sourceId, row } of await store.records()) {
      const rows = found.get(sourceId);
      if (rows) rows.push(row);
      else found.set(sourceId, [row]);
    }
    return found;
  };
  return () => {
    reading ??= read();
    return reading;
  };
}

/**
 * The registers of a closed school year stay as they were: a table that a file now holds differently is not taken, and
 * that is reported once per table.
 */
export async function withholdClosedRecords(
  content: SourceContent,
  known: StoredSource | undefined,
  standing: ReturnType<typeof recordsOnce>,
  closedYears: ReadonlySet<string>,
): Promise<SourceContent> {
  if (closedYears.size === 0) return content;
  const isClosed = (row: RecordRow): boolean => closedYears.has(row.schoolYear);
  const given = content.records.filter(isClosed);
  const before = known ? ((await standing()).get(known.id) ?? []).filter(isClosed) : [];
  if (given.length === 0 && before.length === 0) return content;
  const old = tables(before);
  const issues: Issue[] = [];
  for (const [key, rows] of tables(given)) {
    if (contentOf(rows) === contentOf(old.get(key) ?? [])) continue;
    const { unit, record, schoolYear, place } = rows[0]!;
    issues.push({ code: 'period.closed', place, organisation: unit, element: record, period: schoolYear });
  }
  const records = [...content.records.filter((row) => !isClosed(row)), ...before];
  return { ...content, records, issues: [...content.issues, ...issues] };
}

function tables(rows: readonly RecordRow[]): Map<string, RecordRow[]> {
  const found = new Map<string, RecordRow[]>();
  for (const row of rows) found.set(tableKey(row), [...(found.get(tableKey(row)) ?? []), row]);
  return found;
}

const contentOf = (rows: readonly RecordRow[]): string =>
  JSON.stringify(rows.map(({ key, values, answers }) => [key, values, answers]));
