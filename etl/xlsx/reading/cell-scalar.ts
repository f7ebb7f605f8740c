import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { isDay } from '../../../shared/period/period.ts';
import { serialDay } from '../../../shared/period/serial-day.ts';
import { unescapeText } from './escaped-text.ts';
import type { NumberMeaning } from './number-format.ts';
import { Unreadable } from './unreadable.ts';

/** What all cells of a workbook share. */
export interface CellContext {
  readonly strings: readonly CellScalar[];
  readonly styles: readonly NumberMeaning[];
  readonly system1904: boolean;
  readonly maxLength: number;
}

/** A cell as its XML gives it. */
export interface RawCell {
  /** Attribute `t`; empty = a number. */
  readonly type: string;
  /** Attribute `s`. */
  readonly style: number;
  /** Content of `<v>`; undefined where there is none. */
  readonly value: string | undefined;
  /** Content of `<is>`. */
  readonly inline: string | undefined;
  readonly formula: boolean;
}

const empty: CellScalar = { type: 'empty' };
const uncached: CellScalar = { type: 'uncached' };

/** Turns the seven shapes of cells into one. A formula whose stored result is missing is `uncached`, never empty. */
export function cellScalar(cell: RawCell, context: CellContext): CellScalar {
  if (cell.type === 'inlineStr')
    return cell.inline === undefined ? nothing(cell) : text(cell.inline, context);
  if (cell.value === undefined) return nothing(cell);
  if (cell.type === 'str') {
    // a formula may well give an empty text; a typed-in one is no content
    return cell.value === '' && !cell.formula ? empty : text(unescapeText(cell.value), context);
  }
  const value = cell.value.trim();
  if (value === '') return nothing(cell);
  switch (cell.type) {
    case 's':
      return sharedText(value, context);
    case 'b':
      return { type: 'boolean', value: value === '1' || value === 'true' };
    case 'e':
      return { type: 'error', value };
    case 'd':
      return isDay(value.slice(0, 10)) ? { type: 'date', day: value.slice(0, 10) } : text(value, context);
    default:
      return number(value, cell, context);
  }
}

/** A text that the table does not hold was typed by somebody and is lost: the file is broken, the cell not empty. */
function sharedText(index: string, { strings }: CellContext): CellScalar {
  const found = strings[Number(index)];
  if (!found) throw new Unreadable('file.broken_xml', { part: 'sharedStrings' });
  return found;
}

const nothing = (cell: RawCell): CellScalar => (cell.formula ? uncached : empty);

const text = (value: string, context: CellContext): CellScalar => ({
  type: 'text',
  value: value.slice(0, context.maxLength),
});

function number(written: string, cell: RawCell, context: CellContext): CellScalar {
  const value = Number(written);
  // `Number` also reads 0x10 and Infinity, which no spreadsheet means
  if (!Number.isFinite(value) || /[^\d.eE+-]/.test(written)) return text(written, context);
  const meaning = context.styles[cell.style];
  if (meaning === 'percent') return { type: 'number', value, percent: true };
  const day = meaning === 'date' ? serialDay(value, context.system1904) : undefined;
  return day === undefined ? { type: 'number', value } : { type: 'date', day };
}
