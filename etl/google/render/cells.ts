import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { decimal } from '../../../shared/number/decimal.ts';
import { cellValue } from '../../../shared/plan/cell-value.ts';
import { googleDialect } from '../../../shared/plan/formula-dialect.ts';
import { formulaText } from '../../../shared/plan/formula-text.ts';
import type { Layout } from '../../../shared/plan/layout.ts';
import type { PlanCell, PlanLink, PlanSheet } from '../../../shared/plan/plan.ts';
import { legalText } from '../../drawing/legal-text.ts';
import { detailLook } from '../../drawing/looks.ts';
import { colour } from './grid.ts';
import { repeatedTexts } from './repeated-texts.ts';

type CellData = sheets_v4.Schema$CellData;

export interface CellContext {
  readonly layout: Layout;
  readonly titleOf: (sheet: string) => string;
  readonly addressOf: (link: PlanLink) => string | undefined;
  /** Formula of the sparkline in a cell, without `=`. */
  readonly sparklineAt: (row: number, column: number) => string | undefined;
}

const fields = 'userEnteredValue,textFormatRuns,note';

/**
 * All contents of a tab but those that are dated: typed values, formulas, rich text and links, notes; then the texts that stand many times below
 * each other, said once each. None for an empty tab.
 */
export function cellRequests(
  sheet: PlanSheet,
  sheetId: number,
  context: CellContext,
): sheets_v4.Schema$Request[] {
  const rows = sheet.rows.map((row, index): sheets_v4.Schema$RowData => {
    const values: CellData[] = [];
    for (const cell of row.cells) {
      if (cell.isDated) continue;
      const data = cellData(cell, sheet.name, index + 1, context);
      if (!data) continue;
      while (values.length < cell.column - 1) values.push({});
      values[cell.column - 1] = data;
    }
    return values.length === 0 ? {} : { values };
  });
  while (rows.length > 0 && rows[rows.length - 1]?.values === undefined) rows.pop();
  if (rows.length === 0) return [];
  const repeated = repeatedTexts(rows, sheetId);
  return [{ updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields } }, ...repeated];
}

/** One request for each cell that tells the day of the data. */
export function datedRequests(
  sheet: PlanSheet,
  sheetId: number,
  context: CellContext,
): sheets_v4.Schema$Request[] {
  return sheet.rows.flatMap((row, rowIndex) =>
    row.cells.flatMap((cell) => {
      const data = cell.isDated ? cellData(cell, sheet.name, rowIndex + 1, context) : undefined;
      if (!data) return [];
      const start = { sheetId, rowIndex, columnIndex: cell.column - 1 };
      return [{ updateCells: { start, rows: [{ values: [data] }], fields } }];
    }),
  );
}

function cellData(cell: PlanCell, sheet: string, row: number, context: CellContext): CellData | undefined {
  const { layout, titleOf, addressOf, sparklineAt } = context;
  const value = cellValue(cell);
  const address = cell.link && addressOf(cell.link);
  const note = cell.note === undefined ? {} : { note: legalText(cell.note) };
  const formula = cell.formula
    ? formulaText(cell.formula, layout, sheet, { dialect: googleDialect, titleOf })
    : value === undefined
      ? sparklineAt(row, cell.column)
      : undefined;
  if (formula !== undefined || (address !== undefined && typeof value === 'number')) {
    // rich text, and with it a link, is for texts only
    const shown = formula ?? googleDialect.number(decimal(value as number));
    const formulaValue =
      address === undefined ? `=${shown}` : `=HYPERLINK("${address.replace(/"/g, '%22')}";${shown})`;
    return { userEnteredValue: { formulaValue }, ...note };
  }
  if (typeof value === 'string' && value !== '') return { ...textData(value, cell.detail, address), ...note };
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value }, ...note };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value }, ...note };
  return cell.note === undefined ? undefined : note;
}

function textData(value: string, detail: string | undefined, address: string | undefined): CellData {
  const text = legalText(value);
  const small = detail === undefined ? '' : `\n${legalText(detail)}`;
  const textFormatRuns: sheets_v4.Schema$TextFormatRun[] = [];
  if (address !== undefined) {
    // Google gives it its own colour and a line below
    textFormatRuns.push({ startIndex: 0, format: { link: { uri: address } } });
  }
  if (small !== '') {
    const format = {
      fontSize: detailLook.size,
      bold: false,
      foregroundColorStyle: colour(detailLook.colour),
    };
    textFormatRuns.push({ startIndex: text.length, format });
  }
  return {
    userEnteredValue: { stringValue: text + small },
    ...(textFormatRuns.length > 0 && { textFormatRuns }),
  };
}
