import { formulaReferences } from '../../../shared/plan/formula-references.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { tabKey } from '../render/render-plan.ts';

/** By key of a tab: keys of the other tabs whose formulas look into it. */
export function referringTabs(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const places = layout(plan);
  const referring = new Map<string, Set<string>>();
  for (const sheet of plan.sheets) {
    const key = tabKey(sheet);
    const formulas = [
      ...sheet.rows.flatMap((row) => row.cells.flatMap(({ formula }) => formula ?? [])),
      ...(sheet.conditions ?? []).flatMap(({ rule }) => (rule.type === 'formula' ? rule.formula : [])),
    ];
    for (const { from } of formulas.flatMap(formulaReferences)) {
      const target = tabKey(plan.sheets[places.place(from).sheetIndex]!);
      if (target === key) continue;
      const known = referring.get(target) ?? new Set();
      referring.set(target, known.add(key));
    }
  }
  return referring;
}
