import type { Draft } from '../draft.ts';
import type { CatalogFault } from '../fault.ts';
import { overlap } from '../in-force.ts';
import type { Indicator } from '../types.ts';
import type { Side } from './sides.ts';

/** Indicators that are computed through themselves, `prev` included; each cycle is named once. */
export function checkCycles(draft: Draft, sides: ReadonlyMap<Indicator, readonly Side[]>): void {
  const inputsOf = (from: Indicator): Indicator[] =>
    (sides.get(from) ?? []).flatMap((side) =>
      side.inputs.flatMap((input) =>
        input.type === 'indicator' ? input.versions.filter((version) => overlap(version, from)) : [],
      ),
    );
  addCycles(draft, draft.catalog.indicators, inputsOf, 'expression.cycle');
}

/** Headings that stand under themselves. */
export function checkParents(draft: Draft, versionsOf: (code: string) => readonly Indicator[]): void {
  const parentsOf = (from: Indicator): Indicator[] =>
    from.parent === '' ? [] : versionsOf(from.parent).filter((version) => overlap(version, from));
  addCycles(draft, draft.catalog.indicators, parentsOf, 'parent.cycle');
}

function addCycles(
  draft: Draft,
  nodes: readonly Indicator[],
  next: (from: Indicator) => readonly Indicator[],
  code: 'expression.cycle' | 'parent.cycle',
): void {
  const done = new Set<Indicator>();
  const path: Indicator[] = [];
  const onPath = new Set<Indicator>();
  const named = new Set<string>();
  const visit = (node: Indicator): void => {
    if (onPath.has(node)) {
      const cycle = path.slice(path.indexOf(node));
      const key = cycle
        .map((one) => one.code)
        .sort()
        .join(' ');
      if (!named.has(key)) draft.faults.push(cycleFault(cycle, code));
      named.add(key);
      return;
    }
    if (done.has(node)) return;
    path.push(node);
    onPath.add(node);
    for (const one of next(node)) visit(one);
    path.pop();
    onPath.delete(node);
    done.add(node);
  };
  for (const node of nodes) visit(node);
}

const cycleFault = (cycle: readonly Indicator[], code: CatalogFault['code']): CatalogFault => ({
  ...cycle[0]!.origin,
  code,
  params: { cycle: [...cycle, cycle[0]!].map((one) => one.code).join(' → ') },
});
