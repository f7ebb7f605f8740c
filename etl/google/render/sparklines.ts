import { googleDialect } from '../../../shared/plan/formula-dialect.ts';
import { formulaText } from '../../../shared/plan/formula-text.ts';
import type { Layout } from '../../../shared/plan/layout.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { colours, sparklineColour } from '../../drawing/looks.ts';

/**
 * Small columns as formulas. The sign between columns of an array follows the locale, that between rows does not: each
 * option is a transposed pair, and the pairs stand below each other.
 */
const options = (
  [
    ['charttype', '"column"'],
    ['color', `"#${sparklineColour}"`],
    ['lastcolor', `"#${colours.blue}"`],
    ['negcolor', `"#${colours.red}"`],
    ['ymin', '0'],
    ['empty', '"ignore"'],
    ['nan', '"ignore"'],
  ] as const
)
  .map(([name, value]) => `TRANSPOSE({"${name}";${value}})`)
  .join(';');

/** Formulas of a tab's sparklines by `row column`, without `=`. */
export function sparklineFormulas(sheet: PlanSheet, layout: Layout): Map<string, string> {
  return new Map(
    (sheet.sparklines ?? []).map(({ cell, values }) => {
      const { row, column } = layout.place(cell);
      const range = formulaText({ type: 'range', ...values }, layout, sheet.name, { dialect: googleDialect });
      return [`${row} ${column}`, `SPARKLINE(${range};{${options}})`];
    }),
  );
}
