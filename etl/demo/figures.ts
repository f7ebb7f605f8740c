import { concreteCodes } from '../../shared/catalog/concrete.ts';
import type { Catalog, Check } from '../../shared/catalog/types.ts';
import type { Expression } from '../../shared/expression/ast.ts';
import { inputsOf } from '../../shared/expression/inputs.ts';
import type { Organisation } from '../../shared/register/register.ts';
import { characterOf } from './character.ts';
import { demoTable } from './demo-table.ts';
import { chance } from './random.ts';

interface Recipe {
  readonly of: string;
  readonly low: number;
  readonly high: number;
}

const recipes = new Map(
  demoTable('recipes.csv').map((r): [string, Recipe] => [
    r.element ?? '',
    { of: r.of ?? '', low: Number(r.low), high: Number(r.high) },
  ]),
);

/** What one unit would type for one period: concrete element → number (yes/no as да/нет). */
export type Figures = ReadonlyMap<string, number | string>;

/**
 * Invented but consistent figures of one unit for one period: parts never exceed their wholes, since the bounds come
 * from the checks of the catalogue itself. The same words give the same figures on every machine; a unit keeps its
 * character over the years and improves a little. Elements without a recipe get a plain middle share of their whole.
 */
export function figuresOf(
  catalog: Catalog,
  unit: { readonly code: string; readonly organisation?: Organisation },
  elements: readonly string[],
  period: string,
  known: Figures,
): Figures {
  const year = Number(period.slice(0, 4)) - 2022;
  const step = { start: -0.05, middle: -0.02, end: 0 }[period.split(':')[1] ?? ''] ?? 0;
  const figures = new Map<string, number | string>(known);
  for (const [code, value] of contingent(unit.organisation, year)) figures.set(code, value);
  for (const code of elements) {
    const element = catalog.elements.get(code);
    if (!element) continue;
    for (const concrete of concreteCodes(catalog, element)) {
      if (figures.has(concrete)) continue;
      if (element.type === 'yes_no') {
        figures.set(concrete, chance(unit.code, concrete, period) < 0.75 + 0.06 * year ? 'да' : 'нет');
        continue;
      }
      const suffix = concrete.slice(code.length);
      const inHand: InHand = { unit: unit.code, period, code, concrete, suffix, year, step };
      figures.set(concrete, figure(catalog.checks, inHand, figures));
    }
  }
  return figures;
}

/** The figure that is being invented. */
interface InHand {
  readonly unit: string;
  readonly period: string;
  /** Base code, concrete code, and the members that make the one the other (`.ru`). */
  readonly code: string;
  readonly concrete: string;
  readonly suffix: string;
  readonly year: number;
  readonly step: number;
}

/** Pupils by level from the register's own column: the sum of the levels is the total. */
function contingent(organisation: Organisation | undefined, year: number): [string, number][] {
  if (!organisation?.types.includes('school')) return [];
  const base = Number(organisation.columns.pupils ?? 0);
  const total = base + Math.round((chance(organisation.code, 'size', year) - 0.4) * base * 0.04);
  const has = (programme: string) => organisation.programmes.includes(programme);
  const noo = has('ООО') ? Math.round(total * 0.42) : total;
  const ooo = !has('ООО') ? 0 : has('СОО') ? Math.round(total * 0.48) : total - noo;
  return [
    ['pupils.total', total],
    ['pupils.noo', noo],
    ['pupils.ooo', ooo],
    ['pupils.soo', total - noo - ooo],
  ];
}

function figure(checks: readonly Check[], inHand: InHand, figures: Figures): number {
  const { unit, period, code, concrete, suffix, year, step } = inHand;
  const recipe = recipes.get(concrete) ?? recipes.get(code) ?? { of: '', low: 0.5, high: 0.8 };
  const bound = boundOf(checks, inHand, figures);
  // character of the unit and of the element, a little luck of the period, a little progress
  const { character, progress } = characterOf(unit);
  const luck = 0.55 * character + 0.3 * chance(unit, concrete) + 0.15 * chance(unit, concrete, period);
  const place = Math.min(1, Math.max(0, luck + progress * year + step));
  const share = recipe.low + (recipe.high - recipe.low) * place;
  if (recipe.of === '' && recipe.low >= 1) return Math.round(share);
  const whole = recipe.of === '' ? bound : numberOf(recipe.of, suffix, figures);
  const wanted = Math.round((whole ?? bound ?? 20) * share);
  return Math.max(0, Math.min(wanted, bound ?? wanted));
}

/** The figure of a code, or of the same code with the members of the element in hand. */
function numberOf(code: string, suffix: string, figures: Figures): number | undefined {
  const value = figures.get(code) ?? figures.get(code + suffix);
  return typeof value === 'number' ? value : undefined;
}

/** The most that checks of the kind `a + b <= c` leave for an element, as far as the others are known. */
function boundOf(
  checks: readonly Check[],
  { code, concrete, suffix }: InHand,
  figures: Figures,
): number | undefined {
  let bound: number | undefined;
  for (const check of checks) {
    if ((check.op !== '<=' && check.op !== '=') || check.right.type !== 'ref' || !isSum(check.left)) continue;
    const parts = inputsOf(check.left);
    if (!parts.includes(code) && !parts.includes(concrete)) continue;
    const whole = numberOf(check.right.code, suffix, figures);
    if (whole === undefined) continue;
    const others = parts.filter((part) => part !== code && part !== concrete);
    const rest = others.reduce((left, part) => left - (numberOf(part, suffix, figures) ?? 0), whole);
    bound = bound === undefined ? rest : Math.min(bound, rest);
  }
  return bound;
}

const isSum = (e: Expression): boolean =>
  e.type === 'ref' || (e.type === 'binary' && e.op === '+' && isSum(e.left) && isSum(e.right));
