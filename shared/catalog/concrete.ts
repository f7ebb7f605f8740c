import type { Catalog, DataElement, Dimension } from './types.ts';

/** A concrete code taken apart: the element and one member per entry of its `dims`. */
export interface ConcreteElement {
  readonly element: DataElement;
  readonly members: readonly string[];
}

/** `vpr.passed` + `ru`, `g4` → `vpr.passed.ru.g4`. */
export const concreteCode = (base: string, members: readonly string[]): string =>
  [base, ...members].join('.');

/**
 * All combinations of members, the last dimension running fastest, each in printing order; no dims → one empty
 * combination. `concreteCode(base, combination)` makes the code. Throws RangeError for an unknown dimension.
 */
export function concreteCodes(
  dims: readonly string[],
  dimensions: ReadonlyMap<string, Dimension>,
): readonly (readonly string[])[] {
  let combinations: readonly (readonly string[])[] = [[]];
  for (const dim of dims) {
    const dimension = dimensions.get(dim);
    if (dimension === undefined) throw new RangeError(`unknown dimension: ${dim}`);
    const next: string[][] = [];
    for (const before of combinations) {
      for (const { member } of dimension.members) next.push([...before, member]);
    }
    combinations = next;
  }
  return combinations;
}

/**
 * Takes a concrete code apart with the longest base that fits; `find` knows the bases (and their old names).
 * The members must be exactly those of the base's dims.
 */
export function splitConcrete<T extends { readonly dims: readonly string[] }>(
  code: string,
  find: (base: string) => T | undefined,
  dimensions: ReadonlyMap<string, Dimension>,
): { readonly base: T; readonly members: readonly string[] } | undefined {
  const segments = code.split('.');
  for (let length = segments.length; length > 0; length--) {
    const base = find(segments.slice(0, length).join('.'));
    const members = segments.slice(length);
    if (base === undefined || base.dims.length !== members.length) continue;
    const fits = base.dims.every((dim, at) =>
      dimensions.get(dim)?.members.some(({ member }) => member === members[at]),
    );
    if (fits) return { base, members };
  }
  return undefined;
}

const byAlias = new WeakMap<Catalog, ReadonlyMap<string, DataElement>>();

function aliasesOf(catalog: Catalog): ReadonlyMap<string, DataElement> {
  const known = byAlias.get(catalog);
  if (known !== undefined) return known;
  const aliases = new Map<string, DataElement>();
  for (const element of catalog.elements.values()) {
    for (const alias of element.aliases) aliases.set(alias, element);
  }
  byAlias.set(catalog, aliases);
  return aliases;
}

/**
 * The element and members that a concrete code names, also under an old name of the element. Undefined where
 * there is none, and for a bare base code of an element that has dims.
 */
export function resolveConcrete(catalog: Catalog, code: string): ConcreteElement | undefined {
  const aliases = aliasesOf(catalog);
  const find = (base: string) => catalog.elements.get(base) ?? aliases.get(base);
  const found = splitConcrete(code, find, catalog.dimensions);
  return found && { element: found.base, members: found.members };
}
