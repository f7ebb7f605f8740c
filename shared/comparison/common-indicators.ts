import { memberTitle, splitConcrete } from '../catalog/concrete.ts';
import type { Catalog, Indicator } from '../catalog/types.ts';
import type { CommonIndicator, ComparisonFacts } from './facts.ts';

/** An indicator of several districts under its full name. */
export interface NamedIndicator extends CommonIndicator {
  readonly definition: Indicator;
  readonly title: string;
}

/** Common indicators of one direction; those shown in its chart come first. */
export interface CommonGroup {
  /** Id of the direction. */
  readonly direction: string;
  readonly rows: readonly NamedIndicator[];
  /** How many of the first rows are charted. */
  readonly charted: number;
}

/** So many shares are still told apart in one chart. */
const mostCharted = 6;

/** In the order of directions and of the catalogue. Charted are shares that all districts have and that differ. */
export function commonGroups(catalog: Catalog, facts: ComparisonFacts): CommonGroup[] {
  const named = namedIndicators(catalog, facts);
  const order = [...new Set([...catalog.directions.keys(), ...named.map((row) => row.definition.direction)])];
  return order.flatMap((direction): CommonGroup[] => {
    const own = named.filter((row) => row.definition.direction === direction);
    if (own.length === 0) return [];
    const telling = own.filter((row) => row.definition.unit === '%' && isTelling(row, facts));
    const plain = telling.filter(({ definition }) => definition.dims.length === 0);
    // whole figures before those of subjects and grades
    const charted = [...plain, ...telling.filter((row) => !plain.includes(row))].slice(0, mostCharted);
    return [
      {
        direction,
        rows: [...charted, ...own.filter((row) => !charted.includes(row))],
        charted: charted.length,
      },
    ];
  });
}

/** All districts have it and not all the same. */
function isTelling({ values }: CommonIndicator, { districts }: ComparisonFacts): boolean {
  const known = districts.map(({ code }) => values[code]);
  return known.every((value) => value !== undefined) && new Set(known).size > 1;
}

function namedIndicators(catalog: Catalog, { indicators, schoolYear }: ComparisonFacts): NamedIndicator[] {
  const definitions = catalog.indicators.filter(
    ({ validFrom, validTo }) =>
      (validFrom === '' || validFrom <= schoolYear) && (validTo === '' || schoolYear <= validTo),
  );
  const byCode = new Map(definitions.map((one) => [one.code, one]));
  return indicators.flatMap((common): NamedIndicator[] => {
    const parts = splitConcrete(common.indicator, (code) => byCode.get(code), catalog.dimensions);
    if (!parts) return [];
    const members = parts.members.map((member, i) => memberTitle(catalog, parts.base.dims[i]!, member));
    const name = parts.base.name || parts.base.title || parts.base.code;
    const title = members.length === 0 ? name : `${name}: ${members.join(', ')}`;
    return [{ ...common, definition: parts.base, title }];
  });
}
