import { formAsks } from '../catalog/form-asks.ts';
import { elementsOfForm } from '../catalog/form-elements.ts';
import { isWithin } from '../catalog/owes.ts';
import type { Catalog, Form } from '../catalog/types.ts';
import { periodsOfSchoolYear } from '../period/period.ts';
import type { Plan } from '../plan/plan.ts';
import { organisationTypes } from '../register/register.ts';
import { blankTexts } from '../texts/blank.ts';
import { blankSheet } from './blank-sheet.ts';
import { isOfficial } from './official.ts';
import type { OwedForm } from './owed.ts';
import { sheetName } from './sheet-name.ts';

export interface BlankInput {
  readonly catalog: Catalog;
  /** `2024/25` */
  readonly schoolYear: string;
  /** Types of organisations wanted; undefined = all. */
  readonly types?: readonly string[];
  /** Codes of the forms wanted; undefined = all that are typed in. */
  readonly forms?: readonly string[];
}

/** A form as one kind of unit prints it. */
interface Blank {
  readonly kind: string;
  readonly owed: OwedForm;
}

/** What a kind of unit may owe of a form; programmes and conditions are told on the paper, since nobody knows whose it is. */
function blankOf({ catalog, schoolYear, forms }: BlankInput, form: Form, kind: string): Blank[] {
  const isDistrict = kind === 'district';
  if (isDistrict !== (form.level === 'district')) return [];
  if (!isDistrict && !isWithin([kind], form.orgTypes)) return [];
  const periods = periodsOfSchoolYear(form.frequency, schoolYear).filter((period) => formAsks(form, period));
  const elements = elementsOfForm(catalog, form.code)
    .filter((element) => element.level === form.level && (isDistrict || isWithin([kind], element.orgTypes)))
    .map((element) => ({ element, form, periods }));
  if (periods.length === 0 || elements.length === 0) return [];
  const owed: OwedForm = { form, periods, elements };
  const isWanted = forms === undefined ? !isOfficial(catalog, owed) : forms.includes(form.code);
  return isWanted ? [{ kind, owed }] : [];
}

/**
 * Blank forms to be printed and filled in by hand: a tab per form and kind of organisation. There are no keys: what is
 * typed into them is not read, and the reader says so (`workbook.no_meta`).
 */
export function blankPlan(input: BlankInput): Plan {
  const { catalog, schoolYear, types = organisationTypes } = input;
  const forms = [...catalog.forms.values()].sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1));
  const blanks = [...types, 'district'].flatMap((kind) =>
    forms.flatMap((form) => blankOf(input, form, kind)),
  );
  const kinds = new Map<Form, number>();
  for (const { owed } of blanks) kinds.set(owed.form, (kinds.get(owed.form) ?? 0) + 1);
  const taken = new Set(['history']);
  return {
    title: blankTexts.workbookTitle(schoolYear),
    sheets: blanks.map(({ kind, owed }) => {
      const { title } = owed.form;
      const name = kinds.get(owed.form) === 1 ? title : `${blankTexts.short[kind] ?? kind} ${title}`;
      return blankSheet(sheetName(name, taken), { catalog, schoolYear, kind, owed });
    }),
  };
}
