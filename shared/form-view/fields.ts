import { memberTitle } from '../catalog/concrete.ts';
import type { Catalog, DataElement } from '../catalog/types.ts';
import { faultyMerges } from '../parse/faulty-merges.ts';
import { type KeyedCell, keyedCells } from '../parse/keyed-cells.ts';
import { isFault, valueKeys } from '../parse/value-key.ts';
import type { CellScalar, SheetData } from '../parse/workbook.ts';

/** An entry cell of a form as a field of its page. */
export interface FormField {
  /** Names the field on its page; unique in a tab. */
  readonly id: string;
  /** Keys of the cell as they stand in the tab, and where it is now. */
  readonly rowKey: string;
  readonly columnKey: string;
  readonly row: number;
  readonly column: number;
  /** Concrete code. */
  readonly code: string;
  readonly element: DataElement;
  /** One per dim of the element, with their titles. */
  readonly members: readonly string[];
  readonly memberTitles: readonly string[];
  /** Key of the period. */
  readonly period: string;
  /** What the cell holds. */
  readonly scalar: CellScalar;
  /** Merged with other entry cells, so that nobody knows whose the answer is. */
  readonly isMerged?: true;
}

/**
 * The fields of a form in the order of its definitions, all periods: the entry cells of a tab that belong to the form's
 * elements, wherever people moved them. Of a row that somebody copied only the first counts.
 */
export function fieldsOf(sheet: SheetData, catalog: Catalog, form: string): FormField[] {
  const fields = new Map<string, FormField>();
  const { cells } = keyedCells(sheet);
  const merges = faultyMerges(sheet, cells);
  const merged = new Set(cells.filter(({ merge }) => merge && merges.has(merge)).map(placeOf));
  for (const field of fieldsAt(cells, catalog)) {
    if (field.element.form !== form || fields.has(field.id)) continue;
    fields.set(field.id, merged.has(placeOf(field)) ? { ...field, isMerged: true } : field);
  }
  const place = places(catalog);
  return [...fields.values()].sort((a, b) => compare(place(a), place(b)));
}

const placeOf = ({ row, column }: Pick<KeyedCell, 'row' | 'column'>): string => `${row} ${column}`;

/** What the fields of a page are made of. */
export type FieldCell = Omit<KeyedCell, 'merge'>;

/** Entry cells as fields, in their order, each as often as it is there; those that the catalogue does not know are left out. */
export function fieldsAt(cells: readonly FieldCell[], catalog: Catalog): FormField[] {
  const find = valueKeys(catalog);
  return cells.flatMap(({ rows, rowKey, columnKey, row, column, scalar }): FormField[] => {
    if (rows !== 'elements') return [];
    const [period = '', ...members] = columnKey.split('|').map((word) => word.trim());
    const key = find([rowKey, ...members].join('.'), period);
    if (isFault(key)) return [];
    const id = `${key.code}@${key.period}`;
    const field: FormField = {
      id,
      rowKey,
      columnKey,
      row,
      column,
      code: key.code,
      element: key.element,
      members: key.members,
      memberTitles: key.members.map((member, i) => memberTitle(catalog, key.element.dims[i]!, member)),
      period: key.period,
      scalar,
    };
    return [field];
  });
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
