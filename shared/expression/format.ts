import { decimal } from '../number/decimal.ts';
import type { Expression } from './ast.ts';

/** How tightly an expression binds: the grammar of parse.ts, loosest first. */
function binding(e: Expression): number {
  if (e.type === 'unary') return e.op === 'not' ? 3 : 7;
  if (e.type === 'has') return 4;
  if (e.type === 'number') return e.value < 0 ? 7 : 8;
  if (e.type !== 'binary') return 8;
  if (e.op === 'or') return 1;
  if (e.op === 'and') return 2;
  if (e.op === '+' || e.op === '-') return 5;
  return e.op === '*' || e.op === '/' ? 6 : 4;
}

const within = (e: Expression, least: number): string =>
  binding(e) < least ? `(${formatExpression(e)})` : formatExpression(e);

/** The kind of quotes that the text itself does not hold. */
function quote(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  return text.includes('"') ? `«${text}»` : `"${text}"`;
}

function formatBinary(e: Expression & { type: 'binary' }): string {
  const own = binding(e);
  // comparisons are not chained, so both sides must bind tighter; the rest groups to the left
  const left = within(e.left, own === 4 ? 5 : own);
  return `${left} ${e.op} ${within(e.right, own + 1)}`;
}

/**
 * The canonical text of an expression or condition: the fewest parentheses, single spaces, quoted texts.
 * Parsing it gives the same tree again.
 */
export function formatExpression(e: Expression): string {
  switch (e.type) {
    case 'number':
      return decimal(e.value);
    case 'text':
      return quote(e.value);
    case 'ref':
      return e.code;
    case 'unary':
      return e.op === 'not' ? `not ${within(e.of, 3)}` : `-${within(e.of, 7)}`;
    case 'binary':
      return formatBinary(e);
    case 'call':
      return `${e.name}(${e.args.map(formatExpression).join(', ')})`;
    case 'flag':
      return `flag(${e.name})`;
    case 'has':
      return `${e.column} has ${quote(e.word)}`;
  }
}
