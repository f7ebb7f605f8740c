import { concreteCodes } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';

export { concreteCode } from '../catalog/concrete.ts';

/** Members by dimension: `{ subject: 'ru', grade: 'g4' }`. */
export type Members = ReadonlyMap<string, string>;

/** All combinations of the members of some dimensions, in printing order, the last dimension running fastest. */
export const combinations = (catalog: Catalog, dims: readonly string[]): readonly (readonly string[])[] =>
  concreteCodes(dims, catalog.dimensions);

/** Members in the order of `dims` as a map. */
export const membersBy = (dims: readonly string[], members: readonly string[]): Members =>
  new Map(dims.map((dim, i) => [dim, members[i]!]));

/** The printed title of a member. */
export const memberTitle = (catalog: Catalog, dim: string, member: string): string =>
  catalog.dimensions.get(dim)?.members.find((m) => m.member === member)?.title ?? member;
