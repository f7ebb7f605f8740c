import { concreteCode, concreteCodes } from '../catalog/concrete.ts';
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
  { dimensions }: Pick<Catalog, 'dimensions'>,
): ConcreteTitle[] {
  return concreteCodes(definition.dims, dimensions).map((members) => ({
    code: concreteCode(definition.code, members),
    members: members.map(
      (member, i) =>
        dimensions.get(definition.dims[i]!)?.members.find((m) => m.member === member)?.title ?? member,
    ),
  }));
}
