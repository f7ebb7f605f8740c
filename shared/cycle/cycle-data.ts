import { beginningsOf } from '../catalog/beginnings.ts';
import { resolveConcrete } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import type { Observation } from '../observation/observation.ts';
import { parsePeriod } from '../period/period.ts';
import type { Register } from '../register/register.ts';
import type { CycleData } from './coverage.ts';

export interface CycleDataInput {
  readonly catalog: Catalog;
  readonly register: Register;
  readonly schoolYear: string;
  readonly results: Iterable<IndicatorResult>;
  readonly observations: Iterable<Observation>;
}

/** Remembers what a slow function of a text gave. */
function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = find(text);
    known.set(text, made);
    return made;
  };
}

/** Directions in which units have data in a school year; what an organisation handed in is its district's too. */
export function cycleData(input: CycleDataInput): CycleData {
  const { catalog, register, schoolYear } = input;
  const isOfYear = remembered((period) => parsePeriod(period)?.schoolYear === schoolYear);
  const directions = new Map(catalog.indicators.map(({ code, direction }) => [code, direction]));
  const ofIndicator = remembered((concrete) => {
    for (const code of beginningsOf(concrete)) {
      const direction = directions.get(code);
      if (direction !== undefined) return direction;
    }
    return '';
  });
  const ofElement = remembered((concrete) => resolveConcrete(catalog, concrete)?.element.direction ?? '');
  const homes = new Map(register.organisations.map(({ code, district }) => [code, district]));
  const indicators = new Set<string>();
  const values = new Set<string>();
  for (const { unit, period, indicator, value } of input.results)
    if (value !== undefined && isOfYear(period)) indicators.add(`${unit}\n${ofIndicator(indicator)}`);
  for (const { unit, period, element, status } of input.observations) {
    if (status !== 'value' || !isOfYear(period)) continue;
    const direction = ofElement(element);
    values.add(`${unit}\n${direction}`);
    const home = homes.get(unit);
    if (home !== undefined) values.add(`${home}\n${direction}`);
  }
  return {
    indicators: (unit, direction) => indicators.has(`${unit}\n${direction}`),
    values: (unit, direction) => values.has(`${unit}\n${direction}`),
  };
}
