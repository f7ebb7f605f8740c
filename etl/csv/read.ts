import type { Catalog } from '../../shared/catalog/types.ts';
import type { SourceContent } from '../store/store.ts';
import { emptyContent } from './content.ts';
import { openCsv } from './open.ts';
import { readMarkers } from './read-markers.ts';
import { readObservations } from './read-observations.ts';
import { readRegister } from './read-register.ts';
import { readResults } from './read-results.ts';

/** Reads one of the four kinds of CSV files (contracts §4); a header of no known kind gives file.unknown_kind. */
export function readCsv(bytes: Uint8Array, file: string, catalog: Catalog): SourceContent {
  const table = openCsv(bytes);
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
    case 'markers':
      return readMarkers(table, kind.columns, file, catalog);
  }
}
