import { addressOf, type Book, type Cell, ProtectedCell, placeOf, type Tab } from './book.ts';
import type { Calls } from './calls.ts';
import { protectionOf, protectRange } from './protection.ts';
import { allows, RuleViolated } from './rule.ts';
import { NotImitated, strict } from './strict.ts';

/** 1-based, inclusive. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function areaOf(a1: string): Area {
  const [from = '', to = from] = a1.split(':');
  const first = placeOf(from);
  const last = placeOf(to);
  return {
    row: first.row,
    column: first.column,
    rows: last.row - first.row + 1,
    columns: last.column - first.column + 1,
  };
}

export interface RangeContext {
  readonly book: Book;
  readonly tab: Tab;
  readonly calls: Calls;
  /** The Sheet this range belongs to, as the script sees it. */
  readonly sheet: () => object;
  /** Runs before a write lands: where two people save at once, or a protection refuses. */
  readonly beforeWrite: (tab: Tab, area: string) => void;
}

/** A Range: a block of cells, read and written as a whole. */
export function rangeOf(context: RangeContext, area: Area) {
  const { book, tab, calls, beforeWrite } = context;
  const { row, column, rows, columns } = area;
  if (rows < 1 || columns < 1)
    throw new Error(`The number of rows or columns in the range must be at least 1.`);
  const from = addressOf(row, column);
  const to = addressOf(row + rows - 1, column + columns - 1);
  const a1 = from === to ? from : `${from}:${to}`;
  const where = `${tab.name}!${a1}`;
  const read = <T>(what: string, pick: (cell: Cell) => T): T[][] => {
    calls.add('read', what, where);
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => pick(tab.cells.get(addressOf(row + r, column + c)) ?? {})),
    );
  };
  const write = <T>(
    what: string,
    values: readonly (readonly T[])[],
    put: (cell: Cell, value: T) => Cell,
  ): void => {
    if (values.length !== rows || values.some((line) => line.length !== columns)) {
      throw new Error(
        `The number of rows in the data does not match the number of rows in the range: ${where}`,
      );
    }
    beforeWrite(tab, a1);
    if (cellsOf(area).some((at) => book.isLocked(tab, at))) throw new ProtectedCell(where);
    if (what === 'setValues' || what === 'setValue') {
      for (const [r, line] of values.entries()) {
        for (const [c, value] of line.entries()) {
          const at = addressOf(row + r, column + c);
          const rule = tab.cells.get(at)?.rule;
          const { value: held } = withValue({ format: tab.cells.get(at)?.format ?? '' }, value);
          if (rule && !allows(rule, held)) throw new RuleViolated(at);
        }
      }
    }
    calls.add('write', what, where);
    for (const [r, line] of values.entries()) {
      for (const [c, value] of line.entries()) {
        const at = addressOf(row + r, column + c);
        tab.cells.set(at, put(tab.cells.get(at) ?? {}, value));
      }
    }
  };
  const same = <T>(value: T): T[][] => Array.from({ length: rows }, () => Array<T>(columns).fill(value));
  const withValue = (cell: Cell, value: unknown): Cell => {
    const { value: _, formula: __, ...look } = cell;
    if (value === '' || value === null || value === undefined) return look;
    if (typeof value === 'string')
      return book.isVerbatim && look.format === '@' ? { ...look, value } : asTyped(look, value);
    return { ...look, value: value as NonNullable<Cell['value']> };
  };
  const shown = ({ value }: Cell): unknown => value ?? '';
  const set =
    <K extends 'note' | 'background' | 'colour' | 'format'>(key: K) =>
    (cell: Cell, value: string | null) => {
      const { [key]: _, ...rest } = cell;
      return (value === null || value === '' ? rest : { ...rest, [key]: value }) as Cell;
    };
  const self: object = strict('Range', {
    getValues: () => read('getValues', shown),
    getValue: () => read('getValue', shown)[0]![0],
    getDisplayValues: () =>
      read('getDisplayValues', ({ value }) =>
        value instanceof Date ? value.toLocaleDateString('ru-RU') : value === undefined ? '' : String(value),
      ),
    getFormulas: () => read('getFormulas', ({ formula }) => formula ?? ''),
    getNumberFormats: () => read('getNumberFormats', ({ format }) => format ?? '0.###############'),
    getNotes: () => read('getNotes', ({ note }) => note ?? ''),
    getFontColors: () => read('getFontColors', ({ colour }) => colour ?? '#000000'),
    getBackgrounds: () => read('getBackgrounds', ({ background }) => background ?? '#ffffff'),
    setValues: (values: unknown[][]) => {
      write('setValues', values, withValue);
      return self;
    },
    setValue: (value: unknown) => {
      write('setValue', same(value), withValue);
      return self;
    },
    setFormula: (formula: string) => {
      if (!formula.startsWith('=')) throw new NotImitated(`Range.setFormula(${formula})`);
      write('setFormula', same(formula), withValue);
      return self;
    },
    setNotes: (notes: (string | null)[][]) => {
      write('setNotes', notes, set('note'));
      return self;
    },
    setNote: (note: string | null) => {
      write('setNote', same(note), set('note'));
      return self;
    },
    setFontColor: (colour: string | null) => {
      write('setFontColor', same(colour), set('colour'));
      return self;
    },
    setFontColors: (colours: (string | null)[][]) => {
      write('setFontColors', colours, set('colour'));
      return self;
    },
    setBackgrounds: (colours: (string | null)[][]) => {
      write('setBackgrounds', colours, set('background'));
      return self;
    },
    setBackground: (colour: string | null) => {
      write('setBackground', same(colour), set('background'));
      return self;
    },
    setNumberFormat: (format: string) => {
      write('setNumberFormat', same(format), set('format'));
      return self;
    },
    copyTo: (to: Block, type: string, isTransposed: boolean) => {
      const target = to.getSheet() === context.sheet() ? areaOf(to.getA1Notation()) : undefined;
      if (!target || isTransposed || target.rows !== rows || target.columns !== columns)
        throw new NotImitated(`Range.copyTo ${to.getA1Notation()}`);
      const moved = target.row - row;
      if (target.column !== column) throw new NotImitated('Range.copyTo another column');
      const what = `copyTo ${type}`;
      const onto = rangeOf(context, target);
      const cells = Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_, c) => tab.cells.get(addressOf(row + r, column + c)) ?? {}),
      );
      writers.get(onto)!(what, cells, (cell, from) => pasted(type, cell, from, moved));
      return undefined;
    },
    getRow: () => row,
    getColumn: () => column,
    getLastRow: () => row + rows - 1,
    getLastColumn: () => column + columns - 1,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getA1Notation: () => a1,
    getSheet: () => context.sheet(),
    protect: () => {
      const protection = protectRange(book, tab, a1);
      calls.add('other', 'protect', where);
      return protectionOf(book, tab, protection, () => self);
    },
    getMergedRanges: () => {
      calls.add('ask', 'getMergedRanges', where);
      return tab.merges
        .map(areaOf)
        .filter((merge) => overlaps(merge, area))
        .map((merge) => rangeOf(context, merge));
    },
    canEdit: () => {
      calls.add('ask', 'canEdit', where);
      return cellsOf(area).every((at) => !book.isLocked(tab, at));
    },
    createTextFinder: (text: string) => textFinder(context, area, text),
    activate: () => {
      if (tab.hidden) throw new NotImitated('Range.activate on a hidden tab');
      calls.add('other', 'activate', where);
      book.active = { tab, cell: from };
      return self;
    },
  });
  writers.set(self, write as Writer);
  return self;
}

