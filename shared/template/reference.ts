import { type Members, membersBy, resolveConcrete, splitConcrete } from '../catalog/concrete.ts';
import type { Catalog, DataElement, Indicator } from '../catalog/types.ts';

/** What a name in an expression stands for; `fixed` = the members a concrete code carries. */
export type Reference =
  | { readonly kind: 'element'; readonly element: DataElement; readonly fixed?: Members }
  | { readonly kind: 'indicator'; readonly indicator: Indicator; readonly fixed?: Members };

/**
 * Resolves a code of an expression: a base code takes its members from the indicator that asks, a concrete one has
 * its own. `definition` finds the version of an indicator. Undefined for what is unknown or not valid.
 */
export function resolveReference(
  catalog: Catalog,
  code: string,
  definition: (base: string) => Indicator | undefined,
): Reference | undefined {
  const element = catalog.elements.get(code);
  if (element) return { kind: 'element', element };
  const concrete = resolveConcrete(catalog, code);
  if (concrete) {
    const fixed = membersBy(concrete.element.dims, concrete.members);
    return { kind: 'element', element: concrete.element, fixed };
  }
  const indicator = definition(code);
  if (indicator) return { kind: 'indicator', indicator };
  const found = splitConcrete(code, definition, catalog.dimensions);
  return (
    found && { kind: 'indicator', indicator: found.base, fixed: membersBy(found.base.dims, found.members) }
  );
}
