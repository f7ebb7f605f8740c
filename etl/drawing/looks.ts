import type { Colour, NumberFormat, PlanCell, StyleName } from '../../shared/plan/plan.ts';

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

/** Colours of series that name none. Neighbours differ in lightness too, for print in black and white and for the colour-blind. */
export const palette: readonly Colour[] = ['blue', 'amber', 'teal', 'red', 'violet', 'green', 'grey'];

export const ink = '262626';
export const linkColour = '0B5394';

/** Low, middle and high of a scale: warm to cool, told apart without red and green. */
export const scaleColours = ['F4C7AB', 'FFFFFF', 'A9CCE3'] as const;
export const barColour = '9DB8D6';
/** Columns of a sparkline but for the last, which is blue. */
export const sparklineColour = '9DB7CF';

/** Lines around a cell: of a table, of a cell to fill in, or only below, to write on. */
export type Edge = 'box' | 'entry' | 'under';
/** Colours of these lines; the one to write on is dark enough to be seen on a copy. */
export const edgeColours: Readonly<Record<Edge, string>> = {
  box: 'BFC7D1',
  entry: '8EA9C8',
  under: '595959',
};

export interface Look {
  readonly font?: {
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly colour?: string;
  };
  readonly fill?: string;
  readonly edge?: Edge;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly underline?: boolean;
}

/** The one table of looks: each meaning of the plan → font, fill, lines, alignment. All renderers read it. */
export const looks: Readonly<Record<StyleName, Look>> = {
  title: { font: { size: 15, bold: true, colour: '1F3864' }, vertical: 'middle', wrap: true },
  subtitle: { font: { size: 11, colour: '44546A' }, vertical: 'middle', wrap: true },
  figure: {
    font: { size: 20, bold: true, colour: '1F3864' },
    edge: 'box',
    horizontal: 'center',
    vertical: 'middle',
  },
  section: {
    font: { size: 11, bold: true, colour: '1F3864' },
    fill: 'D6E0EC',
    edge: 'box',
    vertical: 'middle',
    wrap: true,
  },
  heading: {
    font: { bold: true, colour: '1F3864' },
    fill: 'E9EEF5',
    edge: 'box',
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  label: { edge: 'box', vertical: 'middle', wrap: true },
  unit: { font: { colour: '595959' }, edge: 'box', horizontal: 'center', vertical: 'middle', wrap: true },
  help: { font: { size: 9, italic: true, colour: '595959' }, vertical: 'middle', wrap: true },
  entry: { fill: 'FFF9DB', edge: 'entry', horizontal: 'right', vertical: 'middle' },
  locked: {
    font: { colour: '595959' },
    fill: 'F2F2F2',
    edge: 'box',
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  value: { edge: 'box', horizontal: 'right', vertical: 'middle' },
  line: { edge: 'under', vertical: 'bottom', wrap: true },
  text: { edge: 'box', vertical: 'middle', wrap: true },
  muted: { font: { colour: '666666' }, vertical: 'middle', wrap: true },
  good: {
    font: { colour: '1E5C3F' },
    fill: 'DDEFE4',
    edge: 'box',
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  attention: {
    font: { colour: '7A5200' },
    fill: 'FDEFCF',
    edge: 'box',
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  bad: {
    font: { bold: true, colour: '8C2F1B' },
    fill: 'F8DDD5',
    edge: 'box',
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  },
  link: { font: { colour: linkColour }, underline: true, vertical: 'middle', wrap: true },
  key: { font: { size: 8, colour: 'A6A6A6' }, vertical: 'middle' },
};

/** The second paragraph of a cell: smaller and paler than any label, dark enough for print. */
export const detailLook = { size: 9, colour: '595959' } as const;

export interface TextLook {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly wrap: boolean;
  readonly indented: boolean;
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
export function isIndented(look: Look): boolean {
  return (look.edge === 'box' && look.horizontal === undefined) || look.horizontal === 'right';
}

/** How one cell looks: its style, what its rule and its link change, and how its number is shown. */
export interface CellLook {
  readonly look: Look;
  readonly format: NumberFormat;
  readonly isLinked: boolean;
  readonly horizontal: Look['horizontal'];
  readonly wrap: boolean;
  /** Equal keys look alike. */
  readonly key: string;
}

export function cellLook(cell: PlanCell): CellLook {
  const style = cell.style ?? (cell.entry ? 'entry' : undefined);
  const format = formatOf(cell);
  const isText = cell.entry?.type === 'text' || cell.entry?.type === 'link';
  const wrapEntry = !cell.blocked && (isText || cell.entry?.type === 'list');
  const number = typeof cell.value === 'number';
  const isLinked = cell.link !== undefined;
  const look: Look = style ? looks[style] : {};
  const horizontal = wrapEntry ? 'left' : (look.horizontal ?? (style && !number ? 'left' : undefined));
  return {
    look,
    format,
    isLinked,
    horizontal,
    wrap: look.wrap === true || wrapEntry,
    key: `${style} ${format} ${wrapEntry} ${isLinked} ${number}`,
  };
}

/**
 * Entry cells stay General unless the plan says otherwise: only in a General cell does a typed `85 %` keep its percent
 * format, by which the reader knows that 0.85 means 85. Text entries are `@`, so that 1.10 stays 1.10.
 */
function formatOf(cell: PlanCell): NumberFormat {
  if (cell.format) return cell.format;
  if (cell.entry?.type === 'date') return 'date';
  return cell.entry?.type === 'text' || cell.entry?.type === 'link' ? 'text' : 'general';
}
