import type { ActivityRow } from '../../shared/activity/activity-rows.ts';
import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import { trackerRows } from '../../shared/activity/tracker-rows.ts';
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
 * moved changes no workbook. Of the roadmap every row that the workbook asks about, filled in or not.
 */
export function enteredBefore(
  catalog: Pick<Catalog, 'records' | 'roadmaps' | 'directions' | 'activities'>,
  schoolYear: string,
  records: ReadonlyMap<string, readonly RecordRow[]>,
  activities: readonly ActivityRow[] = [],
): EnteredBefore {
  const units = new Map<string, Map<string, GivenRow[]>>();
  const { activity } = trackerRegisters;
  if (catalog.records.has(activity)) {
    const ofUnit = new Map<string, ActivityRow[]>();
    for (const row of activities) {
      const own = ofUnit.get(row.unit);
      if (own) own.push(row);
      else ofUnit.set(row.unit, [row]);
    }
    for (const [unit, rows] of ofUnit)
      units.set(unit, new Map([[activity, trackerRows(rows, catalog, schoolYear)]]));
  }
  for (const kind of catalog.records.values()) {
    if (kind.code === activity) continue;
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
