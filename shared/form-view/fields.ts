import { memberTitle } from '../catalog/concrete.ts';
import type { Catalog, DataElement } from '../catalog/types.ts';
import { faultyMerges } from '../parse/faulty-merges.ts';
import { type KeyedCell, keyedCells, targetOfKeys } from '../parse/keyed-cells.ts';
import { isFault, valueKeys } from '../parse/value-key.ts';
import type { SheetData } from '../parse/workbook.ts';
import type { EditField } from './edit-field.ts';

/** An entry cell of a form as a field of its page. */
export interface FormField extends EditField {
  /** Concrete code. */
  readonly code: string;
  readonly element: DataElement;
  /** One per dim of the element, with their titles. */
  readonly members: readonly string[];
  readonly memberTitles: readonly string[];
  /** Key of the period. */
  readonly period: string;
  /** Merged with other entry cells, so that nobody knows whose the answer is. */
  readonly isMerged?: true;
}

/**
 * The fields of a form in the order of its definitions, all periods: the entry cells of a tab that belong to the form's
 * elements, wherever people moved them. Of a row that somebody copied only the first counts.
 */
export const fieldsOf = (sheet: SheetData, catalog: Catalog, form: string): FormField[] =>
  fieldsByUnit(sheet, catalog, form).get('') ?? [];

/** The same by organisation, in the order of the tab, where rows are organisations; the workbook's own unit is ''. */
export function fieldsByUnit(sheet: SheetData, catalog: Catalog, form: string): Map<string, FormField[]> {
  const fieldAt = fieldMaker(catalog);
  const units = new Map<string, Map<string, FormField>>();
  const { cells } = keyedCells(sheet);
  const merges = faultyMerges(sheet, cells);
  for (const cell of cells) {
    const field = fieldAt(cell);
    if (field?.element.form !== form) continue;
    const { unit } = targetOfKeys(cell);
    const fields = units.get(unit) ?? new Map<string, FormField>();
    units.set(unit, fields);
    const isMerged = cell.merge !== undefined && merges.has(cell.merge);
    if (!fields.has(field.id)) fields.set(field.id, isMerged ? { ...field, isMerged } : field);
  }
  const place = places(catalog);
  const sorted = (fields: ReadonlyMap<string, FormField>): FormField[] =>
    [...fields.values()]
      .map((field) => [place(field), field] as const)
      .sort(([a], [b]) => compare(a, b))
      .map(([, field]) => field);
  return new Map([...units].map(([unit, fields]) => [unit, sorted(fields)] as const));
}

/** What the fields of a page are made of. */
export type FieldCell = Omit<KeyedCell, 'merge'>;

/** Entry cells as fields, in their order, each as often as it is there; those that the catalogue does not know are left out. */
export function fieldsAt(cells: readonly FieldCell[], catalog: Catalog): FormField[] {
  const fieldAt = fieldMaker(catalog);
  return cells.flatMap((cell) => fieldAt(cell) ?? []);
}

function fieldMaker(catalog: Catalog): (cell: FieldCell) => FormField | undefined {
  const find = valueKeys(catalog);
  return (cell) => {
    const { rowKey, columnKey, row, column, scalar } = cell;
    const target = targetOfKeys(cell);
    const key = find(target.element, target.period);
    if (isFault(key)) return undefined;
    const { code, element, members, period } = key;
    return {
      id: `${code}@${period}`,
      rowKey,
      columnKey,
      row,
      column,
      code,
      element,
      members,
      memberTitles: members.map((member, i) => memberTitle(catalog, element.dims[i]!, member)),
      period,
      scalar,
    };
  };
}

/** Where a field stands by the definitions: by element, then by its members. */
function places(catalog: Catalog): (field: FormField) => readonly number[] {
  const elements = new Map([...catalog.elements.keys()].map((code, i) => [code, i]));
  const member = (dim: string, code: string): number =>
    (catalog.dimensions.get(dim)?.members ?? []).findIndex((one) => one.member === code);
  return ({ element, members }) => [
    elements.get(element.code) ?? 0,
    ...members.map((code, i) => member(element.dims[i]!, code)),
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
