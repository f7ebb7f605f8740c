import { type CellResult, isError } from './calculated.ts';
import { cellValue } from './cell-value.ts';
import { FormulaCycle } from './errors.ts';
import { createEvaluator } from './evaluate-formula.ts';
import type { Layout } from './layout.ts';
import type { Plan, PlanCell } from './plan.ts';

/** The plan with every formula worked out. */
export interface Calculated {
  /** By id. Throws UnknownCellId. */
  value(id: string): CellResult;
  /** By 0-based tab and 1-based place; undefined where there is no cell. */
  at(sheetIndex: number, row: number, column: number): CellResult;
}

const pending = Symbol('pending');

/**
 * Works out all formulas of a plan as a spreadsheet would, so that files carry cached results.
 * Each formula is evaluated once, on demand. `at` and `value` throw FormulaCycle for a formula that needs itself.
 */
export function calculate(plan: Plan, layout: Layout): Calculated {
  const cells = plan.sheets.map((sheet) =>
    sheet.rows.map((row) => new Map(row.cells.map((cell) => [cell.column, cell] as const))),
  );
  const results = new Map<PlanCell, CellResult | typeof pending>();

  const at = (sheetIndex: number, row: number, column: number): CellResult => {
    const cell = cells[sheetIndex]?.[row - 1]?.get(column);
    if (!cell) return undefined;
    if (!cell.formula) return cellValue(cell);
    const known = results.get(cell);
    if (known === pending)
      throw new FormulaCycle(`«${plan.sheets[sheetIndex]?.name}» row ${row} column ${column}`);
    if (known !== undefined) return known;
    results.set(cell, pending);
    const value = evaluate(cell.formula);
    // a formula never leaves its own cell blank: `=A1` over a blank cell shows 0
    const shown = value === undefined ? 0 : !isError(value) && Object.is(value, -0) ? 0 : value;
    results.set(cell, shown);
    return shown;
  };
  const evaluate = createEvaluator(layout, at);
  return {
    at,
    value(id) {
      const { sheetIndex, row, column } = layout.place(id);
      return at(sheetIndex, row, column);
    },
  };
}
