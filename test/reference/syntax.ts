import { type Rational, rationalOf } from './rational.ts';

/** A tiny tree of contracts §3 Expressions. `op` holds the operator or the function's name. */
export type Node =
  | { readonly is: 'number'; readonly value: Rational }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'op'; readonly op: string; readonly args: readonly Node[] };

const tokens =
  /\s*(\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*|"[^"]*"|'[^']*'|<=|>=|<>|[-+*/<>=(),])/uy;

/** Recursive descent: or < and < not < comparison < + − < × ÷ < sign. Throws RangeError on a text it cannot read. */
export function parse(text: string): Node {
  const node = parsed.get(text) ?? read(text);
  parsed.set(text, node);
  return node;
}

const parsed = new Map<string, Node>();

function read(text: string): Node {
  const words: string[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.trimEnd().length) {
    const match = tokens.exec(text);
    if (!match) throw new RangeError(`cannot read: ${text}`);
    words.push(match[1]!);
  }
  let at = 0;
  const take = (...wanted: string[]): string | undefined =>
    at < words.length && wanted.includes(words[at]!) ? words[at++] : undefined;
  const must = (wanted: string): void => {
    if (take(wanted) === undefined) throw new RangeError(`${wanted} expected in: ${text}`);
  };
  const chain = (below: () => Node, ...operators: string[]): Node => {
    let left = below();
    for (let op = take(...operators); op !== undefined; op = take(...operators)) {
      left = { is: 'op', op, args: [left, below()] };
    }
    return left;
  };
  const either = (): Node => chain(both, 'or');
  const both = (): Node => chain(not, 'and');
  const not = (): Node => (take('not') ? { is: 'op', op: 'not', args: [not()] } : comparison());
  const comparison = (): Node => {
    const left = sum();
    const op = take('<', '<=', '>', '>=', '=', '<>', 'has');
    return op === undefined ? left : { is: 'op', op, args: [left, sum()] };
  };
  const sum = (): Node => chain(product, '+', '-');
  const product = (): Node => chain(sign, '*', '/');
  const sign = (): Node => (take('-') ? { is: 'op', op: 'minus', args: [sign()] } : atom());
  const atom = (): Node => {
    const word = words[at++];
    if (word === undefined) throw new RangeError(`unfinished: ${text}`);
    if (word === '(') {
      const inside = either();
      must(')');
      return inside;
    }
    if (/^\d/.test(word)) return { is: 'number', value: rationalOf(word) };
    if (/^["']/.test(word)) return { is: 'text', text: word.slice(1, -1) };
    if (!take('(')) return { is: 'name', name: word };
    const args = [either()];
    while (take(',')) args.push(either());
    must(')');
    return { is: 'op', op: word, args };
  };
  const node = either();
  if (at < words.length) throw new RangeError(`left over at ${words[at]}: ${text}`);
  return node;
}

/** Every code an expression names. */
export function names(node: Node): string[] {
  if (node.is === 'name') return [node.name];
  return node.is === 'op' && node.op !== 'flag' ? node.args.flatMap(names) : [];
}
