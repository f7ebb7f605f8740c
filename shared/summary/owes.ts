import { resolveConcrete } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';
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
  return (unit, code, key) => {
    const found = resolveConcrete(catalog, code);
    const period = parsePeriod(key);
    if (!found || !period) return false;
    const at = units.indexOf(unit, found.element.level);
    if (at === undefined) return false;
    return owing.inPeriod(found.element, period)[at] === 1 && owing.open(period)[at] === 1;
  };
}
