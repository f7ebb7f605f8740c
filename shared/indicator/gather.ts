import type { DataElement } from '../catalog/types.ts';
import type { Mask } from './owing.ts';
import { firstOf, given, notApplicable, notOwed } from './status.ts';
import type { Vector } from './vector.ts';

/**
 * Gathers the periods of a school year into one vector by `to_time` (evaluation.md, Frequency, Edges of time).
 * `parts` are the periods begun, in order of time; a unit not open in one has status 9 there.
 * `last` and `max` need one known value; `sum` and `mean` need all; a period answered `not_applicable` is left out.
 */
export function gather(parts: readonly Vector[], toTime: DataElement['toTime'], owing: Mask): Vector {
  const count = owing.length;
  const values = new Float64Array(count);
  const status = new Uint8Array(count);
  const needsAll = toTime === 'sum' || toTime === 'mean';
  for (let i = 0; i < count; i++) {
    let known = 0;
    let asked = 0;
    let inapplicable = 0;
    let missing: number = given;
    let result = 0;
    for (const part of parts) {
      const s = part.status[i]!;
      if (s === notOwed) continue;
      asked++;
      if (s === notApplicable) inapplicable++;
      else if (s !== given) missing = firstOf(missing, s);
      else {
        const value = part.values[i]!;
        if (known === 0 || toTime === 'last') result = value;
        else result = toTime === 'max' ? Math.max(result, value) : result + value;
        known++;
      }
    }
    if (asked === 0 || owing[i] === 0) status[i] = notOwed;
    else if (asked === inapplicable) status[i] = notApplicable;
    else if (known === 0 || (needsAll && missing !== given)) status[i] = missing;
    else values[i] = toTime === 'mean' ? result / known : result;
  }
  return { values, status, pooled: false };
}
