import { formAsks } from '../catalog/form-asks.ts';
import { isWithin, type OwingUnit, owesElement } from '../catalog/owes.ts';
import type { Catalog, DataElement } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { holds } from '../expression/condition.ts';
import { formatExpression } from '../expression/format.ts';
import { flagsOf } from '../expression/inputs.ts';
import type { Period } from '../period/period.ts';
import { monitoredRoadmaps } from '../register/monitored-roadmaps.ts';
import { isOpen } from '../register/register.ts';
import type { Units } from './units.ts';

/** A verdict of the analysis for a unit and a school year; undefined = not known (yet). */
export type Flags = (unit: string, flag: string, schoolYear: string) => boolean | undefined;

/** 1 = yes, over all units. */
export type Mask = Uint8Array;

const looksAtFlags = (condition: Expression | undefined): boolean =>
  condition !== undefined && flagsOf(condition).length > 0;

/**
 * Who owes what: level, types, programmes, `applies_if`, open in the period (contracts §1, evaluation.md).
 * Answers are kept, because thousands of concrete elements share a few of them.
 */
export class Owing {
  private readonly catalog: Catalog;
  private readonly units: Units;
  private readonly flags: Flags;
  private readonly elements = new Map<DataElement, Mask>();
  private readonly masks = new Map<string, Mask>();
  private readonly scopes = new Map<Expression, Mask>();
  private readonly everyone: Mask;
  private readonly nobody: Mask;
  private readonly meetings = new Map<Mask, Map<Mask, Mask>>();
  private readonly opens = new Map<string, Mask>();

  constructor(catalog: Catalog, units: Units, flags: Flags) {
    this.catalog = catalog;
    this.units = units;
    this.flags = flags;
    this.everyone = new Uint8Array(units.count).fill(1);
    this.nobody = new Uint8Array(units.count);
  }

  /** Units that owe the element apart from being open; `applies_if` may look at flags of the school year. */
  ofElement(element: DataElement, schoolYear: string): Mask {
    const kept = this.elements.get(element);
    if (kept) return kept;
    const form = this.catalog.forms.get(element.form);
    const condition = element.appliesIf;
    // few answers serve thousands of elements
    const key = JSON.stringify([element.level, element.orgTypes, form?.orgTypes, form?.programmes]);
    const mask = this.kept(key, condition, schoolYear, (unit) => owesElement(element, form, unit));
    if (!looksAtFlags(condition)) this.elements.set(element, mask);
    return mask;
  }

  /** The same in a period of the form; nobody owes anything where the form asks nothing. */
  inPeriod(element: DataElement, period: Period): Mask {
    const asks = formAsks(this.catalog.forms.get(element.form), period);
    return asks ? this.ofElement(element, period.schoolYear) : this.nobody;
  }

  /** Units for which a condition holds; unknown does not hold. Undefined condition = all. */
  inScope(scope: Expression | undefined, schoolYear: string): Mask {
    if (scope === undefined) return this.everyone;
    const kept = this.scopes.get(scope);
    if (kept) return kept;
    const mask = this.kept('scope', scope, schoolYear, (unit) => holds(scope, unit));
    if (!looksAtFlags(scope)) this.scopes.set(scope, mask);
    return mask;
  }

  /** Districts that keep the indicators of one of the roadmaps, and their organisations. No roadmap = no limit. */
  byRoadmap(roadmaps: readonly string[]): Mask {
    if (roadmaps.length === 0) return this.everyone;
    const key = `roadmap ${roadmaps.join(' ')}`;
    let mask = this.masks.get(key);
    if (!mask) {
      const { organisations, districts, districtOf, count } = this.units;
      const keeps = districts.map((d) => isWithin(monitoredRoadmaps(d), roadmaps));
      mask = new Uint8Array(count);
      for (let i = 0; i < count; i++) {
        const district = i < organisations.length ? districtOf[i]! : i - organisations.length;
        mask[i] = keeps[district] === true ? 1 : 0;
      }
      this.masks.set(key, mask);
    }
    return mask;
  }

  /** Units open on at least one day of the period; districts always are. */
  open(period: Period): Mask {
    let mask = this.opens.get(period.key);
    if (!mask) {
      mask = new Uint8Array(this.units.count).fill(1);
      this.units.organisations.forEach((o, i) => {
        if (!isOpen(o, period)) mask![i] = 0;
      });
      this.opens.set(period.key, mask);
    }
    return mask;
  }

  /** Units in both masks; the same masks meet again and again. */
  both(a: Mask, b: Mask): Mask {
    if (a === b || b === this.everyone) return a;
    if (a === this.everyone) return b;
    let withA = this.meetings.get(a);
    if (!withA) {
      withA = new Map();
      this.meetings.set(a, withA);
    }
    let mask = withA.get(b);
    if (!mask) {
      mask = a.map((yes, i) => yes & b[i]!);
      withA.set(b, mask);
    }
    return mask;
  }

  private kept(
    group: string,
    condition: Expression | undefined,
    schoolYear: string,
    isIn: (unit: OwingUnit) => boolean,
  ): Mask {
    const year = looksAtFlags(condition) ? schoolYear : '';
    const key = `${group} ${condition ? formatExpression(condition) : ''} ${year}`;
    const known = this.masks.get(key);
    if (known) return known;
    const mask = Uint8Array.from({ length: this.units.count }, (_, i) =>
      isIn(this.unit(i, schoolYear)) ? 1 : 0,
    );
    this.masks.set(key, mask);
    return mask;
  }

  private unit(at: number, schoolYear: string): OwingUnit {
    const { organisations, districts } = this.units;
    const organisation = organisations[at];
    const { code, columns } = organisation ?? districts[at - organisations.length]!;
    return {
      level: organisation ? 'organisation' : 'district',
      types: organisation?.types ?? [],
      programmes: organisation?.programmes ?? [],
      columns,
      flag: (name) => this.flags(code, name, schoolYear),
    };
  }
}
