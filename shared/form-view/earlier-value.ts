import { lastYearTexts } from '../parse/last-year-texts.ts';
import { findMarker, keyText, rowsOfSheet } from '../parse/sheet-rows.ts';
import type { SheetCell, SheetData } from '../parse/workbook.ts';
import { parsePeriod, periodsOfSchoolYear } from '../period/period.ts';
import { entryWords } from '../texts/entry-words.ts';
import type { FormField } from './fields.ts';
import { shownText } from './shown-text.ts';

/** What was given before, to be shown beside a field. */
export interface EarlierValue {
  /** `2024/25:start` as people read it, or «прошлый год». */
  readonly when: string;
  readonly text: string;
}

/** Finds what was given before for each field of a tab: in the period before, else last year's value of the template. */
export function earlierValues(
  sheet: SheetData,
  fields: readonly FormField[],
): (field: FormField) => EarlierValue | undefined {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const textAt = lastYearTexts(sheet);
  const lastYear = textAt
    ? ({ row, columnKey }: FormField) => textAt(row, columnKey)
    : lastYearCells(sheet, fields);
  return (field) => {
    const before = previousInYear(field);
    const own = before && byId.get(`${field.code}@${before.key}`);
    if (before && own && own.scalar.type !== 'empty')
      return { when: entryWords.periodShort(before), text: shownText(own.scalar, own.element) };
    const text = lastYear(field);
    return text === undefined ? undefined : { when: entryWords.previousRow, text };
  };
}

function previousInYear(field: FormField) {
  const period = parsePeriod(field.period);
  if (!period) return undefined;
  const all = periodsOfSchoolYear(period.frequency, period.schoolYear);
  return all[all.findIndex(({ key }) => key === period.key) - 1];
}

/** Beginning of the headings over last year's values beside a table. */
const besideHeading = entryWords.previous('').trim();

/**
 * Last year's values stand in a row without a key right below an element, or in columns without keys right after those
 * of the table, in the same order (shared/template/last-year.ts).
 */
function lastYearCells(
  sheet: SheetData,
  fields: readonly FormField[],
): (field: FormField) => string | undefined {
  const marker = findMarker(sheet, 'keys');
  const rows = new Map(rowsOfSheet(sheet).map((row) => [row[0]!.row, row]));
  const keyAt = (row: number): string => {
    const cell = rows.get(row)?.find(({ column }) => column === marker?.column);
    return cell ? keyText(cell) : '';
  };
  const at = (row: number, column: number): SheetCell | undefined =>
    rows.get(row)?.find((cell) => cell.column === column);
  const columnsOfRow = new Map<number, number[]>();
  for (const { row, column } of fields)
    columnsOfRow.set(
      row,
      [...(columnsOfRow.get(row) ?? []), column].sort((a, b) => a - b),
    );
  const hasHeading = (row: number, column: number): boolean => {
    for (let above = row - 1; above > 0; above--) {
      const cell = at(above, column);
      if (cell && keyText(cell).startsWith(besideHeading)) return true;
      if (keyAt(above) === '#cols') return false;
    }
    return false;
  };
  const textAt = (row: number, column: number): string | undefined => {
    const cell = at(row, column);
    const text = cell ? keyText(cell) : '';
    return text === '' ? undefined : text;
  };
  return ({ row, column }) => {
    const isBelow =
      keyAt(row + 1) === '' &&
      (rows.get(row + 1) ?? []).some((cell) => keyText(cell) === entryWords.previousRow);
    if (isBelow) return textAt(row + 1, column);
    const own = columnsOfRow.get(row) ?? [];
    const first = (own[own.length - 1] ?? 0) + 1;
    return hasHeading(row, first) ? textAt(row, first + own.indexOf(column)) : undefined;
  };
}