const cellsOf = ({ row, column, rows, columns }: Area): string[] =>
  Array.from({ length: rows * columns }, (_, i) =>
    addressOf(row + Math.floor(i / columns), column + (i % columns)),
  );

/** A TextFinder: looks through what cells show, and through formulas where asked to. */
function textFinder(context: RangeContext, area: Area, text: string): object {
  const { tab, calls } = context;
  let inFormulas = false;
  const self: object = strict('TextFinder', {
    matchFormulaText: (wanted: boolean) => {
      inFormulas = wanted;
      return self;
    },
    findAll: () => {
      calls.add('ask', 'findAll', `${tab.name}!${text}`);
      return cellsOf(area)
        .filter((at) => {
          const { value, formula } = tab.cells.get(at) ?? {};
          if (inFormulas && formula?.includes(text)) return true;
          return value !== undefined && !(value instanceof Date) && String(value).includes(text);
        })
        .map((at) => rangeOf(context, areaOf(at)));
    },
  });
  return self;
}

interface Block {
  getA1Notation(): string;
  getSheet(): object;
}

type Writer = (
  what: string,
  cells: readonly (readonly Cell[])[],
  put: (cell: Cell, from: Cell) => Cell,
) => void;
const writers = new WeakMap<object, Writer>();

/** One aspect of a cell on top of another `moved` rows below; formulas move their rows along. */
function pasted(type: string, cell: Cell, from: Cell, moved: number): Cell {
  const { format, background, colour, rule, formula } = from;
  switch (type) {
    case 'PASTE_FORMAT': {
      const { format: _, background: __, colour: ___, ...rest } = cell;
      return {
        ...rest,
        ...(format !== undefined && { format }),
        ...(background !== undefined && { background }),
        ...(colour !== undefined && { colour }),
      };
    }
    case 'PASTE_DATA_VALIDATION': {
      const { rule: _, ...rest } = cell;
      return { ...rest, ...(rule && { rule }) };
    }
    case 'PASTE_FORMULA':
      return formula === undefined
        ? cell
        : {
            ...cell,
            formula: formula.replace(/([A-Z]{1,3})(\d+)/g, (_, c, r) => `${c}${Number(r) + moved}`),
          };
    default:
      throw new NotImitated(`Range.copyTo ${type}`);
  }
}

/** Sheets reads what a script writes as if it were typed, in the Russian locale. */
function asTyped(look: Cell, text: string): Cell {
  if (text.startsWith('=')) return { ...look, formula: text };
  if (text.startsWith("'")) return { ...look, value: text.slice(1) };
  if (look.format === '@') return { ...look, value: text };
  if (/^[+-]?\d+(?:,\d+)?$/.test(text)) return { ...look, value: Number(text.replace(',', '.')) };
  const day = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? undefined;
  if (day) return { ...look, value: new Date(Number(day[3]), Number(day[2]) - 1, Number(day[1])) };
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? undefined;
  if (iso) return { ...look, value: new Date(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3] ?? 1)) };
  // a month and a number are a day, a currency and a number are a sum
  const month = /^(?:(\d{1,2}) )?(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.? (\d{4})$/i;
  if (month.test(text)) return { ...look, value: new Date(2025, 0, 1) };
  const sum = /^(?:р\.|руб\.?|₽|\$|€) ?(\d+)$/i.exec(text) ?? undefined;
  if (sum) return { ...look, value: Number(sum[1]) };
  if (/^(?:true|истина)$/i.test(text)) return { ...look, value: true };
  if (/^(?:false|ложь)$/i.test(text)) return { ...look, value: false };
  return { ...look, value: text };
}

const overlaps = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;
