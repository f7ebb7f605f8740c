import type { Alignment, Border, Borders, CellRichTextValue, Fill, Font, Style } from 'exceljs';
import type { PlanCell } from '../../shared/plan/plan.ts';
import {
  cellLook,
  detailLook,
  type Edge,
  edgeColours,
  fontName,
  fontSize,
  ink,
  isIndented,
  type Look,
  linkColour,
  looks,
} from '../drawing/looks.ts';
import { numberFormats } from '../drawing/number-formats.ts';

const line = (edge: Edge): Partial<Border> => ({
  style: 'thin',
  color: { argb: `FF${edgeColours[edge]}` },
});
const around = (edge: Edge): Partial<Borders> => ({
  top: line(edge),
  left: line(edge),
  bottom: line(edge),
  right: line(edge),
});
const borders: Readonly<Record<Edge, Partial<Borders>>> = {
  box: around('box'),
  entry: around('entry'),
  under: { bottom: line('under') },
};

/** A text and its second paragraph in one cell. */
export function detailedText(value: string, detail: string, style: Partial<Style>): CellRichTextValue {
  const font = style.font as Font;
  const small = { ...font, size: detailLook.size, bold: false, color: { argb: `FF${detailLook.colour}` } };
  return {
    richText: [
      { text: value, font },
      { text: `\n${detail}`, font: small },
    ],
  };
}

const cache = new Map<string, Partial<Style>>();

/** Style of a cell; equal cells share one object, which lets exceljs register it once. */
export function cellStyle(cell: PlanCell): Partial<Style> {
  const { look, format, isLinked, horizontal, wrap, key: own } = cellLook(cell);
  const isLocked = !cell.entry || cell.blocked === true;
  const key = `${own} ${isLocked}`;
  const known = cache.get(key);
  if (known) return known;
  const made: Partial<Style> = {
    numFmt: numberFormats[format],
    font: makeFont(look, isLinked),
    alignment: {
      vertical: look.vertical ?? 'middle',
      horizontal,
      indent: isIndented(look) ? 1 : undefined,
      wrapText: wrap,
    } as Partial<Alignment>,
    protection: { locked: isLocked },
  };
  if (look.fill) made.fill = solid(look.fill);
  if (look.edge) made.border = borders[look.edge];
  cache.set(key, made);
  return made;
}

function makeFont(look: Look, linked: boolean): Partial<Font> {
  return {
    name: fontName,
    family: 2,
    size: look.font?.size ?? fontSize,
    bold: look.font?.bold ?? false,
    italic: look.font?.italic ?? false,
    underline: linked || look.underline ? true : undefined,
    color: { argb: `FF${linked ? linkColour : (look.font?.colour ?? ink)}` },
  } as Partial<Font>;
}

function solid(rgb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${rgb}` } };
}

/** Style of a conditional format: what changes, nothing else. A fresh object, since exceljs writes ids into it. */
export function conditionStyle(style: 'good' | 'attention' | 'bad' | 'muted'): Partial<Style> {
  const look: Look = looks[style];
  const made: Partial<Style> = {
    font: { bold: look.font?.bold ?? false, color: { argb: `FF${look.font?.colour ?? ink}` } },
  };
  // differential fills keep their colour in bgColor
  if (look.fill)
    made.fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${look.fill}` } } as Fill;
  return made;
}
