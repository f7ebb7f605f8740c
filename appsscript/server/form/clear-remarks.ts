import { sameScalar } from '../../../shared/form-view/same-scalar.ts';
import { around } from '../../../shared/form-view/write-pieces.ts';
import type { SheetData } from '../../../shared/parse/workbook.ts';
import { cellAddress } from '../../../shared/plan/address.ts';
import { splitFieldKey } from '../../../shared/record/record.ts';
import { registerTable } from '../../../shared/record/register-table.ts';
import { addonEditTexts } from '../../../shared/texts/addon-edit.ts';
import type { SavedCells } from '../../calls/form.ts';
import { ownPart } from '../edit/mark-cells.ts';
import { rangeOver } from '../sheet/cell-range.ts';
import { readTab } from '../sheet/read-tab.ts';
import { tabById } from '../sheet/tab-by-id.ts';
import { cellsByKey, type TargetCell } from './target-cells.ts';

/**
 * Takes our remarks away from cells that were wrong and hold what was saved since: from the notes and from the colour of the
 * text. What a person wrote into a note stays. Two reads, and a write for all notes and one for all colours; a note with
 * words of a person is a write of its own.
 */
export function clearRemarks({ tab, kind, cells, at }: SavedCells): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = tabById(spreadsheet, tab);
  if (!sheet || cells.length === 0) return;
  const data = readTab(sheet, spreadsheet.getSpreadsheetTimeZone());
  const byKey = at === undefined ? cellsByKey(kind, data) : cellsOfRow(data, at);
  const places = cells.flatMap(({ row, column, value }) => {
    const [cell, ...more] = byKey(row, column);
    return cell && more.length === 0 && sameScalar(cell.scalar, value) ? [cell] : [];
  });
  if (places.length === 0) return;
  const block = around(places);
  const notes = rangeOver(sheet, block).getNotes();
  const marked = places
    .map(({ row, column }) => ({
      at: cellAddress(row, column),
      note: notes[row - block.firstRow]?.[column - block.firstColumn] ?? '',
    }))
    .filter(({ note }) => note.indexOf(addonEditTexts.mark) >= 0);
  if (marked.length === 0) return;
  const own = marked.filter(({ note }) => ownPart(note) !== '');
  const ours = marked.filter((one) => own.indexOf(one) < 0);
  if (ours.length > 0) sheet.getRangeList(ours.map(({ at }) => at)).clearNote();
  for (const { at, note } of own) sheet.getRange(at).setNote(ownPart(note));
  // null is the sheet's own colour
  sheet.getRangeList(marked.map(({ at }) => at)).setFontColor(null as unknown as string);
}

/** Cells of a row of a register that has no key, also of one that is empty by now. */
const cellsOfRow =
  (data: SheetData, row: number) =>
  (_: string, key: string): readonly Pick<TargetCell, 'row' | 'column' | 'scalar'>[] => {
    const table = registerTable(data, splitFieldKey(key)?.record ?? '');
    const column = table?.columns.get(key);
    const scalar = table?.lines.find((line) => line.row === row)?.cells.get(key) ?? { type: 'empty' };
    return column === undefined ? [] : [{ row, column, scalar }];
  };
