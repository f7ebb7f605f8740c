import type { Catalog } from '../../shared/catalog/types.ts';
import type { SourceContent } from '../store/store.ts';
import { Unreadable } from '../xlsx/reading/unreadable.ts';
import { emptyContent } from './content.ts';
import { type CsvTable, openCsv } from './open.ts';
import { readMarkers } from './read-markers.ts';
import { readObservations } from './read-observations.ts';
import { readRecordRows } from './read-record-rows.ts';
import { readRegister } from './read-register.ts';
import { readResults } from './read-results.ts';

/** Cells of a CSV file: far above any honest one of 25 MB, and low enough that a file of commas fits the memory. */
const maxCells = 8_000_000;

/** Upper bound: separators inside quotes are counted as well. */
function countSeparators(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes)
    if (byte === 10 || byte === 13 || byte === 44 || byte === 59 || byte === 9) count++;
  return count;
}

/**
 * Reads one of the kinds of CSV files (contracts §4, docs/workspace.md); a header of no known kind gives
 * file.unknown_kind. `schoolYear`: of rows of registers that name none.
 */
export function readCsv(
  bytes: Uint8Array,
  file: string,
  catalog: Catalog,
  schoolYear?: string,
): SourceContent {
  if (countSeparators(bytes) > maxCells) {
    const params = { limit: 'cells', most: maxCells };
    return { ...emptyContent('unreadable'), issues: [{ code: 'file.too_large', place: { file }, params }] };
  }
  let table: CsvTable | undefined;
  try {
    table = openCsv(bytes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ...emptyContent('unreadable'), issues: [{ ...error.issue, place: { file } }] };
  }
  if (!table) {
    return {
      ...emptyContent('unreadable'),
      issues: [{ code: 'file.unknown_kind', place: { file }, params: { kind: 'csv' } }],
    };
  }
  const { kind } = table;
  switch (kind.kind) {
    case 'observations':
      return readObservations(table, kind.columns, file, catalog);
    case 'results':
      return readResults(table, kind.columns, file, catalog);
    case 'register':
      return readRegister(table, kind.columns, file);
    case 'records':
      return readRecordRows(table, kind.columns, file, catalog, schoolYear);
    case 'markers':
      return readMarkers(table, kind.columns, file, catalog);
  }
}
