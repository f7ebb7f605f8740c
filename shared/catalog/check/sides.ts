import type { Expression } from '../../expression/ast.ts';
import { inputsOf } from '../../expression/inputs.ts';
import type { Draft } from '../draft.ts';
import type { Reference } from '../references.ts';
import type { Indicator, Origin } from '../types.ts';
import { addUnknown } from './unknown.ts';

/** One expression of a row with what its codes stand for. */
export interface Side {
  readonly column: string;
  readonly expression: Expression;
  readonly inputs: readonly Reference[];
  /** False where a code names nothing or a row that could not be read: then less can be said of the whole. */
  readonly complete: boolean;
}

/** Finds what the codes of an expression stand for; a code that names nothing is a fault. */
export function readSide(draft: Draft, expression: Expression, column: string, origin: Origin): Side {
  const inputs: Reference[] = [];
  let complete = true;
  for (const code of inputsOf(expression)) {
    const found = draft.references.find(code);
    if (found !== undefined) {
      inputs.push(found);
      continue;
    }
    complete = false;
    if (draft.references.isBroken(code)) continue;
    const kinds = ['elements', 'indicators'] as const;
    addUnknown(draft, { origin, column }, 'input', code, draft.references.codes, kinds);
  }
  return { column, expression, inputs, complete };
}

/** Numerator and denominator, as far as they are given. */
export function sidesOf(draft: Draft, indicator: Indicator): Side[] {
  const sides: Side[] = [];
  const { numerator, denominator, origin } = indicator;
  if (numerator !== undefined) sides.push(readSide(draft, numerator, 'numerator', origin));
  if (denominator !== undefined) sides.push(readSide(draft, denominator, 'denominator', origin));
  return sides;
}
