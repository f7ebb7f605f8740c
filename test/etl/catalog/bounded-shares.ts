import { concreteCodes, elementRead } from '../../../shared/catalog/concrete.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import type { Expression } from '../../../shared/expression/ast.ts';
import { formatExpression } from '../../../shared/expression/format.ts';

const same = (a: Expression, b: Expression): boolean => formatExpression(a) === formatExpression(b);

/** Every concrete reading of an expression over single-element references: `vpr.mark2` stands for `vpr.mark2.ru.g4` too. */
function bound(catalog: Catalog, e: Expression, suffix: string): Expression {
  if (e.type === 'ref') {
    const read = elementRead(catalog, e.code);
    return read && read.codes.length > 1 ? { type: 'ref', code: e.code + suffix } : e;
  }
  if (e.type === 'binary')
    return { ...e, left: bound(catalog, e.left, suffix), right: bound(catalog, e.right, suffix) };
  if (e.type === 'call') return { ...e, args: e.args.map((one) => bound(catalog, one, suffix)) };
  return e;
}

/** A count indicator read as what it counts, with the scope that must then be the same on both sides. */
export function expanded(catalog: Catalog, e: Expression): Expression {
  if (e.type === 'ref') {
    const counts = catalog.indicators.filter((i) => i.code === e.code && i.kind === 'count');
    return counts.length === 1 && counts[0]!.numerator ? counts[0]!.numerator : e;
  }
  if (e.type === 'binary')
    return { ...e, left: expanded(catalog, e.left), right: expanded(catalog, e.right) };
  return e.type === 'call' ? { ...e, args: e.args.map((one) => expanded(catalog, one)) } : e;
}

/** `smaller ≤ greater` holds for every value that is not rejected. */
type Fact = readonly [smaller: Expression, greater: Expression];

/** What the error checks of the catalogue guarantee, made concrete where both sides have the same breakdown. */
export function guarantees(catalog: Catalog): Fact[] {
  const facts: Fact[] = [];
  for (const { left, op, right, severity } of catalog.checks) {
    if (severity !== 'error') continue;
    const pairs: Fact[] =
      op === '<=' || op === '<'
        ? [[left, right]]
        : op === '='
          ? [
              [left, right],
              [right, left],
            ]
          : [[right, left]];
    for (const [a, b] of pairs) {
      facts.push([a, b], [expanded(catalog, a), expanded(catalog, b)]);
      const base = catalog.elements.get(formatExpression(a).split(' ')[0] ?? '');
      if (!base || base.dims.length === 0) continue;
      for (const code of concreteCodes(catalog, base)) {
        const suffix = code.slice(base.code.length);
        facts.push([bound(catalog, a, suffix), bound(catalog, b, suffix)]);
      }
    }
  }
  return facts;
}

/** Whether `n ≤ d` follows from the guarantees and from values being no less than zero. */
export function cannotExceed(facts: readonly Fact[], n: Expression, d: Expression, depth = 3): boolean {
  if (same(n, d)) return true;
  if (n.type === 'number' && n.value <= 0) return true;
  if (n.type === 'binary' && n.op === '-' && same(n.left, d)) return true;
  if (n.type === 'binary' && ['<', '<=', '>', '>=', '=', '<>', 'and', 'or'].includes(n.op))
    return d.type === 'number' && d.value >= 1;
  if (n.type === 'binary' && d.type === 'binary' && n.op === '+' && d.op === '+') {
    const parts = cannotExceed(facts, n.left, d.left, depth) && cannotExceed(facts, n.right, d.right, depth);
    if (parts) return true;
  }
  if (n.type === 'call' && d.type === 'call' && n.name === d.name && n.args.length === d.args.length) {
    const from = n.name === 'if' ? 1 : 0;
    const alike = n.name !== 'if' || same(n.args[0]!, d.args[0]!);
    if (alike && n.args.slice(from).every((a, i) => cannotExceed(facts, a, d.args[i + from]!, depth)))
      return true;
  }
  if (d.type === 'binary' && d.op === '+' && [d.left, d.right].some((one) => same(one, n))) return true;
  return (
    depth > 0 && facts.some(([a, b]) => same(a, n) && (same(b, d) || cannotExceed(facts, b, d, depth - 1)))
  );
}
