import type { Formula } from '../plan/plan.ts';
import type { CheckFlag } from './check-flags.ts';
import { valueId } from './entry-id.ts';
import { added, binary, call, cell, literal } from './formula.ts';

/** A typed value as indicators see it: `rejected` where a check of severity error fails with it on the left. */
export function countedValue(concrete: string, period: string, flags: readonly CheckFlag[]): Formula {
  const typed = cell(valueId('typed', concrete, period));
  const own = flags.filter((flag) => flag.period === period && flag.rejects.includes(concrete));
  if (own.length === 0) return typed;
  const failures = added(own.map((flag) => cell(flag.id)));
  // only a value can be rejected: a reason stays what it is
  const fails = call('AND', call('ISNUMBER', typed), binary('>', failures, literal(0)));
  return call('IF', fails, literal('rejected'), typed);
}
