import { trackerRegisters } from '../activity/known-registers.ts';
import type { RecordField, RecordKind } from '../catalog/types.ts';
import { isCriteriaRecord } from '../criteria/known-records.ts';
import { currentRows } from '../record/current-rows.ts';
import type { RecordRow } from '../record/record.ts';
import type { DistrictUnits } from './district-units.ts';
import type { SummaryInput } from './input.ts';

/** A register of the district: what its units have entered and what holds in the school year. */
export interface RecordTable {
  readonly kind: RecordKind;
  /** Fields in which anybody entered anything; the required ones, links and dates in any case: a gap there says something. */
  readonly fields: readonly RecordField[];
  readonly rows: readonly RecordLine[];
  /** How many units entered rows. */
  readonly units: number;
  /** Rows without any link, where the register asks for one. */
  readonly withoutLink: number;
}

export interface RecordLine {
  /** Who entered it: an organisation, or the district itself. */
  readonly unit: string;
  readonly row: RecordRow;
  readonly hasLink: boolean;
}

/** All registers of the catalogue in printing order, also those that nobody has filled in. */
export function recordTables(input: SummaryInput, units: DistrictUnits): RecordTable[] {
  const order = new Map([units.district.code, ...units.all.keys()].map((code, i) => [code, i]));
  const names = new Map<string, string>([...units.all.values()].map((o) => [o.code, o.name]));
  names.set(units.district.code, units.district.name);
  // the tracker and the criteria have tabs of their own
  const kinds = [...input.catalog.records.values()].filter(
    ({ code }) => code !== trackerRegisters.activity && !isCriteriaRecord(code),
  );
  return kinds.map((kind): RecordTable => {
    const links = kind.fields.filter((field) => field.type === 'link').map((field) => field.code);
    const rows = currentRows(kind, input.records, input.schoolYear)
      .filter((row) => order.has(row.unit))
      .sort((a, b) => order.get(a.unit)! - order.get(b.unit)! || a.no - b.no)
      .map(
        (row): RecordLine => ({
          unit: names.get(row.unit)!,
          row,
          hasLink: links.some((code) => row.values[code] !== undefined),
        }),
      );
    const isUsed = (field: RecordField): boolean =>
      field.required ||
      field.type === 'link' ||
      field.type === 'date' ||
      rows.some(({ row }) => isFilled(row, field));
    return {
      kind,
      fields: kind.fields.filter(isUsed),
      rows,
      units: new Set(rows.map(({ row }) => row.unit)).size,
      withoutLink: links.length === 0 ? 0 : rows.filter(({ hasLink }) => !hasLink).length,
    };
  });
}

const isFilled = (row: RecordRow, { code }: RecordField): boolean =>
  row.values[code] !== undefined || row.answers?.[code] !== undefined;
