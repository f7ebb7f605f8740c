import { cellAddress } from '../../../shared/plan/address.ts';
import { addonEditTexts as texts } from '../../../shared/texts/addon-edit.ts';
import { type CellRules, cellRules } from '../definitions/cell-rules.ts';
import { type Remark, remarkOn, targetsOf } from './judge.ts';
import { markCells } from './mark-cells.ts';
import { markerOf, readEdited } from './read-edited.ts';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** Cells of one edit that are looked at; a larger block is left to «Проверить всё». */
const mostCells = 5_000;
/** Rows of a pasted block that are named on the screen. */
const mostRows = 3;

/**
 * Checks what was just typed or pasted, by the rules of the nightly run: remarks become notes and colours, personal data
 * are taken out of the cell and the person is told why. A simple trigger: no authorisation, nothing but the edited
 * range and the hidden keys of its rows and columns is touched.
 */
export function onEdit({ range, source, oldValue }: EditEvent): void {
  if (range.getSheet().isSheetHidden()) return;
  const size = range.getNumRows() * range.getNumColumns();
  if (size > mostCells) {
    if (markerOf(range.getSheet())) source.toast(texts.tooLarge, texts.title);
    return;
  }
  const zone = source.getSpreadsheetTimeZone();
  const tab = readEdited(range, (date) => Utilities.formatDate(date, zone, 'yyyy-MM-dd'));
  if (!tab) return;
  const inside = targetsOf(tab).filter(
    ({ row, column }) =>
      row >= range.getRow() &&
      row <= range.getLastRow() &&
      column >= range.getColumn() &&
      column <= range.getLastColumn(),
  );
  if (inside.length === 0) return;
  const rules = cellRules(source, [...new Set(inside.flatMap(({ codes }) => codes))]);
  const remarks = new Map<string, Remark>();
  for (const { row, column, codes, scalar } of inside) {
    const own = firstOf(codes, rules);
    const remark = own && remarkOn(scalar, own);
    if (remark) remarks.set(`${row} ${column}`, remark);
  }
  refusePersonal(range, remarks, size === 1 ? oldValue : undefined);
  markCells(
    range,
    new Set(inside.map(({ row, column }) => `${row} ${column}`)),
    new Map([...remarks].map(([at, { text }]) => [at, text] as const)),
  );
  const message = size === 1 ? firstText(remarks) : blockMessage(inside.length, remarks);
  if (message !== undefined) source.toast(message, texts.title);
}

function firstOf(codes: readonly string[], rules: ReadonlyMap<string, CellRules>): CellRules | undefined {
  for (const code of codes) {
    const found = rules.get(code);
    if (found) return found;
  }
  return undefined;
}

/** Puts back what stood in the cell before, or leaves it empty. */
function refusePersonal(
  range: GoogleAppsScript.Spreadsheet.Range,
  remarks: ReadonlyMap<string, Remark>,
  before: string | undefined,
): void {
  for (const [at, { isPersonal }] of remarks) {
    if (!isPersonal) continue;
    const [row = 1, column = 1] = at.split(' ').map(Number);
    range
      .getSheet()
      .getRange(row, column)
      .setValue(before ?? '');
  }
}

const firstText = (remarks: ReadonlyMap<string, Remark>): string | undefined => {
  for (const { text } of remarks.values()) return text;
  return undefined;
};

/** How a pasted block fared: counted, and the first rows by what is wrong in them. */
function blockMessage(cells: number, remarks: ReadonlyMap<string, Remark>): string | undefined {
  if (remarks.size === 0) return undefined;
  const rows = new Map<number, string>();
  for (const [at, { text }] of remarks) {
    const [row = 1, column = 1] = at.split(' ').map(Number);
    if (!rows.has(row)) rows.set(row, texts.row(cellAddress(row, column), text));
  }
  const lines = [...rows.values()];
  const more = lines.length > mostRows ? [texts.moreRows(lines.length - mostRows)] : [];
  return [texts.block(cells, remarks.size), ...lines.slice(0, mostRows), ...more].join('\n');
}
