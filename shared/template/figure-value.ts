import type { Indicator } from '../catalog/types.ts';
import { reasons } from '../indicator/types.ts';
import type { Formula } from '../plan/plan.ts';
import { binary, call, literal } from './formula.ts';
import { firstReason } from './gather.ts';

const isNumber = (value: Formula): Formula => call('ISNUMBER', value);

/** Numerator or denominator, rounded to 9 decimals as the engine does; an empty text where it is missing. */
export function sideValue(number: Formula, factorOf: Indicator | undefined): Formula {
  const rounded =
    factorOf?.kind === 'presence'
      ? call('IF', binary('<>', number, literal(0)), literal(1), literal(0))
      : call('ROUND', number, literal(9));
  const isScaled = factorOf?.kind === 'count' && factorOf.factor !== 1;
  const value = isScaled ? binary('*', literal(factorOf.factor), rounded) : rounded;
  return call('IFERROR', value, literal(''));
}

/** `factor × n ÷ d`, multiplied before dividing (contracts §1); a count is its numerator. `reason` where a side lacks. */
export function figureValue(
  indicator: Indicator,
  n: Formula,
  d: Formula | undefined,
  reason: Formula,
): Formula {
  const factor = literal(indicator.factor);
  if (d === undefined) {
    const value = indicator.kind === 'count' ? n : binary('*', factor, n);
    return call('IF', isNumber(n), value, reason);
  }
  const ratio = binary('/', binary('*', factor, n), d);
  const enough =
    indicator.minN === undefined
      ? ratio
      : call('IF', binary('<', d, literal(indicator.minN)), literal('too_few'), ratio);
  const value = call('IF', binary('=', d, literal(0)), literal('zero_denominator'), enough);
  return call('IF', call('AND', isNumber(n), isNumber(d)), value, reason);
}

/** This period less the one before (evaluation.md, Previous). */
export function changeValue(now: Formula, earlier: Formula): Formula {
  const zero = binary('=', earlier, literal('zero_denominator'));
  const why = call('IF', isNumber(now), call('IF', zero, earlier, literal('no_base')), now);
  return call('IF', call('AND', isNumber(now), isNumber(earlier)), binary('-', now, earlier), why);
}

/** What may be said in place of an input's value; a workbook holds no input without a definition. */
const inputReasons = reasons.filter((reason) => reason !== '' && reason !== 'no_definition');

/** Of several reasons the first in the order of evaluation.md; no missing input at all = a division by zero. */
export function reasonOfInputs(ids: readonly string[]): Formula {
  return firstReason({ ids, together: true }, inputReasons, 'zero_denominator');
}
