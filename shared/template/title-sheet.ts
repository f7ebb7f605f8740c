import type { EntryRule, PlanCell, PlanSheet } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import { dueText } from './due-text.ts';
import { type EntrySheet, progress } from './entry-sheet.ts';
import type { Fill } from './fill.ts';
import { added } from './formula.ts';
import { Rows } from './rows.ts';
import type { UnitProfile } from './unit.ts';

/** Ids of the answers of «Сдаю». */
export const submission = { submitted: 'submitted', on: 'submitted on', post: 'submitted by post' } as const;

const widths = [5, 40, 12, 19, 16, 8, 19, 11];
const lastColumn = widths.length;
/** Labels run over the columns before this one. */
const answer = 4;

/** What the title page says of the whole workbook. */
export interface TitleInput {
  readonly unit: UnitProfile;
  readonly schoolYear: string;
  readonly forms: readonly EntrySheet[];
  /** Titles of forms that are not typed in. */
  readonly official: readonly string[];
  /** Tab of the indicators; undefined where there are none. */
  readonly indicatorTab?: string;
  readonly fill?: Fill;
}

function heading(rows: Rows, text: string): void {
  rows.add([], { height: 9 });
  rows.wide({ column: 1, value: text, style: 'section' }, lastColumn);
}

const paragraph = (rows: Rows, text: string): number =>
  rows.wide({ column: 1, value: text, style: 'text' }, lastColumn);

function about(rows: Rows, { unit, schoolYear }: TitleInput): void {
  const { title } = templateTexts;
  const isDistrict = unit.level === 'district';
  rows.wide({ column: 1, value: title.system, style: 'subtitle' }, lastColumn);
  const kind = isDistrict ? title.districtHeading : title.organisationHeading;
  rows.wide({ column: 1, value: kind, style: 'title' }, lastColumn);
  const facts: (readonly [string, string])[] = [[title.unit, unit.name]];
  if (!isDistrict) facts.push([title.district, unit.district?.name || title.notFound]);
  facts.push([title.schoolYear, schoolYear]);
  for (const [label, value] of facts) {
    const row = rows.add([
      { column: 1, value: label, style: 'label' },
      { column: answer, value, style: 'text' },
    ]);
    rows.merge(row, 1, row, answer - 1);
    rows.merge(row, answer, row, lastColumn);
  }
  heading(rows, title.purposeHeading);
  paragraph(rows, isDistrict ? title.districtPurpose : title.purpose);
  paragraph(rows, isDistrict ? title.districtWho : title.who);
  paragraph(rows, title.personalData);
}

function calendar(rows: Rows, { forms, indicatorTab, official }: TitleInput): void {
  const { title, tabs } = templateTexts;
  heading(rows, title.calendarHeading);
  if (forms.length === 0) {
    paragraph(rows, title.noForms);
    return;
  }
  rows.add(title.calendarColumns.map((value, i): PlanCell => ({ column: i + 1, value, style: 'heading' })));
  for (const [i, { form, sheet, cells, filled, remarks }] of forms.entries()) {
    const { due, asOf } = form.form;
    rows.add([
      { column: 1, value: i + 1, style: 'unit' },
      { column: 2, value: form.form.title, style: 'text' },
      { column: 3, value: title.open, style: 'unit', link: { sheet: sheet.name, cell: 'B2' } },
      { column: 4, value: due === '' ? title.anyDay : dueText(due, form.periods), style: 'unit' },
      { column: 5, value: asOf === '' ? title.anyDay : dueText(asOf, form.periods), style: 'unit' },
      { column: 6, value: cells, style: 'value', format: 'integer' },
      { column: 7, formula: progress(filled, cells), style: 'unit' },
      { column: 8, formula: remarks, style: 'value', format: 'integer' },
    ]);
  }
  const all = forms.reduce((sum, { cells }) => sum + cells, 0);
  const row = rows.add([
    { column: 1, value: title.total, style: 'heading' },
    { column: 6, value: all, style: 'value', format: 'integer' },
    { column: 7, formula: progress(added(forms.map((f) => f.filled)), all), style: 'unit' },
    { column: 8, formula: added(forms.map((f) => f.remarks)), style: 'value', format: 'integer' },
  ]);
  rows.merge(row, 1, row, 5);
  if (official.length > 0) paragraph(rows, title.official(official.join('; ')));
  if (indicatorTab === undefined) return;
  const link = rows.add([
    { column: 1, style: 'unit' },
    { column: 2, value: tabs.indicators, style: 'text' },
    { column: 3, value: title.open, style: 'unit', link: { sheet: indicatorTab, cell: 'A1' } },
    { column: 4, value: `${title.alsoHeading}: ${title.indicatorsHint}`, style: 'text' },
  ]);
  rows.merge(link, 4, link, lastColumn);
}

function submit(rows: Rows, fill: Fill | undefined): void {
  const { title, yes, no } = templateTexts;
  heading(rows, title.submitHeading);
  const entry = (
    label: string,
    id: string,
    hint: string,
    value: string | undefined,
    rule: Pick<EntryRule, 'type' | 'list' | 'error'>,
  ): void => {
    const row = rows.add([
      { column: 1, value: label, style: 'label' },
      {
        column: answer,
        id,
        style: 'entry',
        entry: { ...rule, promptTitle: label, prompt: hint },
        ...(rule.type === 'date' ? { format: 'date' as const } : {}),
        ...(value === undefined ? {} : { value }),
      },
      { column: answer + 1, value: hint, style: 'help' },
    ]);
    rows.merge(row, 1, row, answer - 1);
    rows.merge(row, answer + 1, row, lastColumn);
  };
  const list = { type: 'list', list: [yes, no], error: title.submitError } as const;
  entry(title.submit, submission.submitted, title.submitHint, fill?.submitted, list);
  entry(title.submittedOn, submission.on, title.submittedOnHint, fill?.submittedOn, {
    type: 'date',
    error: title.dateError,
  });
  entry(title.post, submission.post, title.postHint, fill?.submittedByPost, {
    type: 'text',
    error: title.postError,
  });
}

function help(rows: Rows, { unit }: TitleInput): void {
  const { title } = templateTexts;
  heading(rows, title.howHeading);
  for (const [what, meaning] of title.how) {
    const row = rows.add([
      { column: 1, value: what, style: 'label' },
      { column: 3, value: meaning, style: 'text' },
    ]);
    rows.merge(row, 1, row, 2);
    rows.merge(row, 3, row, lastColumn);
  }
  paragraph(rows, title.howMore);
  heading(rows, title.askHeading);
  const { district } = unit;
  const isDistrict = unit.level === 'district';
  const whom = (isDistrict ? district?.regionName : district?.name) || title.notFound;
  paragraph(rows, isDistrict ? title.askRegion(whom) : title.ask(whom));
}

/** The first tab: what this is, by when, how, whom to ask, progress, and the answer «Сдаю». */
export function titleSheet(name: string, input: TitleInput): PlanSheet {
  const rows = new Rows();
  about(rows, input);
  calendar(rows, input);
  submit(rows, input.fill);
  help(rows, input);
  return {
    name,
    tabColour: 'blue',
    protect: true,
    columns: widths.map((width) => ({ width })),
    rows: rows.rows,
    merges: rows.merges,
    print: { orientation: 'portrait', fitWidth: true, footer: `${input.unit.name}. ${input.schoolYear}` },
  };
}
