import { combinations, concreteCode, memberTitle } from '../catalog/concrete.ts';
import { elementsOfForm } from '../catalog/form-elements.ts';
import type { Catalog, DataElement, Form } from '../catalog/types.ts';
import { type Period, periodsOfSchoolYear } from '../period/period.ts';
import type { Organisation, Register } from '../register/register.ts';
import { templateTexts } from '../texts/template.ts';
import { isOfficial } from './official.ts';
import { type OwedForm, owedForms } from './owed.ts';
import { profileOf } from './unit.ts';

/** A value that a form asks of organisations: a concrete element in a period. */
export interface RosterColumn {
  readonly element: DataElement;
  /** Concrete code. */
  readonly code: string;
  readonly period: Period;
  /** `<concrete element>|<period>`, the key of the column. */
  readonly key: string;
  /** From the widest to the narrowest: the element, its members, the period. */
  readonly headings: readonly string[];
}

export interface RosterRow {
  readonly organisation: Organisation;
  readonly owes: (column: RosterColumn) => boolean;
}

/** A form, and all organisations that owe anything of it. */
export interface RosterForm {
  readonly form: Form;
  readonly periods: readonly Period[];
  readonly columns: readonly RosterColumn[];
  readonly rows: readonly RosterRow[];
}

export interface RosterInput {
  readonly catalog: Catalog;
  readonly register: Register;
  readonly district: string;
  readonly schoolYear: string;
  /** Codes of the forms wanted; undefined = all that are typed in. */
  readonly forms?: readonly string[];
}

/** The forms that organisations of a district owe in a school year, in printed order; rows in register order. */
export function rosterForms({ catalog, register, district, schoolYear, forms }: RosterInput): RosterForm[] {
  const owing = new Map<string, { organisation: Organisation; owed: OwedForm }[]>();
  for (const organisation of register.organisations.filter((o) => o.district === district)) {
    const unit = profileOf({ level: 'organisation', organisation }, register);
    for (const owed of owedForms(catalog, unit, schoolYear)) {
      const { code } = owed.form;
      if (forms === undefined ? isOfficial(catalog, owed) : !forms.includes(code)) continue;
      const list = owing.get(code) ?? [];
      list.push({ organisation, owed });
      owing.set(code, list);
    }
  }
  return [...owing.values()]
    .map((list) => rosterForm(catalog, schoolYear, list))
    .sort((a, b) => a.form.order - b.form.order || (a.form.code < b.form.code ? -1 : 1));
}

function rosterForm(
  catalog: Catalog,
  schoolYear: string,
  list: readonly { readonly organisation: Organisation; readonly owed: OwedForm }[],
): RosterForm {
  const { form } = list[0]!.owed;
  const asked = new Set(list.flatMap(({ owed }) => owed.periods.map(({ key }) => key)));
  const wanted = new Set(list.flatMap(({ owed }) => owed.elements.map(({ element }) => element)));
  const periods = periodsOfSchoolYear(form.frequency, schoolYear).filter(({ key }) => asked.has(key));
  return {
    form,
    periods,
    columns: elementsOfForm(catalog, form.code)
      .filter((element) => wanted.has(element))
      .flatMap((element) => columnsOf(catalog, element, periods)),
    rows: list.map(({ organisation, owed }) => {
      const elements = new Set(owed.elements.map(({ element }) => element));
      const open = new Set(owed.periods.map(({ key }) => key));
      return { organisation, owes: ({ element, period }) => elements.has(element) && open.has(period.key) };
    }),
  };
}

const columnsOf = (catalog: Catalog, element: DataElement, periods: readonly Period[]): RosterColumn[] =>
  combinations(catalog, element.dims).flatMap((members) => {
    const code = concreteCode(element.code, members);
    const titles = members.map((member, i) => memberTitle(catalog, element.dims[i]!, member));
    return periods.map((period) => ({
      element,
      code,
      period,
      key: `${code}|${period.key}`,
      headings: [element.name, ...titles, templateTexts.periodShort(period)],
    }));
  });
