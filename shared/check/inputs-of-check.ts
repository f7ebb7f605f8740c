import { combinations, elementRead, type Members, membersBy, noMembers } from '../catalog/concrete.ts';
import type { Catalog, Check } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { inputsOf, partsOf } from '../expression/inputs.ts';
import type { Definitions } from '../indicator/definitions.ts';

/** What is known of indicators that a side may name. */
type Indicators = Pick<Definitions, 'anyOf'>;

/** Dims of one input: of an element, or of an indicator. A concrete code has none left. */
function dimsOf(code: string, catalog: Catalog, definitions: Indicators): readonly string[] {
  return catalog.elements.get(code)?.dims ?? definitions.anyOf(code)?.dims ?? [];
}

/** The combinations of members for which a check is run: those of the dims common to all inputs; the others are summed. */
export function membersOf(
  { left, right }: Pick<Check, 'left' | 'right'>,
  catalog: Catalog,
  definitions: Indicators,
): Members[] {
  const inputs = [...inputsOf(left), ...inputsOf(right)];
  const [first, ...rest] = inputs.map((code) => dimsOf(code, catalog, definitions));
  const common = (first ?? []).filter((dim) => rest.every((dims) => dims.includes(dim)));
  return combinations(catalog, common).map((combination) => membersBy(common, combination));
}

/** Concrete elements that an expression reads in the period itself; what `prev` reads lies elsewhere. */
export function cellsOf(expression: Expression, catalog: Catalog, members: Members = noMembers): string[] {
  if (expression.type === 'call' && expression.name === 'prev') return [];
  if (expression.type !== 'ref')
    return partsOf(expression).flatMap((part) => cellsOf(part, catalog, members));
  return [...(elementRead(catalog, expression.code, members)?.codes ?? [])];
}
