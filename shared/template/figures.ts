import type { Catalog, DataElement, Indicator } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { isShorterThanSchoolYear } from '../period/period.ts';
import type { Formula } from '../plan/plan.ts';
import type { Calculation, Step } from './calculation.ts';
import { combinations, concreteCode, type Members, membersBy } from './concrete.ts';
import { earlierValue } from './earlier-value.ts';
import { type Layer, valueId } from './entry-id.ts';
import type { Expectation } from './expectation.ts';
import type { PreviousValues } from './fill.ts';
import { binary, call, cell, literal } from './formula.ts';
import { firstReason, gathered, sumOf } from './gather.ts';
import { indicatorFormula, NotLive } from './indicator-formula.ts';
import { type Moment, momentBefore, yearMoment } from './moment.ts';
import type { OwedElement, OwedForm } from './owed.ts';

/** The cells of one indicator for one combination of members at one moment. */
export interface Figure {
  readonly result: string;
  readonly numerator?: string;
  readonly denominator?: string;
  /** The denominator is 1 wherever there is a numerator. */
  readonly one?: true;
}

/** Where the figures take the elements' values from. */
export interface Values {
  readonly layer: Layer;
  /** A number or a reason. Asked for elements that hold numbers. */
  readonly formula: (element: DataElement, concrete: string, period: string) => Formula;
}

/** Sums of more cells than this are made in steps, so that no formula outgrows Excel's 8,192 characters. */
const longestList = 25;

/**
 * The values of a workbook's elements and indicators as cells of the hidden tab: each holds a number or the reason
 * why there is none. What is asked for is made once.
 */
export class Figures {
  private readonly made = new Map<string, Figure | NotLive>();
  private readonly calculation: Calculation;
  private readonly catalog: Catalog;
  private readonly expectation: Expectation;
  private readonly schoolYear: string;
  private readonly previous: PreviousValues | undefined;
  private readonly layer: Layer;

  constructor(
    calculation: Calculation,
    catalog: Catalog,
    expectation: Expectation,
    schoolYear: string,
    forms: readonly OwedForm[],
    previous: PreviousValues | undefined,
    values: Values,
  ) {
    this.calculation = calculation;
    this.catalog = catalog;
    this.expectation = expectation;
    this.schoolYear = schoolYear;
    this.previous = previous;
    this.layer = values.layer;
    for (const form of forms) for (const owed of form.elements) this.layOut(owed, values);
  }

  /**
   * The cells of an indicator at a moment; `members` are those of the dims it keeps. Throws NotLive where the workbook
   * cannot know a value of an earlier year or a verdict of the analysis.
   */
  figure(indicator: Indicator, members: Members, moment: Moment): Figure {
    const code = concreteCode(
      indicator.code,
      indicator.dims.map((dim) => members.get(dim) ?? ''),
    );
    const id = `${this.layer} figure ${code} ${moment.key}`;
    const known = this.made.get(id);
    if (known instanceof NotLive) throw known;
    if (known) return known;
    try {
      const figure = (indicator.kind === 'change' ? this.change : this.level).call(
        this,
        id,
        code,
        indicator,
        members,
        moment,
      );
      this.made.set(id, figure);
      return figure;
    } catch (error) {
      // asked for again, it must not lay out the same cells twice
      if (error instanceof NotLive) this.made.set(id, error);
      throw error;
    }
  }

  /** A side of a check as a formula: a number, or an error value where it is missing. Throws NotLive. */
  side(e: Expression, members: Members, moment: Moment): Formula {
    return this.expression(e, members, moment, undefined);
  }

  private valueId(concrete: string, moment: string): string {
    return valueId(this.layer, concrete, moment);
  }

  /** One row per concrete element: a cell per period, then the school year gathered. */
  private layOut({ element, form, periods }: OwedElement, values: Values): void {
    if (element.type === 'date' || element.type === 'text') return;
    const year = isShorterThanSchoolYear(form.frequency) ? yearMoment(this.schoolYear) : undefined;
    for (const members of combinations(this.catalog, element.dims)) {
      const concrete = concreteCode(element.code, members);
      const steps: Step[] = periods.map((period) => ({
        id: this.valueId(concrete, period.key),
        formula: values.formula(element, concrete, period.key),
      }));
      if (year) {
        const ids = periods.map((period) => this.valueId(concrete, period.key));
        steps.push({
          id: this.valueId(concrete, year.key),
          formula: gathered({ ids, together: true }, element.toTime),
        });
      }
      this.calculation.row(`${this.layer} ${concrete}`, steps);
    }
  }

