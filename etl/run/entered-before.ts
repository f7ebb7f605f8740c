import type { Catalog } from '../../shared/catalog/types.ts';
import { currentRows } from '../../shared/record/current-rows.ts';
import type { RecordRow } from '../../shared/record/record.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';

/** Rows of registers that a workbook brings along. */
export interface EnteredBefore {
  readonly rows: (unit: string, record: string) => readonly GivenRow[];
  /** The unit's rows as text, for fingerprints. */
  readonly fingerprint: (unit: string) => string;
}

/**
 * What was entered for the school year, else, in a standing register, last before it. Without places: a file that
 * moved changes no workbook.
 */
export function enteredBefore(
  { records: kinds }: Pick<Catalog, 'records'>,
  schoolYear: string,
  records: ReadonlyMap<string, readonly RecordRow[]>,
): EnteredBefore {
  const units = new Map<string, Map<string, GivenRow[]>>();
  for (const kind of kinds.values()) {
    const current = currentRows(kind, records.get(kind.code) ?? [], schoolYear);
    for (const { unit, key, values, answers } of current) {
      const own = units.get(unit) ?? new Map<string, GivenRow[]>();
      units.set(unit, own);
      const row = { ...(key !== undefined && { key }), values, ...(answers !== undefined && { answers }) };
      const rows = own.get(kind.code);
      if (rows) rows.push(row);
      else own.set(kind.code, [row]);
    }
  }
  return {
    rows: (unit, record) => units.get(unit)?.get(record) ?? [],
    fingerprint: (unit) => JSON.stringify([...(units.get(unit) ?? [])]),
  };
}
