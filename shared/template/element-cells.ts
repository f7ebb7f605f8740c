import { combinations, concreteCode, type Members } from '../catalog/concrete.ts';
import type { Catalog, DataElement } from '../catalog/types.ts';
import { isShorterThanSchoolYear } from '../period/period.ts';
import type { Formula } from '../plan/plan.ts';
import type { Calculation, Step } from './calculation.ts';
import { earlierValue } from './earlier-value.ts';
import { type Layer, valueId } from './entry-id.ts';
import type { Expectation } from './expectation.ts';
import type { PreviousValues } from './fill.ts';
import { gathered, sumOf } from './gather.ts';
import { NotLive } from './indicator-formula.ts';
import { type Moment, yearMoment } from './moment.ts';
import type { OwedElement, OwedForm } from './owed.ts';

/** Where the cells take the elements' values from. */
export interface Values {
  readonly layer: Layer;
  /** A number or a reason. Asked for elements that hold numbers. */
  readonly formula: (element: DataElement, concrete: string, period: string) => Formula;
}

/** What the cells of a workbook's values are made from. */
export interface FigureSources {
  readonly calculation: Calculation;
  readonly catalog: Catalog;
  readonly expectation: Expectation;
  readonly schoolYear: string;
  readonly forms: readonly OwedForm[];
  readonly previous: PreviousValues | undefined;
}

/** Sums of more cells than this are made in steps, so that no formula outgrows Excel's 8,192 characters. */
const longestList = 25;

/** The values of a workbook's elements as cells of the hidden tab: by period, gathered to the year, summed over dims. */
export class ElementCells {
  private readonly sources: FigureSources;
  private readonly layer: Layer;

  constructor(sources: FigureSources, values: Values) {
    this.sources = sources;
    this.layer = values.layer;
    for (const form of sources.forms) for (const owed of form.elements) this.layOut(owed, values);
  }

  /** One row per concrete element: a cell per period, then the school year gathered. */
  private layOut({ element, form, periods }: OwedElement, values: Values): void {
    if (element.type === 'date' || element.type === 'text') return;
    const year = isShorterThanSchoolYear(form.frequency) ? yearMoment(this.sources.schoolYear) : undefined;
    for (const members of combinations(this.sources.catalog, element.dims)) {
      const concrete = concreteCode(element.code, members);
      const steps: Step[] = periods.map((period) => ({
        id: valueId(this.layer, concrete, period.key),
        formula: values.formula(element, concrete, period.key),
      }));
      if (year) {
        const ids = periods.map((period) => valueId(this.layer, concrete, period.key));
        steps.push({
          id: valueId(this.layer, concrete, year.key),
          formula: gathered({ ids, together: true }, element.toTime),
        });
      }
      this.sources.calculation.row(`${this.layer} ${concrete}`, steps);
    }
  }

  /** The sum over the members of the dims that are not kept. */
  cell(element: DataElement, members: Members, moment: Moment): string {
    const wanted = this.wanted(element.dims, members);
    const ids = wanted.map(({ combination }) =>
      this.concreteCell(element, concreteCode(element.code, combination), moment),
    );
    if (ids.length === 1) return ids[0]!;
    const kept = element.dims.map((dim) => members.get(dim) ?? '*');
    const id = `${this.layer} sum ${concreteCode(element.code, kept)} ${moment.key}`;
    if (this.sources.calculation.has(id)) return id;
    const [first, last] = [wanted[0], wanted[wanted.length - 1]];
    const isOfThisYear = moment.schoolYear === this.sources.schoolYear;
    const together = isOfThisYear && first !== undefined && last!.index - first.index === wanted.length - 1;
    this.sources.calculation.step(id, id, this.inSteps(ids, together));
    return id;
  }

  /** All combinations of members that agree with those kept, and where each stands among all. */
  wanted(dims: readonly string[], members: Members): { combination: readonly string[]; index: number }[] {
    return combinations(this.sources.catalog, dims)
      .map((combination, index) => ({ combination, index }))
      .filter(({ combination }) =>
        dims.every((dim, i) => !members.has(dim) || members.get(dim) === combination[i]),
      );
  }

  /** A sum as one formula, or over parts that have cells of their own; `together` = the cells form one rectangle. */
  inSteps(ids: readonly string[], together: boolean): Formula {
    if (together || ids.length <= longestList) return sumOf({ ids, together });
    const parts: string[] = [];
    for (let at = 0; at < ids.length; at += longestList) {
      const part = this.sources.calculation.aside(
        'sum',
        sumOf({ ids: ids.slice(at, at + longestList), together: false }),
      );
      parts.push((part as Formula & { type: 'cell' }).id);
    }
    return this.inSteps(parts, false);
  }

  private concreteCell(element: DataElement, concrete: string, moment: Moment): string {
    const id = valueId(this.layer, concrete, moment.key);
    if (this.sources.calculation.has(id)) return id;
    const frequency = this.sources.catalog.forms.get(element.form)?.frequency;
    // only values of earlier years can be constants; within this year a missing cell means "not open then"
    const isEarlier = moment.schoolYear < this.sources.schoolYear && this.sources.expectation.isOwn(element);
    const value =
      this.sources.previous && frequency && isEarlier
        ? earlierValue(this.sources.previous, element, concrete, frequency, moment)
        : undefined;
    if (value === undefined) throw new NotLive('after_closing');
    this.sources.calculation.row(`${concrete} ${moment.key}`, [{ id, value }]);
    return id;
  }
}
