import { firstOfTable, given, notApplicable } from './status.ts';
import type { Vector } from './vector.ts';

/** Adds up the members of a dimension: `not_applicable` ones are left out, any other missing one makes the sum missing. */
export function sumOfMembers(members: readonly Vector[], out: Vector): Vector {
  const { values, status } = out;
  for (let i = 0; i < status.length; i++) {
    let sum = 0;
    let known = 0;
    let s: number = given;
    for (const member of members) {
      const own = member.status[i]!;
      if (own === given) {
        sum += member.values[i]!;
        known++;
      } else if (own !== notApplicable) s = firstOfTable[(s << 4) | own]!;
    }
    values[i] = sum;
    status[i] = s === given && known === 0 ? notApplicable : s;
  }
  return out;
}
