import { formAsks } from '../catalog/form-asks.ts';
import { elementsOfForm } from '../catalog/form-elements.ts';
import { owesElement } from '../catalog/owes.ts';
import type { Catalog, DataElement, Form } from '../catalog/types.ts';
import { type Period, periodsOfSchoolYear } from '../period/period.ts';
import { isOpen } from '../register/register.ts';
import type { UnitProfile } from './unit.ts';

/** An element the unit owes in at least one period of the school year. */
export interface OwedElement {
  readonly element: DataElement;
  readonly form: Form;
  /** Periods of the school year in which the unit is open and the form asks. */
  readonly periods: readonly Period[];
}

/** A form with what the unit owes of it, in the catalogue's order. */
export interface OwedForm {
  readonly form: Form;
  readonly periods: readonly Period[];
  readonly elements: readonly OwedElement[];
}

/**
 * The forms and elements a unit owes in a school year: its level, types, programmes, `applies_if` over its columns,
 * open in the period (domain §6, evaluation.md). Forms stand in their printed order.
 */
export function owedForms(catalog: Catalog, unit: UnitProfile, schoolYear: string): OwedForm[] {
  const forms = [...catalog.forms.values()].sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1));
  const owed: OwedForm[] = [];
  for (const form of forms) {
    const periods = periodsOfSchoolYear(form.frequency, schoolYear).filter(
      (p) => isOpen(unit, p) && formAsks(form, p),
    );
    const elements = elementsOfForm(catalog, form.code)
      .filter((element) => owesElement(element, form, unit))
      .map((element) => ({ element, form, periods }));
    if (periods.length > 0 && elements.length > 0) owed.push({ form, periods, elements });
  }
  return owed;
}
