import { scalarText } from './scalar-text.ts';
import type { WorkbookData } from './workbook.ts';

/** First cell of a blank form, hidden: tells a blank that came back filled in from a workbook of somebody else's. */
export const blankMark = 'msoko:blank:1';

/** True for blank forms that were made to be printed. */
export const isBlank = ({ sheets }: WorkbookData): boolean =>
  sheets.some(({ cells }) => cells.some(({ row, scalar }) => row <= 50 && scalarText(scalar) === blankMark));
