import type { Catalog, DataElement, Dimension } from '../catalog/types.ts';

/** Which member stands for each dimension: `{ subject: 'ru', grade: 'g4' }`. */
export type Members = ReadonlyMap<string, string>;

export const noMembers: Members = new Map();

/** A concrete code: the base code, then the members in the order of `dims`. */
export const concreteCode = (base: string, dims: readonly string[], members: Members): string =>
  dims.reduce((code, dim) => `${code}.${members.get(dim)}`, base);

/** All combinations of members of `dims` beside the `fixed` ones, in the order of dimensions.csv. */
export function combinations(
  dims: readonly string[],
  dimensions: ReadonlyMap<string, Dimension>,
  fixed: Members = noMembers,
): Members[] {
  let result: Members[] = [fixed];
  for (const dim of dims) {
    if (fixed.has(dim)) continue;
    const members = dimensions.get(dim)?.members ?? [];
    const next: Members[] = [];
    for (const one of result) for (const { member } of members) next.push(new Map(one).set(dim, member));
    result = next;
  }
  return result;
}

/** Splits a concrete code into a base code and its members; undefined where `base` with `dims` cannot give it. */
export function membersIn(
  code: string,
  base: string,
  dims: readonly string[],
  dimensions: ReadonlyMap<string, Dimension>,
): Members | undefined {
  if (dims.length === 0) return code === base ? noMembers : undefined;
  if (!code.startsWith(`${base}.`)) return undefined;
  const parts = code.slice(base.length + 1).split('.');
  if (parts.length !== dims.length) return undefined;
  const members = new Map<string, string>();
  for (let i = 0; i < dims.length; i++) {
    const known = dimensions.get(dims[i]!)?.members.some((m) => m.member === parts[i]);
    if (!known) return undefined;
    members.set(dims[i]!, parts[i]!);
  }
  return members;
}

/** `vpr.passed.ru.g4` → element `vpr.passed` and its members; undefined for a code the catalogue does not know. */
export function resolveElement(
  catalog: Catalog,
  code: string,
): { element: DataElement; members: Members } | undefined {
  for (let base = code; base !== ''; base = base.slice(0, Math.max(0, base.lastIndexOf('.')))) {
    const element = catalog.elements.get(base);
    if (!element) continue;
    const members = membersIn(code, base, element.dims, catalog.dimensions);
    if (members) return { element, members };
  }
  return undefined;
}
