import { concreteCodes } from '../../../shared/catalog/concrete.ts';
import { elementsOfForm } from '../../../shared/catalog/form-elements.ts';
import { isTyped } from '../../../shared/catalog/typed.ts';
import type { Catalog, DataElement, Form } from '../../../shared/catalog/types.ts';
import { owedForms } from '../../../shared/template/owed.ts';
import type { UnitProfile } from '../../../shared/template/unit.ts';
import { cataloguePageTexts as texts } from '../../../shared/texts/catalogue-page.ts';
import { programmesIn } from './names.ts';

/** `06-10` and lists of such days in words; `-` asks nothing. */
function days(text: string): string {
  const words = text.split(/\s+/).filter((part) => /^\d\d-\d\d$/.test(part));
  return words.map((part) => texts.day(Number(part.slice(0, 2)), Number(part.slice(3)))).join(', ');
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** False for a form that official results fill. */
export const isTypedForm = (catalog: Catalog, form: Form): boolean =>
  elementsOfForm(catalog, form.code).some((element) => isTyped(catalog, element));

/** How often, as of which day, until when. Monthly forms list no days: twelve of them are in the form itself. */
export function whenText(catalog: Catalog, form: Form): string {
  if (!isTypedForm(catalog, form)) return texts.official;
  const many = form.due.split(/\s+/).length > 4;
  return joined([
    texts.frequency[form.frequency],
    !many && days(form.asOf) !== '' ? texts.asOf(days(form.asOf)) : '',
    !many && days(form.due) !== '' ? texts.due(days(form.due)) : '',
  ]);
}

/** Who hands in a form, or of it one element. */
export function whoText(form: Form, element?: DataElement): string {
  if (form.level === 'district') return texts.district;
  const limits = [form.orgTypes, element?.orgTypes ?? []].filter((types) => types.length > 0);
  const types = Object.keys(texts.types).filter((type) => limits.every((list) => list.includes(type)));
  const own = programmesIn(element?.appliesIf);
  const programmes = own.length > 0 ? own : form.programmes;
  const who = joined(types.map((type) => texts.types[type] ?? type));
  return programmes.length === 0 ? who : `${who} ${texts.programmes(programmes.join(', '))}`;
}

/** What a unit fills in over a school year. */
export interface Burden {
  readonly forms: number;
  readonly reports: number;
  readonly cells: number;
}

/** Any school year will do: deadlines shift, the number of periods does not. */
const someYear = '2024/25';

const unit = (types: readonly string[], programmes: readonly string[]): UnitProfile => ({
  level: types.length === 0 ? 'district' : 'organisation',
  code: 'unit',
  name: '',
  types,
  programmes,
  columns: { type: types.join(' '), programmes: programmes.join(' ') },
  flag: () => undefined,
  roadmaps: [],
  monitored: [],
});

/** Typical organisations, by the keys of the page's texts. */
export const typicalUnits: Readonly<Record<keyof typeof texts.burdenUnits, UnitProfile>> = {
  full: unit(['school'], ['НОО', 'ООО', 'СОО', 'АООП']),
  mixed: unit(['school', 'preschool'], ['ДО', 'НОО', 'ООО', 'СОО', 'АООП']),
  nine: unit(['school'], ['НОО', 'ООО']),
  primary: unit(['school'], ['НОО']),
  preschool: unit(['preschool'], ['ДО']),
  extracurricular: unit(['extracurricular'], ['ДОП']),
  district: unit([], []),
};

/** Forms, reports (a form is one per period) and cells of a unit, of one form or of all. */
export function burdenOf(catalog: Catalog, who: UnitProfile, only?: string): Burden {
  let [forms, reports, cells] = [0, 0, 0];
  for (const { form, periods, elements } of owedForms(catalog, who, someYear)) {
    if (form.level !== who.level || (only !== undefined && form.code !== only)) continue;
    const typed = elements.filter(({ element }) => isTyped(catalog, element));
    if (typed.length === 0) continue;
    forms++;
    reports += periods.length;
    for (const { element } of typed) cells += concreteCodes(catalog, element).length * periods.length;
  }
  return { forms, reports, cells };
}

/** The most that any typical unit fills in of one form. */
export const heaviest = (catalog: Catalog, form: string): Burden =>
  Object.values(typicalUnits)
    .map((who) => burdenOf(catalog, who, form))
    .reduce((most, one) => (one.cells > most.cells ? one : most));
