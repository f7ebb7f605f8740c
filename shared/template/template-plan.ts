import { inForce } from '../catalog/in-force.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Plan } from '../plan/plan.ts';
import type { Register } from '../register/register.ts';
import { templateTexts } from '../texts/template.ts';
import { Calculation } from './calculation.ts';
import { checkFlags } from './check-flags.ts';
import { countedValue } from './counted-value.ts';
import type { Values } from './element-cells.ts';
import type { EntryContext } from './entry-context.ts';
import { entryId } from './entry-id.ts';
import { type EntrySheet, entrySheet } from './entry-sheet.ts';
import { Expectation } from './expectation.ts';
import { Figures } from './figures.ts';
import type { Fill, PreviousValues } from './fill.ts';
import { fixedRows, isMeant, withEntered } from './fixed-rows.ts';
import { formsSheet } from './forms-sheet.ts';
import { indicatorSheet } from './indicator-sheet.ts';
import { knownValue } from './known-value.ts';
import { metaSheet } from './meta-sheet.ts';
import { isOfficial } from './official.ts';
import { owedForms } from './owed.ts';
import { owedRecords } from './record-owed.ts';
import { type GivenRow, type RecordSheet, recordSheet } from './record-sheet.ts';
import { sheetName } from './sheet-name.ts';
import { titleSheet } from './title-sheet.ts';
import { profileOf, type TemplateUnit } from './unit.ts';

export interface TemplateInput {
  readonly catalog: Catalog;
  readonly register: Register;
  readonly unit: TemplateUnit;
  /** `2024/25` */
  readonly schoolYear: string;
  /** Id of the workspace, written into `_meta`. */
  readonly workspace: string;
  readonly catalogVersion: string;
  /** Values of earlier periods, shown beside the entry cells and used by `prev` and `change`. */
  readonly previous?: PreviousValues;
  /** Rows entered before into a register of objects, standing in its tab as entered values. */
  readonly records?: (record: string) => readonly GivenRow[];
  /** What to type into the cells, for demonstrations and tests. */
  readonly fill?: Fill;
  /** Verdicts of the analysis for this unit, for conditions with `flag(…)`; unknown without it. */
  readonly flag?: (name: string) => boolean | undefined;
}

/**
 * The workbook of one organisation or district for one school year (contracts §5): title page, a tab per form it owes,
 * its own indicators as live formulas, and the hidden tabs `_calc`, `_meta`, `_forms`.
 */
export function templatePlan(input: TemplateInput): Plan {
  const { catalog, schoolYear, workspace, catalogVersion, previous, fill } = input;
  const unit = profileOf(input.unit, input.register, input.flag);
  const { tabs, workbookTitle } = templateTexts;
  const owed = owedForms(catalog, unit, schoolYear);
  const forms = owed.filter((form) => !isOfficial(catalog, form));
  const official = owed.filter((form) => isOfficial(catalog, form)).map((form) => form.form.title);
  const calculation = new Calculation();
  const expectation = new Expectation(catalog, unit, schoolYear, forms);
  const figuresOf = (values: Values): Figures =>
    new Figures({ calculation, catalog, expectation, schoolYear, forms, previous }, values);
  const typed = figuresOf({
    layer: 'typed',
    formula: (element, concrete, period) => knownValue(calculation, element, entryId(concrete, period)),
  });
  const flags = checkFlags(catalog, schoolYear, expectation, typed, calculation);
  const figures = figuresOf({
    layer: 'counted',
    formula: (_, concrete, period) => countedValue(concrete, period, flags),
  });
  const taken = new Set([tabs.title, tabs.indicators, 'history'].map((name) => name.toLowerCase()));
  const context: EntryContext = {
    catalog,
    schoolYear,
    unitName: unit.name,
    flags,
    calculation,
    titleTab: tabs.title,
    ...(previous === undefined ? {} : { previous }),
    ...(fill === undefined ? {} : { fill }),
  };
  const entries = forms
    .map((form) => entrySheet(form, sheetName(form.form.tab ?? form.form.title, taken), context))
    .map((entry): EntrySheet => {
      // the title adds these up over all forms, which would not fit into one formula
      const step = (what: 'filled' | 'remarks') => {
        const id = `${what} ${entry.form.form.code}`;
        return calculation.step(id, id, entry[what]);
      };
      return { ...entry, filled: step('filled'), remarks: step('remarks') };
    });
  const own = indicatorSheet(tabs.indicators, catalog, schoolYear, unit.name, expectation, figures);
  const organisations = input.register.organisations.filter((o) => o.district === unit.district?.code);
  const records = owedRecords(catalog, unit).flatMap((kind): RecordSheet[] => {
    const entered = [...(input.records?.(kind.code) ?? []), ...(fill?.rows?.(kind.code) ?? [])];
    const fixed = fixedRows(catalog, kind, unit);
    const given = fixed ? withEntered(fixed, entered) : entered;
    // a register of fixed rows has nothing to ask without them
    if ((kind.rows === 0 && given.length === 0) || !isMeant(catalog, kind, unit)) return [];
    const made = recordSheet({
      kind,
      catalog,
      organisations,
      name: sheetName(kind.tab || kind.title, taken),
      unitName: unit.name,
      schoolYear,
      titleTab: tabs.title,
      given,
    });
    // the add-on finds the counts here
    const label = `filled record/${kind.code}`;
    return [{ ...made, filled: calculation.step(label, label, made.filled) }];
  });
  const title = titleSheet(tabs.title, {
    unit,
    schoolYear,
    forms: entries,
    records,
    official,
    ...(own === undefined ? {} : { indicatorTab: own.sheet.name }),
    ...(fill === undefined ? {} : { fill }),
  });
  return {
    title: workbookTitle(unit.name, schoolYear),
    sheets: [
      title,
      ...entries.map(({ sheet }) => sheet),
      ...records.map(({ sheet }) => sheet),
      ...(own === undefined ? [] : [own.sheet]),
      calculation.sheet(),
      metaSheet({
        unit,
        schoolYear,
        workspace,
        catalogVersion,
        hasSubmission: forms.length + records.length > 0,
      }),
      formsSheet(
        catalog,
        forms,
        own?.indicators ?? [],
        [],
        records.map(({ kind }) => kind),
        catalog.checks.filter((check) => inForce(check, schoolYear) && expectation.isIn(check.scope)),
        {
          unit,
          organisations,
          ...(previous && { previous }),
          versionAt: (code, year) => expectation.definition(code, year),
        },
      ),
    ],
  };
}
