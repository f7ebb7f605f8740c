import { inForce } from '../catalog/in-force.ts';
import { isWithin } from '../catalog/owes.ts';
import type { Catalog, DataElement, Indicator } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { evaluateCondition } from '../expression/condition.ts';
import { partsOf } from '../expression/inputs.ts';
import { isShorterThanSchoolYear, type Period } from '../period/period.ts';
import { type Moment, periodMoment, yearMoment } from './moment.ts';
import type { OwedElement, OwedForm } from './owed.ts';
import { type Reference, resolveReference } from './reference.ts';
import type { UnitProfile } from './unit.ts';

/** What one unit owes and which indicators have a row for it (evaluation.md), by the cells its workbook has. */
export class Expectation {
  private readonly owed: ReadonlyMap<string, OwedElement>;
  private readonly catalog: Catalog;
  private readonly unit: UnitProfile;
  private readonly schoolYear: string;

  constructor(catalog: Catalog, unit: UnitProfile, schoolYear: string, forms: readonly OwedForm[]) {
    this.catalog = catalog;
    this.unit = unit;
    this.schoolYear = schoolYear;
    const all = forms.flatMap((form) => form.elements);
    this.owed = new Map(all.map((owed) => [owed.element.code, owed]));
  }

  /** The version of an indicator that is valid in a school year and concerns the unit's roadmaps. */
  definition(code: string, schoolYear: string): Indicator | undefined {
    return this.catalog.indicators
      .filter((i) => i.code === code && inForce(i, schoolYear))
      .reduce<Indicator | undefined>(
        (best, i) => (best && best.validFrom >= i.validFrom ? best : i),
        undefined,
      );
  }

  owedElement(code: string): OwedElement | undefined {
    return this.owed.get(code);
  }

  /** Whether the element is collected at the unit's own level. */
  isOwn(element: DataElement): boolean {
    return element.level === this.unit.level;
  }

  /** Whether the unit owes what the expression needs at a moment of this school year (evaluation.md). */
  owes(e: Expression, moment: Moment): boolean {
    if (e.type === 'ref') return this.owesCode(e.code, moment);
    const parts = partsOf(e);
    return e.type === 'call' && e.name === 'any_of'
      ? parts.some((part) => this.owes(part, moment))
      : parts.every((part) => this.owes(part, moment));
  }

  /** Whether a scope holds for the unit; none holds for all. */
  isIn(scope: Expression | undefined): boolean {
    return scope === undefined || evaluateCondition(scope, this.unit) === true;
  }

  /** Whether the indicator has a row for this unit: its version, scope, level and inputs. */
  isExpected(indicator: Indicator, moment: Moment): boolean {
    if (indicator.kind === 'group' || indicator.numerator === undefined) return false;
    if (indicator.level === 'district' && this.unit.level === 'organisation') return false;
    if (!this.isOfRoadmap(indicator)) return false;
    if (!this.isIn(indicator.scope)) return false;
    return [indicator.numerator, indicator.denominator].every((e) => e === undefined || this.owes(e, moment));
  }

  /** Periods at which the indicator's rows stand in this school year, the gathered year last. */
  moments(indicator: Indicator): Moment[] {
    const periods = this.periodsOf(indicator, new Set());
    const all = periods.map(periodMoment);
    if (periods[0] && isShorterThanSchoolYear(periods[0].frequency)) all.push(yearMoment(this.schoolYear));
    return all.filter((moment) => this.isExpected(indicator, moment));
  }

  private isOfRoadmap({ roadmaps }: Indicator): boolean {
    return isWithin(this.unit.monitored, roadmaps);
  }

  private owesCode(code: string, moment: Moment): boolean {
    const reference = this.resolve(code, moment.schoolYear);
    if (reference?.kind === 'indicator') return this.isExpected(reference.indicator, moment);
    const owed = reference && this.owed.get(reference.element.code);
    if (!owed) return false;
    return moment.kind === 'year'
      ? isShorterThanSchoolYear(owed.form.frequency)
      : owed.periods.some((p) => p.key === moment.key);
  }

  /** What a code of an expression stands for in a school year. */
  resolve(code: string, schoolYear: string): Reference | undefined {
    return resolveReference(this.catalog, code, (base) => this.definition(base, schoolYear));
  }

  private periodsOf(indicator: Indicator, visited: Set<string>): readonly Period[] {
    if (visited.has(indicator.code)) return [];
    visited.add(indicator.code);
    const found: Period[] = [];
    const visit = (e: Expression | undefined): void => {
      if (e === undefined) return;
      if (e.type === 'ref') {
        const nested = this.nestedPeriods(e.code, visited);
        for (const period of nested) if (!found.includes(period)) found.push(period);
      }
      partsOf(e).forEach(visit);
    };
    visit(indicator.numerator);
    visit(indicator.denominator);
    return found.sort((a, b) => (a.first < b.first || (a.first === b.first && a.last < b.last) ? -1 : 0));
  }

  private nestedPeriods(code: string, visited: Set<string>): readonly Period[] {
    const reference = this.resolve(code, this.schoolYear);
    if (reference?.kind === 'indicator') return this.periodsOf(reference.indicator, visited);
    return (reference && this.owed.get(reference.element.code)?.periods) ?? [];
  }
}
