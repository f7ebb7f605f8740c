import { holds, type Row } from '../expression/condition.ts';
import type { CollectionLevel, DataElement, Form } from './types.ts';

/** What owing needs to know of an organisation or a district; a district has no types and programmes. */
export interface OwingUnit extends Row {
  readonly level: CollectionLevel;
  readonly types: readonly string[];
  readonly programmes: readonly string[];
}

/** True where one of the wanted words is among the own ones, or nothing is wanted: an empty column is no limit. */
export const isWithin = (own: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((word) => own.includes(word));

/**
 * Whether a unit owes an element, apart from being open (contracts §§1, 3; evaluation.md, Types, Conditions): level,
 * types of form and element, programmes of the form, `applies_if`. Without a form only the element decides.
 */
export function owesElement(element: DataElement, form: Form | undefined, unit: OwingUnit): boolean {
  if (element.level !== unit.level) return false;
  const isOfType =
    unit.level === 'district' ||
    (isWithin(unit.types, element.orgTypes) &&
      isWithin(unit.types, form?.orgTypes ?? []) &&
      isWithin(unit.programmes, form?.programmes ?? []));
  return isOfType && holds(element.appliesIf, unit);
}
