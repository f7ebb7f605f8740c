import { parsedObject } from '../definitions/parsed-object.ts';
import { rosterTexts } from '../texts/roster.ts';
import { missingStatus } from './missing-words.ts';
import { scalarText } from './scalar-text.ts';
import type { CellScalar, SheetData, WorkbookData } from './workbook.ts';

/** Whether a cell still holds what the workbook was handed out with, since its organisation does not owe the value. */
export type BlockedCells = (unit: string, element: string, period: string, scalar: CellScalar) => boolean;

/**
 * Cells that a workbook with rows of organisations does not ask for are marked «не ведём»; that mark is nobody's answer,
 * or it would outlive a change of the register. The rows `blocked` of `_forms` say which cells they are. Any other
 * content of such a cell, and «не ведём» in any other cell, was typed by somebody.
 */
export function blockedCells(workbook: WorkbookData): BlockedCells {
  const texts = workbook.sheets
    .filter((sheet) => sheet.name.trim().toLowerCase() === '_forms')
    .flatMap((sheet) => definitions(sheet, 'blocked'));
  const isBlocked = blockedIn(texts.map(parsedObject));
  return (unit, element, period, scalar) =>
    missingStatus(scalarText(scalar)) === 'not_applicable' && isBlocked(unit, element, period);
}

/** Whether an organisation does not owe a cell, by the definitions `blocked` of a workbook, as they were read. */
export function blockedIn(
  definitions: readonly unknown[],
): (unit: string, element: string, period: string) => boolean {
  // cells by organisation stay in their groups: multiplied out, a short text could fill the memory
  const blocked = new Map<string, ReadonlySet<string>[]>();
  for (const { organisations, cells } of definitions.flatMap(groupsIn)) {
    const group = new Set(cells);
    for (const unit of organisations) {
      const groups = blocked.get(unit);
      if (groups) groups.push(group);
      else blocked.set(unit, [group]);
    }
  }
  return (unit, element, period) =>
    (blocked.get(unit) ?? []).some((cells) => cells.has(`${element}|${period}`));
}

/**
 * Whether a cell of a row of an organisation looks as the template leaves those that are not asked. What a reader of the
 * workbook must not count is decided by `blockedCells`; this is for those who have no more than the tab.
 */
export const isGrey = ({ rows, scalar }: { readonly rows: string; readonly scalar: CellScalar }): boolean =>
  rows === 'organisations' && scalar.type === 'text' && scalar.value === rosterTexts.blocked;

/** Organisations of which the same cells `<concrete element>|<period>` are blocked. */
export interface BlockedGroup {
  readonly organisations: readonly string[];
  readonly cells: readonly string[];
}

/** The texts of the definitions of one kind, their pieces put together. */
function definitions(sheet: SheetData, kind: string): string[] {
  const rows = new Set<number>();
  const texts = new Map<number, string>();
  for (const { row, column, scalar } of sheet.cells) {
    if (column === 1 && scalarText(scalar) === kind) rows.add(row);
    else if (column > 2 && rows.has(row)) texts.set(row, (texts.get(row) ?? '') + scalarText(scalar));
  }
  return [...texts.values()];
}

function groupsIn(found: unknown): BlockedGroup[] {
  const isList = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((item) => typeof item === 'string');
  return Array.isArray(found)
    ? found.filter((group): group is BlockedGroup => isList(group?.organisations) && isList(group?.cells))
    : [];
}
