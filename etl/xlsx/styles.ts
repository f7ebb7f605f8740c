import type { Alignment, Border, Borders, CellRichTextValue, Fill, Font, Style } from 'exceljs';
import type { Colour, NumberFormat, PlanCell, StyleName } from '../../shared/plan/plan.ts';
import { numberFormats } from './writing/number-formats.ts';

/** One family for everything; Liberation Sans and the fonts of Р7 and МойОфис have the same widths. */
export const fontName = 'Arial';
export const fontSize = 10;

/** Calm and colour-blind safe (after Okabe and Ito), dark enough for lines on white. */
export const colours: Readonly<Record<Colour, string>> = {
  blue: '1F4E79',
  green: '2E7D5B',
  amber: 'D98E04',
  red: 'B5482A',
  grey: '7F7F7F',
  violet: '7B5EA7',
  teal: '3C8DAD',
};

const ink = '262626';
const line: Partial<Border> = { style: 'thin', color: { argb: 'FFBFC7D1' } };
const box: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
/** Dark enough to be seen on a copy. */
const writing: Partial<Border> = { style: 'thin', color: { argb: 'FF595959' } };
const entryLine: Partial<Border> = { style: 'thin', color: { argb: 'FF8EA9C8' } };
const entryBox: Partial<Borders> = { top: entryLine, left: entryLine, bottom: entryLine, right: entryLine };

interface Look {
  readonly font?: {
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly colour?: string;
  };
  readonly fill?: string;
  readonly borders?: Partial<Borders>;
  readonly horizontal?: Alignment['horizontal'];
  readonly vertical?: Alignment['vertical'];
  readonly wrap?: boolean;
  readonly underline?: boolean;
}

/** The one table of looks: each meaning of the plan → font, fill, borders, alignment. */
const looks: Readonly<Record<StyleName, Look>> = {
  title: { font: { size: 15, bold: true, colour: '1F3864' }, vertical: 'middle', wrap: true },
  subtitle: { font: { size: 11, colour: '44546A' }, vertical: 'middle', wrap: true },
  figure: {
    font: { size: 20, bold: true, colour: '1F3864' },
    borders: box,
    horizontal: 'center',
    vertical: 'middle',
  },
  section: {
    font: { size: 11, bold: true, colour: '1F3864' },
    fill: 'D6E0EC',
    borders: box,
    vertical: 'middle',
    wrap: true,
  },
  heading: {
    font: { bold: true, colour: '1F3864' },
    fill: 'E9EEF5',
    borders: box,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  label: { borders: box, vertical: 'middle', wrap: true },
  unit: { font: { colour: '595959' }, borders: box, horizontal: 'center', vertical: 'middle', wrap: true },
  help: { font: { size: 9, italic: true, colour: '595959' }, vertical: 'middle', wrap: true },
  entry: { fill: 'FFF9DB', borders: entryBox, horizontal: 'right', vertical: 'middle' },
  locked: {
    font: { colour: '595959' },
    fill: 'F2F2F2',
    borders: box,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  value: { borders: box, horizontal: 'right', vertical: 'middle' },
  line: { borders: { bottom: writing }, vertical: 'bottom', wrap: true },
  text: { borders: box, vertical: 'middle', wrap: true },
  muted: { font: { colour: '666666' }, vertical: 'middle', wrap: true },
  good: {
    font: { colour: '1E5C3F' },
    fill: 'DDEFE4',
    borders: box,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  attention: {
    font: { colour: '7A5200' },
    fill: 'FDEFCF',
    borders: box,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  bad: {
    font: { bold: true, colour: '8C2F1B' },
    fill: 'F8DDD5',
    borders: box,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  link: { font: { colour: '0B5394' }, underline: true, vertical: 'middle', wrap: true },
  key: { font: { size: 8, colour: 'A6A6A6' }, vertical: 'middle' },
};

export interface TextLook {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly wrap: boolean;
  readonly indented: boolean;
}

/** The second paragraph of a cell: smaller and paler than any label, dark enough for print. */
export const detailLook = { size: 9, colour: '595959' } as const;

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

/** What of a style decides how much room its text takes. */
export function textLook(style: StyleName | undefined): TextLook {
  const look: Look = style ? looks[style] : {};
  return {
    size: look.font?.size ?? fontSize,
    bold: look.font?.bold ?? false,
    wrap: look.wrap ?? false,
    indented: isIndented(look),
  };
}

/** Text at the left and numbers at the right of a box keep off its line. */
function isIndented(look: Look): boolean {
  return (look.borders === box && look.horizontal === undefined) || look.horizontal === 'right';
}

const cache = new Map<string, Partial<Style>>();

/** Style of a cell; equal cells share one object, which lets exceljs register it once. */
export function cellStyle(cell: PlanCell): Partial<Style> {
  const style = cell.style ?? (cell.entry ? 'entry' : undefined);
  const format = entryFormat(cell);
  const isText = cell.entry?.type === 'text' || cell.entry?.type === 'link';
  const wrapEntry = !cell.blocked && (isText || cell.entry?.type === 'list');
  const number = typeof cell.value === 'number';
  const key = `${style} ${format} ${cell.entry ? 'open' : 'locked'} ${cell.blocked} ${wrapEntry} ${cell.link !== undefined} ${number}`;
  const known = cache.get(key);
  if (known) return known;
  const look: Look = style ? looks[style] : {};
  const linked = cell.link !== undefined;
  const horizontal = wrapEntry ? 'left' : (look.horizontal ?? (style && !number ? 'left' : undefined));
  const made: Partial<Style> = {
    numFmt: numberFormats[format],
    font: makeFont(look, linked),
    alignment: {
      vertical: look.vertical ?? 'middle',
      horizontal,
      indent: isIndented(look) ? 1 : undefined,
      wrapText: look.wrap || wrapEntry,
    } as Partial<Alignment>,
    protection: { locked: !cell.entry || cell.blocked === true },
  };
  if (look.fill) made.fill = solid(look.fill);
  if (look.borders) made.border = look.borders;
  cache.set(key, made);
  return made;
}

/**
 * Entry cells stay General unless the plan says otherwise: only in a General cell does a typed `85 %` keep its percent
 * format, by which the reader knows that 0.85 means 85. Text entries are `@`, so that 1.10 stays 1.10.
 */
function entryFormat(cell: PlanCell): NumberFormat {
  if (cell.format) return cell.format;
  if (cell.entry?.type === 'date') return 'date';
  return cell.entry?.type === 'text' || cell.entry?.type === 'link' ? 'text' : 'general';
}

function makeFont(look: Look, linked: boolean): Partial<Font> {
  return {
    name: fontName,
    family: 2,
    size: look.font?.size ?? fontSize,
    bold: look.font?.bold ?? false,
    italic: look.font?.italic ?? false,
    underline: linked || look.underline ? true : undefined,
    color: { argb: `FF${linked ? '0B5394' : (look.font?.colour ?? ink)}` },
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
