import type { Day } from '../period/period.ts';
import type { FactsByDue, TrackedFact } from './tracked-fact.ts';

/**
 * Facts by the due dates that stand now, where an order or a procedure calendar has moved them since the rows were
 * handed out. A fact of a date that is gone goes to the date in the same place of the printed list, where there are as
 * many, else to the first date that is not earlier, else to the last; one entered for the very date comes first, then the
 * latest. `dues`, `printed`: nominal days, ascending; without any, facts stand under `''`.
 */
export function assignFacts(facts: FactsByDue, dues: readonly Day[], printed: readonly Day[]): FactsByDue {
  const found = new Map<Day | '', TrackedFact>();
  const known = new Set<Day | ''>(dues.length > 0 ? dues : ['']);
  const moved = [...facts.keys()].filter((day) => !known.has(day)).sort();
  for (const day of moved) found.set(placeOf(day, dues, printed), facts.get(day)!);
  for (const [day, fact] of facts) if (known.has(day)) found.set(day, fact);
  return found;
}

function placeOf(day: Day | '', dues: readonly Day[], printed: readonly Day[]): Day | '' {
  const at = day === '' ? -1 : printed.indexOf(day);
  if (at >= 0 && printed.length === dues.length) return dues[at]!;
  return dues.find((due) => due >= day) ?? dues[dues.length - 1] ?? '';
}
