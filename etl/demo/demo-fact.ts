import { parseTarget } from '../../shared/target/parse-target.ts';
import type { TargetPart } from '../../shared/target/target.ts';
import { chance } from './random.ts';

/** What was reached, against what was asked: mostly a little more, sometimes less. */
const reached = { low: 0.85, high: 1.5 };
/** From one year to the next a growing figure moves by so much, mostly upwards. */
const step = { low: -1, high: 4 };

/**
 * What a unit wrote as the figures of a target, one for each number it asks for, in its order: `14; 30 %`. Undefined where
 * the target asks for no number. `words` decide the luck; `year` of the due date.
 */
export function demoFact(target: string, words: readonly string[], year: number): string | undefined {
  const figures = parseTarget(target).flatMap((part, i) => {
    const luck = (kind: string) => chance('tracker fact', kind, ...words, i);
    const times = reached.low + (reached.high - reached.low) * luck('times');
    return figureOf(part, year, times, luck('growth'), luck('base'));
  });
  return figures.length === 0 ? undefined : figures.join('; ');
}

const percent = (share: number): string => `${Math.min(100, Math.round(share))} %`;

function figureOf(part: TargetPart, year: number, times: number, growth: number, base: number): string[] {
  switch (part.type) {
    case 'count':
      return [String(Math.round(part.least * times))];
    case 'share':
      return [percent(part.least * times)];
    case 'trajectory':
      return [percent((part.byYear.get(year) ?? Math.max(...part.byYear.values())) * times)];
    case 'growth': {
      const moved = (year - 2020) * 3 + step.low + (step.high - step.low) * growth;
      return [percent(30 + 20 * base + (part.up ? moved : -moved))];
    }
    default:
      return [];
  }
}
