import type { Expression } from '../../expression/ast.ts';
import type { Draft } from '../draft.ts';
import type { References } from '../references.ts';
import type { Origin } from '../types.ts';

const comparisons: readonly string[] = ['<', '<=', '>', '>=', '=', '<>'];
/** Functions whose arguments are laid side by side, so that they must be of one unit. */
const sameUnit: readonly string[] = ['sum', 'min', 'max'];

/** Two spellings of one unit are one unit. */
const normalUnit = (unit: string): string =>
  unit.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');

/**
 * Units and types through an expression, as far as they are certain: what has no unit, or one that cannot be told
 * (a product, a quotient), fits with everything.
 */
export function checkUnits(
  draft: Draft,
  expression: Expression,
  at: { origin: Origin; column: string },
): void {
  const place = { file: at.origin.file, line: at.origin.line, column: at.column };
  const join = (left: string, right: string): string => {
    if (left !== '' && right !== '' && normalUnit(left) !== normalUnit(right)) {
      draft.faults.push({ ...place, code: 'expression.unit', params: { left, right } });
    }
    return left || right;
  };
  const unitOf = (e: Expression): string => {
    switch (e.type) {
      case 'ref':
        return unitOfRef(draft.references, e.code);
      case 'unary': {
        const unit = unitOf(e.of);
        return e.op === '-' ? unit : '';
      }
      case 'binary':
        return unitOfBinary(e, unitOf, join);
      case 'call':
        return unitOfCall(e, unitOf, join);
      default:
        return '';
    }
  };
  unitOf(expression);
  checkNumbers(draft, expression, place);
}

function unitOfRef(references: References, code: string): string {
  const found = references.find(code);
  if (found === undefined) return '';
  if (found.type === 'element') return found.element.unit;
  const [first, ...others] = found.versions.map((version) => version.unit);
  return first !== undefined && others.every((unit) => unit === first) ? first : '';
}

function unitOfBinary(
  e: Expression & { type: 'binary' },
  unitOf: (e: Expression) => string,
  join: (left: string, right: string) => string,
): string {
  const left = unitOf(e.left);
  const right = unitOf(e.right);
  if (e.op === '+' || e.op === '-') return join(left, right);
  if (comparisons.includes(e.op)) join(left, right);
  return '';
}

function unitOfCall(
  e: Expression & { type: 'call' },
  unitOf: (e: Expression) => string,
  join: (left: string, right: string) => string,
): string {
  const units = e.args.map(unitOf);
  if (sameUnit.includes(e.name)) return units.reduce(join, '');
  return e.name === 'prev' ? (units[0] ?? '') : '';
}

/** Texts and dates have no figures; only two of them may be compared with each other. */
function checkNumbers(
  draft: Draft,
  expression: Expression,
  place: { file: string; line: number; column: string },
): void {
  const isFigureless = (e: Expression): e is Expression & { type: 'ref' } => {
    const found = e.type === 'ref' ? draft.references.find(e.code) : undefined;
    return found?.type === 'element' && (found.element.type === 'text' || found.element.type === 'date');
  };
  const named = new Set<string>();
  const walk = (e: Expression): void => {
    if (isFigureless(e)) {
      if (named.has(e.code)) return;
      named.add(e.code);
      draft.faults.push({ ...place, code: 'expression.not_number', params: { value: e.code } });
    } else if (e.type === 'unary') walk(e.of);
    else if (e.type === 'call') e.args.forEach(walk);
    else if (
      e.type === 'binary' &&
      !(comparisons.includes(e.op) && isFigureless(e.left) && isFigureless(e.right))
    ) {
      walk(e.left);
      walk(e.right);
    }
  };
  walk(expression);
}
