import type { EntryRule, PlanSheet } from '../../shared/plan/plan.ts';
import { rectangles } from './rectangles.ts';

/** The entry cells of a tab as rectangles of cells that obey the same rule. */
export function entryAreas(sheet: PlanSheet) {
  // templates share one rule object among many cells
  const keys = new Map<EntryRule, string>();
  const keyOf = (rule: EntryRule): string => {
    const key = keys.get(rule) ?? JSON.stringify(rule);
    keys.set(rule, key);
    return key;
  };
  const cells = sheet.rows.flatMap((row, index) =>
    row.cells
      .flatMap(({ entry, column }) => (entry ? [{ row: index + 1, column, key: keyOf(entry), entry }] : []))
      .sort((a, b) => a.column - b.column),
  );
  return rectangles(cells).map(({ range, first }) => ({ range, rule: first.entry }));
}
