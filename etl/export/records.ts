import type { RecordKind } from '../../shared/catalog/types.ts';
import { formatPlace } from '../../shared/issue/issue.ts';
import type { RecordRow } from '../../shared/record/record.ts';
import type { ExportTable } from './table.ts';

/**
 * `export records --record CODE`: a line per row, a column per field; codes of list answers and organisations, days,
 * months and school years as in contracts §4. A field without a value is empty, whatever the answer.
 */
export const recordsTable = (kind: RecordKind, rows: readonly RecordRow[]): ExportTable => ({
  header: ['organisation', 'school_year', 'row', 'key', ...kind.fields.map((field) => field.code), 'source'],
  rows: rows.map((row) => [
    row.unit,
    row.schoolYear,
    row.no,
    row.key,
    ...kind.fields.map((field) => row.values[field.code]),
    formatPlace(row.place),
  ]),
});

/** `export records`: all registers, a line per field that was filled in. */
export const allRecordsTable = (
  kinds: readonly RecordKind[],
  records: ReadonlyMap<string, readonly RecordRow[]>,
): ExportTable => ({
  header: ['record', 'organisation', 'school_year', 'row', 'key', 'field', 'value', 'status', 'source'],
  rows: kinds.flatMap((kind) =>
    (records.get(kind.code) ?? []).flatMap((row) =>
      kind.fields.flatMap((field) => {
        const value = row.values[field.code];
        const status = value === undefined ? row.answers?.[field.code] : 'value';
        if (status === undefined) return [];
        const at = [kind.code, row.unit, row.schoolYear, row.no, row.key] as const;
        return [[...at, field.code, value, status, formatPlace(row.place)]];
      }),
    ),
  ),
});
