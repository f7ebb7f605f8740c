import { calculationTab } from '../parse/calculation-tab.ts';
import type { Formula, PlanRow, PlanSheet, Scalar } from '../plan/plan.ts';
import { cell } from './formula.ts';

/** A cell of the hidden tab of intermediate results. */
export interface Step {
  readonly id: string;
  readonly formula?: Formula;
  readonly value?: Scalar;
}

/**
 * The hidden tab `_calc`: each intermediate result has a cell of its own, so that formulas stay short (Excel takes
 * 8,192 characters) and a value used twice is written once. Column A says what the row is.
 */
export class Calculation {
  private readonly rows: PlanRow[] = [];
  private readonly known = new Set<string>();
  private count = 0;

  /** One row with its steps side by side, so that a range may run over them. */
  row(label: string, steps: readonly Step[]): void {
    for (const step of steps) this.known.add(step.id);
    this.rows.push({
      cells: [
        { column: 1, value: label, style: 'muted' },
        ...steps.map((step, i) => ({ column: i + 2, ...step })),
      ],
    });
  }

  /** One step in a row of its own; its reference. */
  step(label: string, id: string, formula: Formula): Formula {
    this.row(label, [{ id, formula }]);
    return cell(id);
  }

  /** A step nobody else refers to by name. */
  aside(label: string, formula: Formula): Formula {
    this.count++;
    return this.step(label, `step ${this.count}`, formula);
  }

  has(id: string): boolean {
    return this.known.has(id);
  }

  sheet(): PlanSheet {
    return {
      name: calculationTab,
      hidden: true,
      protect: true,
      columns: [{ width: 40 }, { width: 14 }],
      rows: this.rows,
      print: { orientation: 'landscape' },
    };
  }
}
