import { concreteCode, type Members, membersBy } from '../catalog/concrete.ts';
import type { Indicator } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import type { Formula } from '../plan/plan.ts';
import type { Calculation } from './calculation.ts';
import { ElementCells, type FigureSources, type Values } from './element-cells.ts';
import type { Layer } from './entry-id.ts';
import { changeValue, figureValue, reasonOfInputs, sideValue } from './figure-value.ts';
import { call, cell, literal } from './formula.ts';
import { indicatorFormula, NotLive } from './indicator-formula.ts';
import { type Moment, momentBefore } from './moment.ts';

/** The cells of one indicator for one combination of members at one moment. */
export interface Figure {
  readonly result: string;
  readonly numerator?: string;
  readonly denominator?: string;
  /** The denominator is 1 wherever there is a numerator. */
  readonly one?: true;
}

/**
 * The values of a workbook's elements and indicators as cells of the hidden tab: each holds a number or the reason
 * why there is none. What is asked for is made once.
 */
export class Figures {
  private readonly made = new Map<string, Figure | NotLive>();
  private readonly sources: FigureSources;
  private readonly calculation: Calculation;
  private readonly layer: Layer;
  private readonly elements: ElementCells;

  constructor(sources: FigureSources, values: Values) {
    this.sources = sources;
    this.calculation = sources.calculation;
    this.layer = values.layer;
    this.elements = new ElementCells(sources, values);
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
    const sides = [numerator, denominator].map((side) => (side === undefined ? undefined : cell(side)));
    this.calculation.step(label, id, figureValue(indicator, sides[0]!, sides[1], reason));
    if (denominator !== undefined) return { result: id, numerator, denominator };
    return { result: id, numerator, ...(indicator.kind === 'presence' ? { one: true as const } : {}) };
  }

  /** This period less the one before (evaluation.md, Previous). */
  private change(id: string, code: string, indicator: Indicator, members: Members, moment: Moment): Figure {
    const before = momentBefore(moment);
    const then = this.sources.expectation.definition(indicator.code, before.schoolYear);
    if (then === undefined) throw new NotLive('after_closing');
    const label = `${code} ${moment.key}`;
    const at = (definition: Indicator, key: string, when: Moment): string => {
      const ratio = { ...definition, kind: definition.denominator ? ('share' as const) : ('index' as const) };
      return this.level(`${id} ${key}`, code, ratio, members, when).result;
    };
    const now = cell(at(indicator, 'now', moment));
    const earlier = cell(at(then, 'before', before));
    this.calculation.step(label, id, changeValue(now, earlier));
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
    this.calculation.step(label, id, sideValue(this.expression(e, members, moment, inputs), factorOf));
    return id;
  }

  /** Of several reasons the first in the order of evaluation.md; no missing input at all = a division by zero. */
  private reason(id: string, label: string, inputs: ReadonlyMap<string, Formula>): Formula {
    const steps = [...inputs].map(([key, formula]) => ({ id: `${id} input ${key}`, formula }));
    if (steps.length === 0) return literal('zero_denominator');
    this.calculation.row(label, steps);
    return reasonOfInputs(steps.map((step) => step.id));
  }

  private expression(
    e: Expression,
    members: Members,
    moment: Moment,
    inputs: Map<string, Formula> | undefined,
  ): Formula {
    return indicatorFormula(e, {
      owes: (part) => this.sources.expectation.owes(part, moment),
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
    const reference = this.sources.expectation.resolve(code, moment.schoolYear);
    if (!reference)
      throw new NotLive(moment.schoolYear === this.sources.schoolYear ? 'by_district' : 'after_closing');
    const kept = reference.fixed ?? members;
    return reference.kind === 'element'
      ? this.elements.cell(reference.element, kept, moment)
      : this.indicatorCell(reference.indicator, kept, moment);
  }

  /** An indicator that keeps more dims than are asked for is summed like an element. */
  private indicatorCell(indicator: Indicator, members: Members, moment: Moment): string {
    const ids = this.elements
      .wanted(indicator.dims, members)
      .map(
        ({ combination }) => this.figure(indicator, membersBy(indicator.dims, combination), moment).result,
      );
    if (ids.length === 1) return ids[0]!;
    const kept = indicator.dims.map((dim) => members.get(dim) ?? '*');
    const id = `${this.layer} sum ${concreteCode(indicator.code, kept)} ${moment.key}`;
    if (!this.calculation.has(id)) this.calculation.step(id, id, this.elements.inSteps(ids, false));
    return id;
  }
}
