import type { CellRange, CellScalar, SheetCell, SheetData } from '../../shared/parse/workbook.ts';

/** A workbook as plain JSON, as small as it gets: a large one holds tens of thousands of cells. */
export interface Snapshot {
  readonly id: string;
  readonly name: string;
  /** Today where the spreadsheet is, `YYYY-MM-DD`. */
  readonly today: string;
  readonly tabs: readonly PackedTab[];
}

export interface PackedTab {
  readonly gid: number;
  readonly name: string;
  readonly hidden: boolean;
  /** First row, first column, last row, last column. */
  readonly merges: readonly (readonly [number, number, number, number])[];
  /** Row, column, value, row, column, value, … in reading order. */
  readonly cells: readonly PackedValue[];
}

/** Numbers, texts and booleans as they are; anything else says what it is. */
type PackedValue = number | string | boolean | PackedObject;
interface PackedObject {
  readonly is: 'percent' | 'day' | 'error' | 'formula';
  readonly of: number | string | boolean | PackedObject;
}

/** Packs a tab; `unpackTab` is the way back. */
export function packTab({ gid = 0, name, hidden, merges, cells }: SheetData): PackedTab {
  return {
    gid,
    name,
    hidden,
    merges: merges.map((m) => [m.firstRow, m.firstColumn, m.lastRow, m.lastColumn] as const),
    cells: cells.flatMap(({ row, column, scalar, formula }) => {
      const value = packed(scalar);
      return [row, column, formula ? ({ is: 'formula', of: value } as const) : value];
    }),
  };
}

export function unpackTab({ gid, name, hidden, merges, cells }: PackedTab): SheetData {
  const found: SheetCell[] = [];
  for (let at = 0; at < cells.length; at += 3) {
    const value = cells[at + 2]!;
    const isFormula = typeof value === 'object' && value.is === 'formula';
    found.push({
      row: Number(cells[at]),
      column: Number(cells[at + 1]),
      scalar: unpacked(isFormula ? value.of : value),
      ...(isFormula && { formula: true }),
    });
  }
  return {
    gid,
    name,
    hidden,
    cells: found,
    merges: merges.map(
      ([firstRow, firstColumn, lastRow, lastColumn]): CellRange => ({
        firstRow,
        firstColumn,
        lastRow,
        lastColumn,
      }),
    ),
  };
}

function packed(scalar: CellScalar): PackedValue {
  switch (scalar.type) {
    case 'number':
      return scalar.percent ? { is: 'percent', of: scalar.value } : scalar.value;
    case 'date':
      return { is: 'day', of: scalar.day };
    case 'error':
      return { is: 'error', of: scalar.value };
    case 'empty':
    case 'uncached':
      return '';
    default:
      return scalar.value;
  }
}

function unpacked(value: PackedValue): CellScalar {
  if (typeof value === 'number') return { type: 'number', value };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'string') return value === '' ? { type: 'empty' } : { type: 'text', value };
  if (value.is === 'percent') return { type: 'number', value: Number(value.of), percent: true };
  if (value.is === 'day') return { type: 'date', day: String(value.of) };
  return { type: 'error', value: String(value.of) };
}
