import { combinations, concreteCode, memberTitle } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';

/** A concrete code of a definition and what people call its members. */
export interface ConcreteTitle {
  /** `vpr.passed.ru.g4`. */
  readonly code: string;
  /** «Русский язык», «4 класс»; empty without dims. */
  readonly members: readonly string[];
}

/** All concrete codes of a definition in printing order. Throws RangeError for an unknown dimension. */
export function concreteTitles(
  definition: { readonly code: string; readonly dims: readonly string[] },
  catalog: Pick<Catalog, 'dimensions'>,
): ConcreteTitle[] {
  return combinations(catalog, definition.dims).map((members) => ({
    code: concreteCode(definition.code, members),
    members: members.map((member, i) => memberTitle(catalog, definition.dims[i]!, member)),
  }));
}
