import type { Indicator } from '../catalog/types.ts';
import { type Period, parsePeriod, previousPeriod } from '../period/period.ts';
import type { Definition } from './definitions.ts';
import type { Engine } from './engine.ts';
import { type Evaluation, engineOf } from './evaluate.ts';
import { type ExplainedExpression, ExpressionExplainer, type PlaceOf } from './explain-expression.ts';
import { emptyFigure, type Figure } from './figure.ts';
import type { Leaf } from './leaf.ts';
import { denominatorOf, type Nature } from './nature.ts';
import { emptySums, unitFigure } from './outcome.ts';
import { rollUp } from './roll-up.ts';
import { given, notApplicable } from './status.ts';
import { Totals } from './totals.ts';
import { type IndicatorResult, reasons, type UnitLevel } from './types.ts';

/** Why a unit has no row at all. `not_owed`: type, programme, `applies_if`, or closed in the period. */
export type Absence = 'closed' | 'out_of_scope' | 'other_roadmap' | 'not_owed';

/** A figure with all that it was made of, down to the cells. */
export interface Explanation {
  readonly level: UnitLevel;
  readonly unit: string;
  readonly period: string;
  /** The version that counts in the period. */
  readonly definition: Indicator;
  /** As `evaluate` gives it, without low and high; undefined where the unit has no row. */
  readonly result?: IndicatorResult;
  readonly absence?: Absence;
  /** The sides reported by this very unit, in the period and (for `change`) one step back. */
  readonly sides: readonly { readonly side: 'numerator' | 'denominator'; readonly of: ExplainedExpression }[];
  /** Units below it, those that are not in the figure included. */
  readonly units: readonly Explanation[];
}

/** Thrown for a question that has no answer: an unknown code, unit or period, or no definition then. */
export class ExplainError extends Error {
  override readonly name = 'ExplainError';
  readonly what: 'indicator' | 'unit' | 'period';
  constructor(what: 'indicator' | 'unit' | 'period', text: string) {
    super(`unknown ${what}: ${text}`);
    this.what = what;
  }
}

/** `indicator` is a concrete code; `level` is needed only where a code names units of two levels. */
export interface Question {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly level?: UnitLevel;
}

class Explainer {
  private readonly engine: Engine;
  private readonly definition: Definition;
  private readonly period: Period;
  private readonly placeOf: PlaceOf;
  private readonly leaf: Leaf;
  private readonly nature: Nature;
  private readonly districts: Totals;
  private readonly regions: Totals;

  constructor(engine: Engine, definition: Definition, period: Period, placeOf: PlaceOf) {
    const { units } = engine.sources.columns;
    this.engine = engine;
    this.definition = definition;
    this.period = period;
    this.placeOf = placeOf;
    this.leaf = engine.leaf(definition, period);
    this.nature = engine.natureOf(definition);
    this.districts = new Totals(units.districts.length);
    this.regions = new Totals(units.regions.length);
    rollUp(this.leaf, this.nature, units, this.districts, this.regions);
  }

  region(region: number): Explanation {
    const { units } = this.engine.sources.columns;
    const figure = emptyFigure();
    const has = unitFigure(this.regions.asLeaf(this.leaf), region, emptySums(), figure);
    const below = units.districts.map((_, d) => d).filter((d) => units.regionOf[d] === region);
    return {
      ...this.frame('region', units.regions[region]!),
      ...(has &&
        this.result(
          'region',
          units.regions[region]!,
          figure,
          this.regions.reported[region]!,
          this.regions.expected[region]!,
        )),
      sides: [],
      units: below.map((d) => this.district(d)),
    };
  }

  district(district: number): Explanation {
    const { units } = this.engine.sources.columns;
    const at = units.organisations.length + district;
    const { code } = units.districts[district]!;
    if (this.nature.unit === 'district') return this.unit('district', code, at);
    const figure = emptyFigure();
    const has = unitFigure(this.districts.asLeaf(this.leaf), district, emptySums(), figure);
    const below = units.organisations.map((_, o) => o).filter((o) => units.districtOf[o] === district);
    return {
      ...this.frame('district', code),
      ...(has &&
        this.result(
          'district',
          code,
          figure,
          this.districts.reported[district]!,
          this.districts.expected[district]!,
        )),
      sides: this.nature.unit === 'mixed' ? this.sides(at, 'district') : [],
      units: below.map((o) => this.organisation(o)),
    };
  }

