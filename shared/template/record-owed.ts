import type { Catalog, RecordKind } from '../catalog/types.ts';
import type { UnitProfile } from './unit.ts';

/** The registers that stand in a unit's workbook: its level, types and programmes; in printed order. */
export function owedRecords(catalog: Catalog, unit: UnitProfile): RecordKind[] {
  const fits = (wanted: readonly string[], own: readonly string[]): boolean =>
    unit.level === 'district' || wanted.length === 0 || wanted.some((word) => own.includes(word));
  return [...catalog.records.values()].filter(
    ({ levels, orgTypes, programmes }) =>
      levels.includes(unit.level) && fits(orgTypes, unit.types) && fits(programmes, unit.programmes),
  );
}
