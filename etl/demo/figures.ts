import { concreteCodes, resolveConcrete } from '../../shared/catalog/concrete.ts';
import type { Catalog, DataElement } from '../../shared/catalog/types.ts';
import { holds } from '../../shared/expression/condition.ts';
import { evaluateRow } from '../../shared/expression/evaluate-row.ts';
import type { UnitProfile } from '../../shared/template/unit.ts';
import { demoTexts } from '../../shared/texts/demo.ts';
import { boundsOf } from './bounds.ts';
import { characterOf } from './character.ts';
import { chance } from './random.ts';
import { type Recipe, recipes } from './recipes.ts';

/** What one unit would type for one period: concrete element → number, «да», «нет» or «x». */
export type Figures = ReadonlyMap<string, number | string>;

/** When a figure is of: the period itself, and how many school years after the first one of the demonstration. */
export interface Moment {
  readonly period: string;
  readonly year: number;
}

/** Whose figures they are; the code alone decides their luck. */
export type Inventor = Pick<UnitProfile, 'code' | 'columns'>;

/** An element without a recipe: a middle share of its whole, or of a score; yes mostly. */
const plain: Omit<Recipe, 'element'> = { low: 0.5, high: 0.9 };

/**
 * Invented but consistent figures of one unit for one period, added to those `known` already. Parts never exceed their
 * wholes: the bounds come from the checks of the catalogue itself. The same words give the same figures on every
 * machine; a unit keeps its character over the years and improves a little.
 */
export function figuresOf(
  catalog: Catalog,
  unit: Inventor,
  elements: readonly DataElement[],
  moment: Moment,
  known: Figures,
): Figures {
  const figures = new Map<string, number | string>(known);
  const asked = new Map(elements.map((element) => [element.code, element]));
  const invent = (element: DataElement, concrete: string, recipe: Omit<Recipe, 'element'>) => {
    if (!figures.has(concrete))
      figures.set(concrete, figure({ catalog, unit, element, concrete, moment }, recipe, figures));
  };
  for (const { recipe, base, codes } of applied(catalog)) {
    const element = asked.get(base);
    if (!element || !holds(recipe.where, unit)) continue;
    for (const concrete of codes) invent(element, concrete, recipe);
  }
  for (const element of elements) {
    for (const concrete of concreteCodes(catalog, element)) invent(element, concrete, plain);
  }
  return figures;
}

interface Applied {
  readonly recipe: Recipe;
  readonly base: string;
  /** Concrete codes that the recipe is for. */
  readonly codes: readonly string[];
}

const appliedBy = new WeakMap<Catalog, readonly Applied[]>();

/** The recipes with the elements they are for; those of elements that the workspace removed are left out. */
function applied(catalog: Catalog): readonly Applied[] {
  let known = appliedBy.get(catalog);
  if (!known) {
    known = recipes.flatMap((recipe): Applied[] => {
      const element = catalog.elements.get(recipe.element);
      if (element) return [{ recipe, base: element.code, codes: concreteCodes(catalog, element) }];
      const found = resolveConcrete(catalog, recipe.element);
      return found ? [{ recipe, base: found.element.code, codes: [recipe.element] }] : [];
    });
    appliedBy.set(catalog, known);
  }
  return known;
}

interface InHand {
  readonly catalog: Catalog;
  readonly unit: Inventor;
  readonly element: DataElement;
  readonly concrete: string;
  readonly moment: Moment;
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Works of the start and the middle of a year turn out weaker than those of its end. */
const stages: Readonly<Record<string, number>> = { start: -0.05, middle: -0.02 };

function figure(inHand: InHand, recipe: Omit<Recipe, 'element'>, figures: Figures): number | string {
  const { unit, element, concrete, moment } = inHand;
  const { yes, no, notOurs } = demoTexts;
  if (recipe.asked && !evaluateRow(recipe.asked, (code) => numberOf(inHand, code, figures))) return notOurs;
  const { character, progress } = characterOf(unit.code);
  const gain = progress * moment.year;
  if (element.type === 'yes_no') {
    const probability = recipe.low + (recipe.high - recipe.low) * within(character + gain);
    return chance(unit.code, concrete) < probability ? yes : no;
  }
  // character of the unit and of the element, a little luck of the period, a little progress
  const luck =
    0.55 * character + 0.3 * chance(unit.code, concrete) + 0.15 * chance(unit.code, concrete, moment.period);
  const place = within(luck + gain + (stages[moment.period.split(':')[1] ?? ''] ?? 0));
  const share = recipe.low + (recipe.high - recipe.low) * place;
  const bound = boundOf(inHand, figures);
  const whole = recipe.of
    ? evaluateRow(recipe.of, (code) => numberOf(inHand, code, figures))
    : recipe === plain
      ? (bound ?? 20)
      : 1;
  if (whole === undefined) return notOurs;
  // posts are filled by quarters
  const step = element.type === 'integer' ? 1 : 4;
  const wanted = Math.round(whole * share * step) / step;
  return Math.max(0, Math.min(wanted, bound ?? wanted));
}

/**
 * Number of a code, of the same code with the members of the element in hand as far as it has them, or of a column of
 * the register.
 */
function numberOf({ unit, element, concrete }: InHand, code: string, figures: Figures): number | undefined {
  let value = figures.get(code);
  let members = concrete.slice(element.code.length);
  while (value === undefined && members !== '') {
    value = figures.get(code + members);
    members = members.slice(0, members.lastIndexOf('.'));
  }
  if (value === demoTexts.yes) return 1;
  if (value === demoTexts.no) return 0;
  if (typeof value === 'number') return value;
  const column = unit.columns[code];
  return value === undefined && column !== undefined && column !== '' ? Number(column) : undefined;
}

/** The most that checks of the kind `a + b <= c` leave for an element, as far as the others are known. */
function boundOf(inHand: InHand, figures: Figures): number | undefined {
  const { catalog, element, concrete } = inHand;
  let least: number | undefined;
  const bounds = boundsOf(catalog);
  for (const code of new Set([element.code, concrete])) {
    for (const { parts, whole: of } of bounds.get(code) ?? []) {
      const whole = numberOf(inHand, of, figures);
      if (whole === undefined) continue;
      const others = parts.filter((part) => part !== element.code && part !== concrete);
      const rest = others.reduce((left, part) => left - (numberOf(inHand, part, figures) ?? 0), whole);
      least = least === undefined ? rest : Math.min(least, rest);
    }
  }
  return least;
}
