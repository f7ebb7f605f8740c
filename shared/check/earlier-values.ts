import type { Members } from '../catalog/concrete.ts';
import type { Check } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { partsOf } from '../expression/inputs.ts';
import type { Engine } from '../indicator/engine.ts';
import { round9 } from '../indicator/exact.ts';
import { given } from '../indicator/status.ts';
import { type Period, previousPeriod } from '../period/period.ts';

/** What stands inside the first `prev` of an expression. */
function looksBackAt(expression: Expression): Expression | undefined {
  if (expression.type === 'call' && expression.name === 'prev') return expression.args[0];
  for (const part of partsOf(expression)) {
    const found = looksBackAt(part);
    if (found) return found;
  }
  return undefined;
}

/** Two values of a unit that a check compared over time. */
export interface OverTime {
  readonly now: number;
  readonly before: number;
  readonly beforePeriod: string;
}

/**
 * The value a check looks back at, now and one period earlier: a person wants to read «было 120, стало 12», not the
 * two sides of an inequality. Undefined where the check does not look back or either is missing.
 */
export function overTime(
  engine: Engine,
  { left, right }: Pick<Check, 'left' | 'right'>,
  members: Members,
): (unit: number, period: Period) => OverTime | undefined {
  const subject = looksBackAt(left) ?? looksBackAt(right);
  if (!subject) return () => undefined;
  const now = engine.compile(subject, { members });
  const before = engine.compile({ type: 'call', name: 'prev', args: [subject] }, { members });
  return (unit, period) => {
    const [a, b] = [now(period), before(period)];
    const known = a.status[unit] === given && b.status[unit] === given;
    const found = known
      ? {
          now: round9(a.values[unit]!),
          before: round9(b.values[unit]!),
          beforePeriod: previousPeriod(period).key,
        }
      : undefined;
    for (const vector of [a, b]) engine.sources.pool.give(vector);
    return found;
  };
}