  private level(id: string, code: string, indicator: Indicator, members: Members, moment: Moment): Figure {
    const inputs = new Map<string, Formula>();
    const label = `${code} ${moment.key}`;
    const numerator = this.sideStep(
      `${id} n`,
      label,
      indicator.numerator!,
      members,
      moment,
      inputs,
      indicator,
    );
    const denominator =
      indicator.denominator === undefined || indicator.kind === 'count' || indicator.kind === 'presence'
        ? undefined
        : this.sideStep(`${id} d`, label, indicator.denominator, members, moment, inputs, undefined);
    const reason = this.reason(id, label, inputs);
    const n = cell(numerator);
    if (denominator === undefined) {
      const value = indicator.kind === 'count' ? n : binary('*', literal(indicator.factor), n);
      this.calculation.step(label, id, call('IF', call('ISNUMBER', n), value, reason));
      return { result: id, numerator, ...(indicator.kind === 'presence' ? { one: true as const } : {}) };
    }
    const d = cell(denominator);
    const ratio = binary('/', binary('*', literal(indicator.factor), n), d);
    const enough =
      indicator.minN === undefined
        ? ratio
        : call('IF', binary('<', d, literal(indicator.minN)), literal('too_few'), ratio);
    const value = call('IF', binary('=', d, literal(0)), literal('zero_denominator'), enough);
    const both = call('AND', call('ISNUMBER', n), call('ISNUMBER', d));
    this.calculation.step(label, id, call('IF', both, value, reason));
    return { result: id, numerator, denominator };
  }

  /** This period less the one before (evaluation.md, Previous). */
  private change(id: string, code: string, indicator: Indicator, members: Members, moment: Moment): Figure {
    const before = momentBefore(moment);
    const then = this.expectation.definition(indicator.code, before.schoolYear);
    if (then === undefined) throw new NotLive('after_closing');
    const label = `${code} ${moment.key}`;
    const at = (definition: Indicator, key: string, when: Moment): string => {
      const ratio = { ...definition, kind: definition.denominator ? ('share' as const) : ('index' as const) };
      return this.level(`${id} ${key}`, code, ratio, members, when).result;
    };
    const now = cell(at(indicator, 'now', moment));
    const earlier = cell(at(then, 'before', before));
    const both = call('AND', call('ISNUMBER', now), call('ISNUMBER', earlier));
    const why = call(
      'IF',
      call('ISNUMBER', now),
      call('IF', binary('=', earlier, literal('zero_denominator')), earlier, literal('no_base')),
      now,
    );
    this.calculation.step(label, id, call('IF', both, binary('-', now, earlier), why));
    return { result: id };
  }

  /** Numerator or denominator, rounded to 9 decimals as the engine does; an empty text where it is missing. */
  private sideStep(
    id: string,
    label: string,
    e: Expression,
    members: Members,
    moment: Moment,
    inputs: Map<string, Formula>,
    factorOf: Indicator | undefined,
  ): string {
    const number = this.expression(e, members, moment, inputs);
    const rounded =
      factorOf?.kind === 'presence'
        ? call('IF', binary('<>', number, literal(0)), literal(1), literal(0))
        : call('ROUND', number, literal(9));
    const isScaled = factorOf?.kind === 'count' && factorOf.factor !== 1;
    const value = isScaled ? binary('*', literal(factorOf.factor), rounded) : rounded;
    this.calculation.step(label, id, call('IFERROR', value, literal('')));
    return id;
  }

  /** Of several reasons the first in the order of evaluation.md; no missing input at all = a division by zero. */
  private reason(id: string, label: string, inputs: ReadonlyMap<string, Formula>): Formula {
    const steps = [...inputs].map(([key, formula]) => ({ id: `${id} input ${key}`, formula }));
    if (steps.length === 0) return literal('zero_denominator');
    this.calculation.row(label, steps);
    const order = [
      'rejected',
      'not_reported',
      'no_data',
      'zero_denominator',
      'no_base',
      'too_few',
      'not_applicable',
    ];
    return firstReason({ ids: steps.map((step) => step.id), together: true }, order, 'zero_denominator');
  }

