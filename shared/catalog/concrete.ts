import type { Catalog, DataElement, Dimension } from './types.ts';

/** Which member stands for each dimension: `{ subject: 'ru', grade: 'g4' }`. */
export type Members = ReadonlyMap<string, string>;

export const noMembers: Members = new Map();

/** A concrete code taken apart: the element and one member per entry of its `dims`. */
export interface ConcreteElement {
  readonly element: DataElement;
  readonly members: readonly string[];
}

/** `vpr.passed` + `ru`, `g4` → `vpr.passed.ru.g4`. */
export const concreteCode = (base: string, members: readonly string[]): string =>
  [base, ...members].join('.');

/** Members in the order of `dims`, by dimension. */
export const membersBy = (dims: readonly string[], members: readonly string[]): Members =>
  new Map(dims.map((dim, i) => [dim, members[i]!]));

/** The printed title of a member; its code where the catalogue has none. */
export const memberTitle = (
  { dimensions }: Pick<Catalog, 'dimensions'>,
  dim: string,
  member: string,
): string => dimensions.get(dim)?.members.find((one) => one.member === member)?.title ?? member;

/**
 * All combinations of members, the last dimension running fastest, each in printing order; a dimension of `bound` has
 * that one member only; no dims → one empty combination. Throws RangeError for an unknown dimension.
 */
export function combinations(
  { dimensions }: Pick<Catalog, 'dimensions'>,
  dims: readonly string[],
  bound: Members = noMembers,
): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [[]];
  for (const dim of dims) {
    const only = bound.get(dim);
    const members = only === undefined ? dimensions.get(dim)?.members.map((one) => one.member) : [only];
    if (members === undefined) throw new RangeError(`unknown dimension: ${dim}`);
    const next: string[][] = [];
    for (const before of all) for (const member of members) next.push([...before, member]);
    all = next;
  }
  return all;
}

/** Every concrete code of an element or indicator, its dims bound as far as `bound` says, in the order of `combinations`. */
export const concreteCodes = (
  catalog: Pick<Catalog, 'dimensions'>,
  base: { readonly code: string; readonly dims: readonly string[] },
  bound: Members = noMembers,
): string[] => combinations(catalog, base.dims, bound).map((members) => concreteCode(base.code, members));

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

/**
 * What a code of an expression reads: one element and its concrete codes under the present name. A base code takes
 * its members from the indicator that asks (`bound`) and all others; a concrete one has its own. Undefined for what
 * is no element.
 */
export function elementRead(
  catalog: Catalog,
  code: string,
  bound: Members = noMembers,
): { readonly element: DataElement; readonly codes: readonly string[] } | undefined {
  const base = catalog.elements.get(code) ?? aliasesOf(catalog).get(code);
  if (base) return { element: base, codes: concreteCodes(catalog, base, bound) };
  const found = resolveConcrete(catalog, code);
  return found && { element: found.element, codes: [concreteCode(found.element.code, found.members)] };
}
