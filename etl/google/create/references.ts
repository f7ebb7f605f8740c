import { formulaReferences } from '../../../shared/plan/formula-references.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { tabKey } from '../render/rendered-tab.ts';

/** Which tabs look into which by formulas; by their keys, a tab itself left out. */
export interface References {
  /** Tabs that look into this one. */
  into(key: string): Iterable<string>;
  /** Tabs that this one looks into. */
  from(key: string): Iterable<string>;
}

export function referencesOf(plan: Plan): References {
  const places = layout(plan);
  const into = new Map<string, Set<string>>();
  const from = new Map<string, Set<string>>();
  for (const sheet of plan.sheets) {
    const key = tabKey(sheet);
    const formulas = [
      ...sheet.rows.flatMap((row) => row.cells.flatMap(({ formula }) => formula ?? [])),
      ...(sheet.conditions ?? []).flatMap(({ rule }) => (rule.type === 'formula' ? rule.formula : [])),
    ];
    for (const reference of formulas.flatMap(formulaReferences)) {
      const target = tabKey(plan.sheets[places.place(reference.from).sheetIndex]!);
      if (target === key) continue;
      into.set(target, (into.get(target) ?? new Set()).add(key));
      from.set(key, (from.get(key) ?? new Set()).add(target));
    }
  }
  return { into: (key) => into.get(key) ?? [], from: (key) => from.get(key) ?? [] };
}
