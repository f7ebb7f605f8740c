import { compare, isZero, type Rational, rationalOf } from './rational.ts';
import { type Node, parse } from './syntax.ts';

type Row = Readonly<Record<string, string>>;
/** undefined = unknown. */
type Truth = boolean | undefined;

const numeric = (text: string): Rational | undefined =>
  /^-?\d+([.,]\d+)?$/.test(text.trim()) ? rationalOf(text) : undefined;

/** The text of an operand: a column's content (empty = missing), a quoted text, or a number. */
function operand(node: Node, row: Row): string | Rational | undefined {
  if (node.is === 'number') return node.value;
  if (node.is === 'text') return node.text;
  if (node.is === 'name') return row[node.name]?.trim() || undefined;
  throw new RangeError(`not an operand of a condition: ${node.op}`);
}

const plain = (x: string | Rational): Rational | undefined => (typeof x === 'string' ? numeric(x) : x);

function truth(node: Node, row: Row): Truth {
  if (node.is !== 'op') {
    // Booleans: a number used as a condition holds when it is not 0.
    const x = operand(node, row);
    const n = x === undefined ? undefined : plain(x);
    return n && !isZero(n);
  }
  const [a, b] = node.args;
  switch (node.op) {
    case 'flag':
      return undefined;
    case 'not': {
      const t = truth(a!, row);
      return t === undefined ? undefined : !t;
    }
    case 'and': {
      const both = [truth(a!, row), truth(b!, row)];
      return both.includes(false) ? false : both.includes(undefined) ? undefined : true;
    }
    case 'or': {
      const both = [truth(a!, row), truth(b!, row)];
      return both.includes(true) ? true : both.includes(undefined) ? undefined : false;
    }
    case 'has': {
      // Conditions: true when the column, split at spaces, holds the word (quotes optional).
      const column = operand(a!, row);
      const word = b!.is === 'name' ? b!.name : b!.is === 'text' ? b!.text : '';
      return column === undefined ? undefined : String(column).split(' ').includes(word);
    }
    default: {
      const left = operand(a!, row);
      const right = operand(b!, row);
      if (left === undefined || right === undefined) return undefined;
      const [l, r] = [plain(left), plain(right)];
      if (!l || !r) return node.op === '=' ? left === right : node.op === '<>' ? left !== right : undefined;
      return holds(node.op, compare(l, r));
    }
  }
}

/** Whether `a op b` is true when a compares to b as `order` (−1, 0, 1). */
export function holds(op: string, order: number): boolean {
  if (op === '=') return order === 0;
  if (op === '<>') return order !== 0;
  if (op === '<') return order < 0;
  if (op === '<=') return order <= 0;
  if (op === '>') return order > 0;
  return order >= 0;
}

/** Conditions: over the organisation's columns; one that is unknown does not hold; an empty text always holds. */
export const conditionHolds = (text: string | undefined, row: Row): boolean =>
  !text || truth(parse(text), row) === true;
