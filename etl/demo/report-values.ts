import { concreteCodes } from '../../shared/catalog/concrete.ts';
import { isTyped } from '../../shared/catalog/typed.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { owedForms } from '../../shared/template/owed.ts';
import type { UnitProfile } from '../../shared/template/unit.ts';
import { type Figures, figuresOf } from './figures.ts';

/** The first school year of the demonstration; progress counts from it. */
const firstYear = 2022;

/** Figures of one unit for a school year, without slips: key `<concrete element> <period>`. */
export type ReportValues = ReadonlyMap<string, number | string>;

/**
 * Everything a unit types in a school year: each form it owes, in each period the form asks for. Figures of the whole
 * year come first, since those of months and quarters are parts of them; cumulative ones grow evenly up to it.
 */
export function reportValues(catalog: Catalog, unit: UnitProfile, schoolYear: string): ReportValues {
  const forms = owedForms(catalog, unit, schoolYear);
  const year = Number(schoolYear.slice(0, 4)) - firstYear;
  const typed = forms.flatMap(({ form, periods, elements }) =>
    elements.flatMap(({ element }) => (isTyped(catalog, element) ? [{ form, periods, element }] : [])),
  );
  const ofYear = typed.filter(
    ({ form, element }) => form.frequency === 'school_year' || element.resets !== '',
  );
  const yearly = figuresOf(
    catalog,
    unit,
    ofYear.map((t) => t.element),
    { period: schoolYear, year },
    new Map(),
  );
  const values = new Map<string, number | string>();
  const ofPeriod = new Map<string, Figures>();
  for (const { form, periods, element } of typed) {
    for (const [at, { key }] of periods.entries()) {
      let figures = yearly;
      if (form.frequency !== 'school_year' && element.resets === '') {
        const own = typed.filter((t) => t.form === form && t.element.resets === '').map((t) => t.element);
        const name = `${form.code} ${key}`;
        figures = ofPeriod.get(name) ?? figuresOf(catalog, unit, own, { period: key, year }, yearly);
        ofPeriod.set(name, figures);
      }
      for (const concrete of concreteCodes(catalog, element)) {
        const value = figures.get(concrete);
        if (value === undefined) continue;
        const grown =
          element.resets !== '' && typeof value === 'number'
            ? Math.floor((value * (at + 1)) / periods.length)
            : value;
        values.set(`${concrete} ${key}`, grown);
      }
    }
  }
  return values;
}
