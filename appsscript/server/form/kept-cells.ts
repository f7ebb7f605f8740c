import { literal } from '../sheet/literal.ts';
import { cellScalar } from '../sheet/scalar.ts';
import { dateIn } from '../sheet/today.ts';
import { spilledCells } from './spilled.ts';

/** A cell by its place; 1-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

type Kept = string | number | boolean | Date;

export interface KeptCells {
  /** A formula, or what another cell's formula fills. */
  isFormula(cell: Place): boolean;
  /** What leaves a cell as it is when it is written; undefined where nothing does. */
  kept(cell: Place): Kept | undefined;
}

/** What was read of a tab from its first cell on. */
export interface Contents {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly string[])[];
  /** Texts that no more than a text would keep may not be written again. */
  keepsText(text: string): boolean;
}

/** Which cells of a tab may be written again without a change, and with what. */
export function keptCells(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  { values, formulas, keepsText }: Contents,
): KeptCells {
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const isSpilled = spilledCells(values, formulas);
  const isFormula = ({ row, column }: Place): boolean =>
    (formulas[row - 1]?.[column - 1] ?? '') !== '' || isSpilled(row - 1, column - 1);
  const isDay = (date: Date): boolean =>
    dateIn(spreadsheet, Utilities.formatDate(date, zone, 'yyyy-MM-dd')).getTime() === date.getTime();
  return {
    isFormula,
    kept(cell) {
      const value: unknown = values[cell.row - 1]?.[cell.column - 1] ?? '';
      const isLost = typeof value === 'string' && value !== '' && !keepsText(value);
      if (isLost || isFormula(cell)) return undefined;
      return keptValue(value, isDay);
    },
  };
}

/** None keeps errors, images, and times of day, of which a Date holds no more than Sheets hands over. */
function keptValue(value: unknown, isDay: (date: Date) => boolean): Kept | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    if (cellScalar(value, '', () => '').type === 'error') return undefined;
    return literal(value);
  }
  return Object.prototype.toString.call(value) === '[object Date]' && isDay(value as Date)
    ? (value as Date)
    : undefined;
}
