import type { Catalog } from '../../shared/catalog/types.ts';
import type { Day } from '../../shared/period/period.ts';
import type { Register } from '../../shared/register/register.ts';
import { profileOf, type TemplateUnit, type UnitProfile } from '../../shared/template/unit.ts';
import type { Demonstration } from './demonstration.ts';

/** A workbook of the demonstration before it is filled in: whose it is, of which year, when it is handed in. */
export interface DemoBook {
  readonly demonstration: Demonstration;
  readonly catalog: Catalog;
  readonly register: Register;
  readonly unit: TemplateUnit;
  readonly profile: UnitProfile;
  readonly schoolYear: string;
  readonly submittedOn: Day;
}

/** A book with the profile of its unit. */
export const demoBook = (book: Omit<DemoBook, 'profile'>): DemoBook => ({
  ...book,
  profile: profileOf(book.unit, book.register),
});
