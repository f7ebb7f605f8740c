import { resolveConcrete } from '../catalog/concrete.ts';
import type { Catalog, DataElement } from '../catalog/types.ts';
import { type Flags, Owing } from '../indicator/owing.ts';
import { unitsOf } from '../indicator/units.ts';
import { parsePeriod } from '../period/period.ts';
import type { Register } from '../register/register.ts';

/**
 * Answers whether a unit owes a concrete element in a period, by the same rules as the evaluation: level, types,
 * programmes, `applies_if`, open in the period, asked in it. Unknown codes and periods are owed by nobody.
 */
export function owesOf(
  catalog: Catalog,
  register: Register,
  flags: Flags = () => undefined,
): (unit: string, element: string, period: string) => boolean {
  const units = unitsOf(register);
  const owing = new Owing(catalog, units, flags);
  // the same few codes are asked of every unit, and taking one apart costs more than the answer
  const elements = new Map<string, DataElement | undefined>();
  const elementOf = (code: string): DataElement | undefined => {
    if (!elements.has(code)) elements.set(code, resolveConcrete(catalog, code)?.element);
    return elements.get(code);
  };
  return (unit, code, key) => {
    const element = elementOf(code);
    const period = parsePeriod(key);
    if (!element || !period) return false;
    const at = units.indexOf(unit, element.level);
    if (at === undefined) return false;
    return owing.inPeriod(element, period)[at] === 1 && owing.open(period)[at] === 1;
  };
}
