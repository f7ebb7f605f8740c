import { concreteCodes, elementRead } from '../catalog/concrete.ts';
import type { DataElement } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { formatExpression } from '../expression/format.ts';
import { partsOf } from '../expression/inputs.ts';
import type { Place } from '../issue/issue.ts';
import type { ObservationStatus } from '../observation/observation.ts';
import { type Period, previousPeriod } from '../period/period.ts';
import type { Definition } from './definitions.ts';
import type { Engine } from './engine.ts';
import { given, notOwed, notReported } from './status.ts';
import { statusOf } from './strays.ts';
import { type Reason, reasons } from './types.ts';

/** A value or why there is none; `not_owed` = the unit is not asked for it. */
export interface Known {
  readonly value?: number;
  readonly reason: Reason | 'not_owed';
}

/** What was typed in one cell. `counts` is false for a stray: kept, but in no figure. */
export interface ExplainedCell {
  readonly unit: string;
  readonly element: string;
  readonly period: string;
  readonly status: ObservationStatus;
  readonly value?: number;
  readonly counts: boolean;
  readonly place?: EnteredPlace;
}

/** One step of an expression for one unit. */
export interface ExplainedExpression extends Known {
  readonly expression: Expression;
  /** Canonical text; for a member of a dimension or a gathered period the concrete code. */
  readonly text: string;
  readonly period: string;
  readonly parts: readonly ExplainedExpression[];
  /** For a data element. */
  readonly cell?: ExplainedCell;
  /** For an indicator: ask `explain` for it to go on. */
  readonly indicator?: string;
}

/** Where a value was typed and, where a district entered it for an organisation, who did. */
export type EnteredPlace = Place & {
  readonly enteredBy?: { readonly district: string; readonly post?: string };
};

/** Where a value was typed; undefined where nothing was. */
export type PlaceOf = (unit: string, element: string, period: string) => EnteredPlace | undefined;

export const knownOf = (status: number, value: number): Known => {
  if (status === given) return { value, reason: '' };
  return { reason: status === notOwed ? 'not_owed' : reasons[status]! };
};

/** Explains the expressions of one definition for one unit. */
export class ExpressionExplainer {
  private readonly engine: Engine;
  private readonly definition: Pick<Definition, 'members'>;
  private readonly unit: number;
  private readonly placeOf: PlaceOf;

  constructor(engine: Engine, definition: Pick<Definition, 'members'>, unit: number, placeOf: PlaceOf) {
    this.engine = engine;
    this.definition = definition;
    this.unit = unit;
    this.placeOf = placeOf;
  }

  explain(expression: Expression, period: Period): ExplainedExpression {
    const vector = this.engine.compile(expression, this.definition)(period);
    const known = knownOf(vector.status[this.unit]!, vector.values[this.unit]!);
    this.engine.sources.pool.give(vector);
    const step = { ...known, expression, text: formatExpression(expression), period: period.key };
    if (expression.type === 'ref') return { ...step, ...this.input(expression, period) };
    const isPrevious = expression.type === 'call' && expression.name === 'prev';
    const then = isPrevious ? previousPeriod(period) : period;
    return { ...step, parts: partsOf(expression).map((part) => this.explain(part, then)) };
  }

  private input(
    ref: Expression & { type: 'ref' },
    period: Period,
  ): Partial<ExplainedExpression> & Pick<ExplainedExpression, 'parts'> {
    const { catalog } = this.engine.sources;
    const read = elementRead(catalog, ref.code, this.definition.members);
    if (!read) return { parts: [], indicator: this.concreteIndicator(ref.code, period) };
    const cells = read.codes.map((code) => this.element(ref, code, read.element, period));
    const [only] = cells;
    return cells.length === 1 && only
      ? { parts: only.parts, ...(only.cell && { cell: only.cell }) }
      : { parts: cells };
  }

  private concreteIndicator(code: string, period: Period): string {
    const indicator = this.engine.definitions.baseAt(code, period.schoolYear);
    const bound = indicator?.dims.every((dim) => this.definition.members.has(dim));
    return indicator && bound
      ? concreteCodes(this.engine.sources.catalog, indicator, this.definition.members)[0]!
      : code;
  }

  /** One concrete element: its cell, or the periods gathered to a school year. */
  private element(
    ref: Expression,
    concrete: string,
    element: DataElement,
    period: Period,
  ): ExplainedExpression {
    const { sources } = this.engine;
    const vector = sources.element(concrete, element, period);
    const step = {
      ...knownOf(vector.status[this.unit]!, vector.values[this.unit]!),
      expression: ref,
      text: concrete,
      period: period.key,
    };
    sources.pool.give(vector);
    const frequency = sources.catalog.forms.get(element.form)?.frequency;
    if (frequency !== undefined && frequency !== period.frequency) {
      const begun = sources.periods.of(frequency, period.schoolYear);
      return { ...step, parts: begun.map((p) => this.element(ref, concrete, element, p)) };
    }
    return { ...step, parts: [], cell: this.cell(concrete, period, step.reason !== 'not_owed') };
  }

  private cell(element: string, period: Period, counts: boolean): ExplainedCell {
    const { units, byElement } = this.engine.sources.columns;
    const column = byElement.get(element)?.get(period.key);
    const status = column?.status[this.unit] ?? notReported;
    const own = units.organisations.length;
    const unit = (units.organisations[this.unit] ?? units.districts[this.unit - own]!).code;
    const place = this.placeOf(unit, element, period.key);
    return {
      unit,
      element,
      period: period.key,
      status: statusOf(status),
      ...(status === given && column && { value: column.values[this.unit]! }),
      counts,
      ...(place && { place }),
    };
  }
}
