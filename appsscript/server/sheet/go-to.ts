import type { CellPlace } from '../../calls/cell-place.ts';
import { tabById } from './tab-by-id.ts';

/** Shows a cell to the person; false where its tab is gone. */
export function goTo({ tab, cell }: CellPlace): boolean {
  const sheet = tabById(SpreadsheetApp.getActiveSpreadsheet(), tab);
  if (!sheet) return false;
  sheet.getRange(cell).activate();
  return true;
}
