import type { RecordKind } from '../catalog/types.ts';
import type { RecordRow } from './record.ts';

/**
 * The rows of one register that hold in a school year: of a standing register each unit's latest table up to that year,
 * of any other the tables of the year itself. Order is kept.
 */
export function currentRows(
  kind: Pick<RecordKind, 'code' | 'isStanding'>,
  rows: readonly RecordRow[],
  schoolYear: string,
): RecordRow[] {
  const own = rows.filter((row) => row.record === kind.code && row.schoolYear <= schoolYear);
  if (!kind.isStanding) return own.filter((row) => row.schoolYear === schoolYear);
  const latest = new Map<string, string>();
  for (const { unit, schoolYear: year } of own) {
    if (year > (latest.get(unit) ?? '')) latest.set(unit, year);
  }
  return own.filter((row) => row.schoolYear === latest.get(row.unit));
}
