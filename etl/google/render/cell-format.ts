import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { NumberFormat } from '../../../shared/plan/plan.ts';
import {
  type CellLook,
  type Edge,
  edgeColours,
  fontSize,
  isIndented,
  linkColour,
} from '../../drawing/looks.ts';
import { numberFormats } from '../../drawing/number-formats.ts';
import { colour } from './grid.ts';

type CellFormat = sheets_v4.Schema$CellFormat;

const types: Readonly<Partial<Record<NumberFormat, string>>> = { date: 'DATE', text: 'TEXT' };
const across = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;

/** The format of a cell; what Google has by default (Arial 10, black, no fill) is left out, and so are its lines. */
export function cellFormat({ look, format, isLinked, horizontal, wrap }: CellLook): CellFormat {
  const { size, bold, italic, colour: ink } = look.font ?? {};
  const textColour = isLinked ? linkColour : ink;
  const textFormat: sheets_v4.Schema$TextFormat = {
    ...(size !== undefined && size !== fontSize && { fontSize: size }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...((isLinked || look.underline) && { underline: true }),
    ...(textColour !== undefined && { foregroundColorStyle: colour(textColour) }),
  };
  return {
    ...(format !== 'general' && {
      numberFormat: { type: types[format] ?? 'NUMBER', pattern: numberFormats[format] },
    }),
    ...(look.fill !== undefined && { backgroundColorStyle: colour(look.fill) }),
    // values at the right keep off their line as much as texts at the left
    ...(isIndented(look) && { padding: { top: 2, right: 8, bottom: 2, left: 8 } }),
    ...(horizontal !== undefined && { horizontalAlignment: across[horizontal] }),
    verticalAlignment: look.vertical === 'bottom' ? 'BOTTOM' : 'MIDDLE',
    ...(wrap && { wrapStrategy: 'WRAP' }),
    ...(Object.keys(textFormat).length > 0 && { textFormat }),
  };
}

/** Lines of a cell, which are set apart from the rest. */
export function borders(edge: Edge): sheets_v4.Schema$Borders {
  const line: sheets_v4.Schema$Border = { style: 'SOLID', colorStyle: colour(edgeColours[edge]) };
  return edge === 'under' ? { bottom: line } : { top: line, bottom: line, left: line, right: line };
}