  organisation(organisation: number): Explanation {
    return this.unit(
      'organisation',
      this.engine.sources.columns.units.organisations[organisation]!.code,
      organisation,
    );
  }

  private unit(level: 'organisation' | 'district', code: string, at: number): Explanation {
    const figure = emptyFigure();
    const status = this.leaf.status[at]!;
    const has = unitFigure(this.leaf, at, emptySums(), figure);
    const frame = { ...this.frame(level, code), sides: this.sides(at, level), units: [] };
    if (!has) return { ...frame, absence: this.absence(at) };
    const expected = status === notApplicable ? 0 : 1;
    // an organisation of a mixed indicator brings its side only: the figure is the district's
    if (this.nature.unit === 'mixed' && status === given) {
      return { ...frame, ...this.result(level, code, emptyFigure(), 1, 1) };
    }
    return { ...frame, ...this.result(level, code, figure, status === given ? 1 : 0, expected) };
  }

  private absence(at: number): Absence {
    const { owing } = this.engine.sources;
    const { indicator } = this.definition;
    if (owing.open(this.period)[at] === 0) return 'closed';
    if (owing.byRoadmap(indicator.roadmaps)[at] === 0) return 'other_roadmap';
    return owing.inScope(indicator.scope, this.period.schoolYear)[at] === 0 ? 'out_of_scope' : 'not_owed';
  }

  private frame(level: UnitLevel, unit: string) {
    return { level, unit, period: this.period.key, definition: this.definition.indicator };
  }

  private result(
    level: UnitLevel,
    unit: string,
    f: Figure,
    reported: number,
    expected: number,
  ): { result: IndicatorResult } {
    return {
      result: {
        indicator: this.definition.code,
        level,
        unit,
        period: this.period.key,
        reported,
        expected,
        reason: reasons[f.reason]!,
        ...(!Number.isNaN(f.value) && { value: f.value }),
        ...(!Number.isNaN(f.numerator) && { numerator: f.numerator }),
        ...(!Number.isNaN(f.denominator) && { denominator: f.denominator }),
      },
    };
  }

  private sides(at: number, level: 'organisation' | 'district'): Explanation['sides'] {
    const own = this.sidesOf(this.definition, this.period, at, level);
    if (this.definition.indicator.kind !== 'change') return own;
    const then = previousPeriod(this.period);
    const before = this.engine.definitions.at(this.definition.code, then.schoolYear);
    return before ? [...own, ...this.sidesOf(before, then, at, level)] : own;
  }

  private sidesOf(
    definition: Definition,
    period: Period,
    at: number,
    level: 'organisation' | 'district',
  ): Explanation['sides'] {
    const { indicator } = definition;
    const nature = this.engine.natureOf(definition);
    const explainer = new ExpressionExplainer(this.engine, definition, at, this.placeOf);
    const sides: Explanation['sides'][number][] = [];
    const both = nature.unit !== 'mixed';
    const denominator = denominatorOf(indicator);
    if (indicator.numerator && (both || nature.numerator === level)) {
      sides.push({ side: 'numerator', of: explainer.explain(indicator.numerator, period) });
    }
    if (denominator && (both || nature.denominator === level)) {
      sides.push({ side: 'denominator', of: explainer.explain(denominator, period) });
    }
    return sides;
  }
}

/**
 * Explains a figure down to the cells: for a region its districts, for a district its organisations (those not in
 * the figure too, and why), for a unit its expressions, inputs and cells. Throws ExplainError for an unknown
 * indicator, unit or period, or a period without a definition.
 */
export function explain(evaluation: Evaluation, question: Question, placeOf: PlaceOf): Explanation {
  const engine = engineOf(evaluation);
  const { units } = engine.sources.columns;
  const period = parsePeriod(question.period);
  if (!period) throw new ExplainError('period', question.period);
  const definition = engine.definitions.at(question.indicator, period.schoolYear);
  if (!definition) throw new ExplainError('indicator', question.indicator);
  const explainer = new Explainer(engine, definition, period, placeOf);
  const is = (level: UnitLevel) => question.level === undefined || question.level === level;
  const organisation = units.organisations.findIndex((o) => o.code === question.unit);
  if (is('organisation') && organisation >= 0) return explainer.organisation(organisation);
  const district = units.districts.findIndex((d) => d.code === question.unit);
  if (is('district') && district >= 0) return explainer.district(district);
  const region = units.regions.indexOf(question.unit);
  if (is('region') && region >= 0) return explainer.region(region);
  throw new ExplainError('unit', question.unit);
}
