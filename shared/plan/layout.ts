import { checkRange } from './address.ts';
import { checkCells } from './check-cells.ts';
import { checkSheet } from './check-sheet.ts';
import { DuplicateCellId, InvalidPlace, UnknownCellId } from './errors.ts';
import type { Plan, PlanRange } from './plan.ts';
import { checkSheetNames } from './sheet-name.ts';

/** Where a cell stands once the plan is laid out. */
export interface CellPlace {
  /** Name of the tab and its 0-based index in the plan. */
  readonly sheet: string;
  readonly sheetIndex: number;
  /** 1-based. */
  readonly row: number;
  readonly column: number;
}

export interface RangePlace {
  readonly sheet: string;
  readonly sheetIndex: number;
  readonly range: PlanRange;
}

export interface Layout {
  readonly places: ReadonlyMap<string, CellPlace>;
  /** Throws UnknownCellId. */
  place(id: string): CellPlace;
  /** The rectangle between two cells of one tab. Throws UnknownCellId, or InvalidPlace across tabs. */
  range(from: string, to: string): RangePlace;
  /** Throws InvalidPlace if no tab has this name. */
  sheetIndex(name: string): number;
}

/**
 * Gives every cell id its address and checks the whole plan, so that a renderer meets no surprise.
 * Throws a PlanError: InvalidSheetName, DuplicateCellId, UnknownCellId, InvalidPlace, InvalidCell or InvalidFormula.
 */
export function layout(plan: Plan): Layout {
  checkSheetNames(plan.sheets.map((sheet) => sheet.name));
  if (!plan.isPart && plan.sheets.every((sheet) => sheet.hidden))
    throw new InvalidPlace('a workbook needs a tab that can be seen');
  const indexes = new Map(plan.sheets.map((sheet, index) => [sheet.name, index]));
  const places = new Map<string, CellPlace>();
  for (const [sheetIndex, sheet] of plan.sheets.entries()) {
    for (const [rowIndex, row] of sheet.rows.entries()) {
      for (const cell of row.cells) {
        if (cell.id === undefined) continue;
        const other = places.get(cell.id);
        if (other) throw new DuplicateCellId(`${cell.id}: in «${other.sheet}» and «${sheet.name}»`);
        places.set(cell.id, { sheet: sheet.name, sheetIndex, row: rowIndex + 1, column: cell.column });
      }
    }
  }
  const result = createLayout(indexes, places);
  for (const sheet of plan.sheets) {
    checkCells(sheet, result);
    checkSheet(sheet, result);
  }
  return result;
}

function createLayout(indexes: ReadonlyMap<string, number>, places: ReadonlyMap<string, CellPlace>): Layout {
  const place = (id: string): CellPlace => {
    const found = places.get(id);
    if (!found) throw new UnknownCellId(id);
    return found;
  };
  return {
    places,
    place,
    range(from, to) {
      const first = place(from);
      const last = place(to);
      if (first.sheetIndex !== last.sheetIndex) throw new InvalidPlace(`${from}:${to} spans two tabs`);
      const range = {
        firstRow: first.row,
        firstColumn: first.column,
        lastRow: last.row,
        lastColumn: last.column,
      };
      checkRange(range, `${from}:${to}`);
      return { sheet: first.sheet, sheetIndex: first.sheetIndex, range };
    },
    sheetIndex(name) {
      const index = indexes.get(name);
      if (index === undefined) throw new InvalidPlace(`no tab «${name}»`);
      return index;
    },
  };
}
