import type { Catalog, DataElement } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { evaluateCondition, type Row } from '../expression/condition.ts';
import { formatExpression } from '../expression/format.ts';
import { flagsOf } from '../expression/inputs.ts';
import type { Period } from '../period/period.ts';
import { isOpen, type Organisation } from '../register/register.ts';
import type { Units } from './units.ts';

/** A verdict of the analysis for a unit and a school year; undefined = not known (yet). */
export type Flags = (unit: string, flag: string, schoolYear: string) => boolean | undefined;

/** 1 = yes, over all units. */
export type Mask = Uint8Array;

const meets = (own: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((word) => own.includes(word));

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
  private readonly opens = new Map<string, Mask>();

  constructor(catalog: Catalog, units: Units, flags: Flags) {
    this.catalog = catalog;
    this.units = units;
    this.flags = flags;
    this.everyone = new Uint8Array(units.count).fill(1);
  }

  /** Units that owe the element apart from being open; `applies_if` may look at flags of the school year. */
  ofElement(element: DataElement, schoolYear: string): Mask {
    const kept = this.elements.get(element);
    if (kept) return kept;
    const form = this.catalog.forms.get(element.form);
    const condition = element.appliesIf;
    const types = form ? [form.orgTypes, element.orgTypes] : [element.orgTypes];
    const programmes = form?.programmes ?? [];
    const owes = (o: Organisation) =>
      element.level === 'organisation' &&
      types.every((wanted) => meets(o.types, wanted)) &&
      meets(o.programmes, programmes);
    // few answers serve thousands of elements
    const key = JSON.stringify([element.level, types, programmes]);
    const mask = this.kept(key, owes, element.level === 'district', condition, schoolYear);
    if (!looksAtFlags(condition)) this.elements.set(element, mask);
    return mask;
  }

  /** Units for which a condition holds; unknown does not hold. Undefined condition = all. */
  inScope(scope: Expression | undefined, schoolYear: string): Mask {
    if (scope === undefined) return this.everyone;
    const kept = this.scopes.get(scope);
    if (kept) return kept;
    const mask = this.kept('scope', () => true, true, scope, schoolYear);
    if (!looksAtFlags(scope)) this.scopes.set(scope, mask);
    return mask;
  }

  /** Districts that work by one of the roadmaps, and their organisations. No roadmap = no limit. */
  byRoadmap(roadmaps: readonly string[]): Mask {
    if (roadmaps.length === 0) return this.everyone;
    const key = `roadmap ${roadmaps.join(' ')}`;
    let mask = this.masks.get(key);
    if (!mask) {
      const { organisations, districts, districtOf, count } = this.units;
      const works = districts.map((d) => meets(d.roadmaps, roadmaps));
      mask = new Uint8Array(count);
      for (let i = 0; i < count; i++) {
        const district = i < organisations.length ? districtOf[i]! : i - organisations.length;
        mask[i] = works[district] === true ? 1 : 0;
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

  private kept(
    group: string,
    organisation: (o: Organisation) => boolean,
    districts: boolean,
    condition: Expression | undefined,
    schoolYear: string,
  ): Mask {
    const year = looksAtFlags(condition) ? schoolYear : '';
    const key = `${group} ${condition ? formatExpression(condition) : ''} ${year}`;
    const known = this.masks.get(key);
    if (known) return known;
    const { organisations, count } = this.units;
    const mask = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const asked = i < organisations.length ? organisation(organisations[i]!) : districts;
      const holds = asked && (!condition || evaluateCondition(condition, this.row(i, schoolYear)) === true);
      mask[i] = holds ? 1 : 0;
    }
    this.masks.set(key, mask);
    return mask;
  }

  private row(unit: number, schoolYear: string): Row {
    const own = this.units.organisations.length;
    const { code, columns } =
      unit < own ? this.units.organisations[unit]! : this.units.districts[unit - own]!;
    return { columns, flag: (name) => this.flags(code, name, schoolYear) };
  }
}
