import type { Catalog } from '../catalog/types.ts';
import type { Definitions } from '../definitions/read-definitions.ts';
import { blockedIn } from '../parse/blocked-cells.ts';
import { keptKey } from '../parse/scalar-text.ts';
import { findMarker, keyText } from '../parse/sheet-rows.ts';
import type { SheetData } from '../parse/workbook.ts';
import { type FormField, fieldsByUnit } from './fields.ts';

/** An organisation for which a district fills a form, with what it owes of it. */
export interface FormOrganisation {
  readonly code: string;
  readonly name: string;
  /** In the order of the definitions, all periods; with what has been saved since they were read. */
  fields: readonly FormField[];
}

/** The organisations of a form's tab in the order people left them in; those that owe nothing of it are left out. */
export function organisationsOf(
  sheet: SheetData,
  catalog: Catalog,
  definitions: Definitions,
  form: string,
): FormOrganisation[] {
  const isBlocked = blockedIn([definitions.blocked.get(form)]);
  return [...fieldsByUnit(sheet, catalog, form)].flatMap(([code, all]): FormOrganisation[] => {
    // the workbook's own unit is no organisation of a district, and a name where a code belongs is nobody's
    if (keptKey(code) === '') return [];
    const fields = all.filter((field) => !isBlocked(code, field.code, field.period));
    if (fields.length === 0) return [];
    const name = definitions.unit.get(code)?.name ?? nameInRow(sheet, fields[0]!.row, code);
    return [{ code, name, fields }];
  });
}

/** What stands before the code, where people see the organisation's name; a book of old names none elsewhere. */
function nameInRow(sheet: SheetData, row: number, code: string): string {
  const keys = findMarker(sheet, 'keys')?.column ?? 0;
  const [first] = sheet.cells.filter((cell) => cell.row === row && cell.column > keys);
  return (first && keyText(first)) || code;
}

/** The next organisation after one that has anything left in a period; from the end the search begins anew. */
export function nextOpen(
  organisations: readonly FormOrganisation[],
  after: string,
  period: string,
): FormOrganisation | undefined {
  const at = organisations.findIndex(({ code }) => code === after);
  return [...organisations.slice(at + 1), ...organisations.slice(0, Math.max(at, 0))].find(({ fields }) =>
    fields.some((field) => field.period === period && field.scalar.type === 'empty'),
  );
}