  private expression(
    e: Expression,
    members: Members,
    moment: Moment,
    inputs: Map<string, Formula> | undefined,
  ): Formula {
    return indicatorFormula(e, {
      owes: (part) => this.expectation.owes(part, moment),
      keep: (formula) => this.calculation.aside('any_of', formula),
      input: (code, steps) => {
        let when = moment;
        for (let i = 0; i < steps; i++) when = momentBefore(when);
        const input = cell(this.input(code, members, when));
        const seen = steps === 0 ? input : call('IF', call('ISNUMBER', input), input, literal('no_base'));
        inputs?.set(`${code} ${steps}`, seen);
        return input;
      },
    });
  }

  private input(code: string, members: Members, moment: Moment): string {
    const reference = this.expectation.resolve(code, moment.schoolYear);
    if (!reference)
      throw new NotLive(moment.schoolYear === this.schoolYear ? 'by_district' : 'after_closing');
    const kept = reference.fixed ?? members;
    return reference.kind === 'element'
      ? this.elementCell(reference.element, kept, moment)
      : this.indicatorCell(reference.indicator, kept, moment);
  }

  /** An indicator that keeps more dims than are asked for is summed like an element. */
  private indicatorCell(indicator: Indicator, members: Members, moment: Moment): string {
    const ids = this.wanted(indicator.dims, members).map(
      ({ combination }) => this.figure(indicator, membersBy(indicator.dims, combination), moment).result,
    );
    if (ids.length === 1) return ids[0]!;
    const kept = indicator.dims.map((dim) => members.get(dim) ?? '*');
    const id = `${this.layer} sum ${concreteCode(indicator.code, kept)} ${moment.key}`;
    if (!this.calculation.has(id)) this.calculation.step(id, id, this.inSteps(ids, false));
    return id;
  }

  private wanted(
    dims: readonly string[],
    members: Members,
  ): { combination: readonly string[]; index: number }[] {
    return combinations(this.catalog, dims)
      .map((combination, index) => ({ combination, index }))
      .filter(({ combination }) =>
        dims.every((dim, i) => !members.has(dim) || members.get(dim) === combination[i]),
      );
  }

  /** The sum over the members of the dims that are not kept. */
  private elementCell(element: DataElement, members: Members, moment: Moment): string {
    const wanted = this.wanted(element.dims, members);
    const ids = wanted.map(({ combination }) =>
      this.concreteCell(element, concreteCode(element.code, combination), moment),
    );
    if (ids.length === 1) return ids[0]!;
    const kept = element.dims.map((dim) => members.get(dim) ?? '*');
    const id = `${this.layer} sum ${concreteCode(element.code, kept)} ${moment.key}`;
    if (this.calculation.has(id)) return id;
    const [first, last] = [wanted[0], wanted[wanted.length - 1]];
    const isOfThisYear = moment.schoolYear === this.schoolYear;
    const together = isOfThisYear && first !== undefined && last!.index - first.index === wanted.length - 1;
    this.calculation.step(id, id, this.inSteps(ids, together));
    return id;
  }

  private inSteps(ids: readonly string[], together: boolean): Formula {
    if (together || ids.length <= longestList) return sumOf({ ids, together });
    const parts: string[] = [];
    for (let at = 0; at < ids.length; at += longestList) {
      const part = this.calculation.aside(
        'sum',
        sumOf({ ids: ids.slice(at, at + longestList), together: false }),
      );
      parts.push((part as Formula & { type: 'cell' }).id);
    }
    return this.inSteps(parts, false);
  }

  private concreteCell(element: DataElement, concrete: string, moment: Moment): string {
    const id = this.valueId(concrete, moment.key);
    if (this.calculation.has(id)) return id;
    const frequency = this.catalog.forms.get(element.form)?.frequency;
    // only values of earlier years can be constants; within this year a missing cell means "not open then"
    const isEarlier = moment.schoolYear < this.schoolYear && this.expectation.isOwn(element);
    const value =
      this.previous && frequency && isEarlier
        ? earlierValue(this.previous, element, concrete, frequency, moment)
        : undefined;
    if (value === undefined) throw new NotLive('after_closing');
    this.calculation.row(`${concrete} ${moment.key}`, [{ id, value }]);
    return id;
  }
}
