import type { Catalog, RecordKind } from '../catalog/types.ts';
import type { Definitions } from '../definitions/read-definitions.ts';
import { scalarText } from '../parse/scalar-text.ts';
import type { CellScalar, SheetData } from '../parse/workbook.ts';
import { fieldRules, type KnownField } from '../record/field-rules.ts';
import { freeRow } from '../record/free-row.ts';
import { isTyped } from '../record/parse-field.ts';
import { splitFieldKey } from '../record/record.ts';
import { type RegisterLine, type RegisterTable, registerTable } from '../record/register-table.ts';
import { organisationFinder } from '../register/find-organisation.ts';
import type { RowContext } from './row-answer.ts';
import type { RowField } from './row-field.ts';

/** A row of a register that a person may fill in. */
export interface RegisterRow {
  /** Its key; empty for a free row. */
  readonly key: string;
  readonly row: number;
  /** The heading it stands under. */
  readonly group?: string;
  /** Printed texts by field code; empty ones are left out. */
  readonly printed: Readonly<Record<string, string>>;
  /** In the order of the definitions; those alone that the tab has. */
  readonly fields: readonly RowField[];
}

/** A register as its tab holds it. */
export interface OpenRegister {
  readonly kind: RecordKind;
  /** Rows with a key, filled or not, and free ones in which anything is entered; in the order of the tab. */
  readonly rows: readonly RegisterRow[];
  /** A row for one more record, as far as it can be told now; undefined where rows are given or no room is left. */
  readonly next: RegisterRow | undefined;
}

const empty: CellScalar = { type: 'empty' };

/** Reads the rows of a register out of its tab; undefined where the tab does not hold it. */
export function openRegister(sheet: SheetData, catalog: Catalog, kind: RecordKind): OpenRegister | undefined {
  const table = registerTable(sheet, kind.code);
  if (!table) return undefined;
  const rules = [...fieldRules(catalog)]
    .filter(([, known]) => known.kind.code === kind.code)
    .filter(([key]) => table.columns.has(key));
  const rows = table.lines
    .filter(({ key, cells }) => key !== '' || [...cells.values()].some(isTyped))
    .map((line) => rowOf(rules, table, line));
  const bottom = sheet.cells.reduce((most, { row }) => Math.max(most, row), 0);
  const free = kind.rows > 0 ? freeRow(table, bottom) : undefined;
  return { kind, rows, next: free && rowOf(rules, table, { row: free.row, key: '', cells: new Map() }) };
}

function rowOf(
  rules: readonly (readonly [string, KnownField])[],
  { columns, isMerged }: RegisterTable,
  { row, key: rowKey, cells, group }: Omit<RegisterLine, 'beside'>,
): RegisterRow {
  const printed: Record<string, string> = {};
  const fields: RowField[] = [];
  for (const [columnKey, known] of rules) {
    const scalar = cells.get(columnKey) ?? empty;
    const code = splitFieldKey(columnKey)?.field ?? '';
    if (known.field.isPrinted) {
      const text = scalarText(scalar);
      if (text !== '') printed[code] = text;
      continue;
    }
    const column = columns.get(columnKey)!;
    const merged = isMerged(row, column) && { isMerged: true };
    fields.push({ id: code, rowKey, columnKey, row, column, scalar, rules: known, ...merged });
  }
  return { key: rowKey, row, ...(group !== undefined && { group }), printed, fields };
}

/** Registers of a workbook that people fill in row by row, in printing order; `but` has a page of its own. */
export const registersOf = ({ records }: Pick<Catalog, 'records'>, but: string): RecordKind[] =>
  [...records.values()].filter(
    ({ code, fields }) => code !== but && fields.some((field) => !field.isPrinted),
  );

/** How texts of rows are read in this workbook. */
export function rowContext(
  catalog: Catalog,
  { organisations }: Pick<Definitions, 'organisations'>,
): RowContext {
  const known = [...organisations.values()].flatMap(({ list }) => list);
  if (known.length === 0) return { catalog };
  const find = organisationFinder({
    organisations: known.map(([code, name]) => ({
      code,
      name,
      types: [],
      district: '',
      programmes: [],
      columns: {},
    })),
    districts: [],
  });
  const byCode = new Map(known);
  return {
    catalog,
    organisations: known.map(([, name]) => name),
    organisation: (text) => byCode.get(text.trim()) ?? find({ name: text })?.name,
  };
}
