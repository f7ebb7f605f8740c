import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { colours } from '../../drawing/looks.ts';
import { colour } from './grid.ts';

/** For addSheet: a grid that holds cells and charts, frozen panes, colour. */
export function propertiesOf(sheet: PlanSheet, sheetId: number): sheets_v4.Schema$SheetProperties {
  const charts = sheet.charts ?? [];
  const widest = Math.max(0, ...sheet.rows.flatMap((row) => row.cells.map(({ column }) => column)));
  const columnCount = Math.max(
    1,
    sheet.columns.length,
    widest,
    ...charts.map(({ anchor }) => anchor.toColumn),
  );
  const rowCount = Math.max(1, sheet.rows.length, ...charts.map(({ anchor }) => anchor.toRow));
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  return {
    sheetId,
    title: sheet.name,
    sheetType: 'GRID',
    ...(sheet.hidden && { hidden: true }),
    ...(sheet.tabColour && { tabColorStyle: colour(colours[sheet.tabColour]) }),
    gridProperties: {
      rowCount,
      columnCount,
      ...(rows > 0 && { frozenRowCount: rows }),
      ...(columns > 0 && { frozenColumnCount: columns }),
      hideGridlines: true,
    },
  };
}
