import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { isOwnProtection } from '../own-protections.ts';
import type { RenderedTab } from '../render/rendered-tab.ts';
import type { BookTab } from './read-book.ts';

/** Protected ranges that we made; those of people stay. */
export const ownProtections = (tab: BookTab): BookTab['protections'] =>
  tab.protections.filter(({ description }) => isOwnProtection(description));

/**
 * Makes a tab of ours as empty as a new one, in place: its id, its title and position as people left them, people's charts
 * on it and formulas that point at it stay. Rows and columns are never taken away, since that would break such formulas
 * for good.
 */
export function emptyTab(tab: BookTab, { properties }: RenderedTab): sheets_v4.Schema$Request[] {
  const { sheetId } = tab;
  const { rowCount = 0, columnCount = 0, ...grid } = properties.gridProperties ?? {};
  const rows = Math.max(tab.rows, rowCount ?? 0);
  const columns = Math.max(tab.columns, columnCount ?? 0);
  const all = (dimension: 'ROWS' | 'COLUMNS', endIndex: number, pixelSize: number) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: 0, endIndex },
      properties: { pixelSize, hiddenByUser: false },
      fields: 'pixelSize,hiddenByUser',
    },
  });
  return [
    { unmergeCells: { range: { sheetId } } },
    ...Array.from({ length: tab.conditions }, () => ({ deleteConditionalFormatRule: { sheetId, index: 0 } })),
    ...(tab.hasFilter ? [{ clearBasicFilter: { sheetId } }] : []),
    ...ownProtections(tab).map(({ id }) => ({ deleteProtectedRange: { protectedRangeId: id } })),
    {
      updateSheetProperties: {
        properties: {
          sheetId,
          gridProperties: {
            rowCount: rows,
            columnCount: columns,
            frozenRowCount: grid.frozenRowCount ?? 0,
            frozenColumnCount: grid.frozenColumnCount ?? 0,
            hideGridlines: grid.hideGridlines ?? false,
          },
        },
        fields: ['rowCount', 'columnCount', 'frozenRowCount', 'frozenColumnCount', 'hideGridlines']
          .map((name) => `gridProperties.${name}`)
          .join(','),
      },
    },
    { updateCells: { range: { sheetId }, fields: '*' } },
    all('ROWS', rows, 21),
    all('COLUMNS', columns, 100),
  ];
}
