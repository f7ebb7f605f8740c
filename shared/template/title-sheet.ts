import type { EntryRule, PlanCell, PlanCondition, PlanSheet } from '../plan/plan.ts';
import { rosterTexts } from '../texts/roster.ts';
import { templateTexts } from '../texts/template.ts';
import { dueText } from './due-text.ts';
import type { EntrySheet } from './entry-sheet.ts';
import type { Fill } from './fill.ts';
import { added, binary, cell, literal } from './formula.ts';
import { share } from './progress.ts';
import { recordLinks } from './record-links.ts';
import type { RecordSheet } from './record-sheet.ts';
import { Rows } from './rows.ts';
import { submission } from './submission-cells.ts';
import { readinessFormula } from './submission-formula.ts';
import type { UnitProfile } from './unit.ts';

/** Longest post, in characters; the message of the rule names it. */
const longestPost = 100;

/** Fits a portrait A4 page nearly unscaled. */
const widths = [5, 14, 27, 11, 12, 13, 11, 12];
/** Room for «Организаций». */
const widestLabel = 14;
const lastColumn = widths.length;
/** Labels of answers run over the columns before this one. */
const answer = 4;
/** Words of «Как заполнять» run over the columns before this one. */
const meaningAt = 3;

/** What the title page says of the whole workbook. */
export interface TitleInput {
  readonly unit: UnitProfile;
  readonly schoolYear: string;
  readonly forms: readonly EntrySheet[];
  /** Titles of forms that are not typed in. */
  readonly official: readonly string[];
  /** Tab of the indicators; undefined where there are none. */
  readonly indicatorTab?: string;
  /** Registers of objects. */
  readonly records?: readonly RecordSheet[];
  readonly fill?: Fill;
  /** Set where the district enters values for organisations: how many there are, in all and by form. */
  readonly roster?: { readonly organisations: number; readonly ofForm: ReadonlyMap<string, number> };
}

/** What the page says of the three kinds of workbooks. */
function wordsFor({ unit, roster }: TitleInput) {
  const { title } = templateTexts;
  if (roster) {
    const { heading: kind, purpose, who, howMore, last } = rosterTexts.title;
    return { kind, purpose, who, howMore: `${howMore} ${last}`, remarks: rosterTexts.title.organisations };
  }
  const isDistrict = unit.level === 'district';
  return {
    kind: isDistrict ? title.districtHeading : title.organisationHeading,
    purpose: isDistrict ? title.districtPurpose : title.purpose,
    who: isDistrict ? title.districtWho : title.who,
    howMore: title.howMore,
    remarks: title.remarks,
  };
}

function heading(rows: Rows, text: string): void {
  rows.add([], { height: 6 });
  rows.wide({ column: 1, value: text, style: 'section' }, lastColumn);
}

const paragraph = (rows: Rows, text: string): number =>
  rows.wide({ column: 1, value: text, style: 'text' }, lastColumn);

function about(rows: Rows, input: TitleInput): void {
  const { unit, schoolYear, forms, records = [], roster } = input;
  const words = wordsFor(input);
  const { title } = templateTexts;
  const isDistrict = unit.level === 'district';
  rows.wide({ column: 1, value: title.system, style: 'subtitle' }, lastColumn);
  rows.wide({ column: 1, value: words.kind, style: 'title' }, lastColumn);
  const facts: (readonly [string, string])[] = [[title.unit, unit.name]];
  if (!isDistrict) facts.push([title.district, unit.district?.name || title.notFound]);
  facts.push([title.schoolYear, schoolYear]);
  if (roster) facts.push([rosterTexts.title.organisations, String(roster.organisations)]);
  const whom = (isDistrict ? unit.district?.regionName : unit.district?.name) || title.notFound;
  facts.push([title.questions, isDistrict ? title.askRegion(whom) : title.ask(whom)]);
  for (const [label, value] of facts) {
    const row = rows.add([
      { column: 1, value: label, style: 'label' },
      { column: meaningAt, value, style: 'text' },
    ]);
    rows.merge(row, 1, row, meaningAt - 1);
    rows.merge(row, meaningAt, row, lastColumn);
  }
  heading(rows, title.purposeHeading);
  paragraph(rows, words.purpose);
  if (forms.length === 0 && records.length === 0) return;
  paragraph(rows, words.who);
  paragraph(rows, title.personalData);
}

/** Title, link to the tab and the rest of a row of the calendar; returns its number. */
function calendarRow(rows: Rows, title: string, tab: string, cells: readonly PlanCell[]): number {
  // a link of its own: LibreOffice does not wrap the text of a link
  const link: PlanCell = {
    column: 4,
    value: templateTexts.title.open,
    style: 'unit',
    link: { sheet: tab, cell: 'B2' },
  };
  const row = rows.add([{ column: 2, value: title, style: 'text' }, link, ...cells]);
  rows.merge(row, 2, row, 3);
  return row;
}

/** Returns the row of the headings. */
function calendar(rows: Rows, input: TitleInput): number {
  const { forms, indicatorTab, official, roster } = input;
  const { title, tabs } = templateTexts;
  heading(rows, title.calendarHeading);
  const places = [1, 2, 4, 5, 6, 7, 8];
  const top = rows.add(
    [...title.calendarColumns, wordsFor(input).remarks].map(
      (value, i): PlanCell => ({ column: places[i]!, value, style: 'heading' }),
    ),
  );
  rows.merge(top, 2, top, 3);
  for (const [i, { form, sheet, cells, filled, remarks }] of forms.entries()) {
    const { due, asOf } = form.form;
    calendarRow(rows, form.form.title, sheet.name, [
      { column: 1, value: i + 1, style: 'unit' },
      { column: 5, value: due === '' ? title.noDue : dueText(due, form.periods), style: 'unit' },
      { column: 6, value: asOf === '' ? title.noDay : dueText(asOf, form.periods), style: 'unit' },
      { column: 7, formula: share(filled, cells), style: 'unit' },
      roster
        ? { column: 8, value: roster.ofForm.get(form.form.code) ?? 0, style: 'unit', format: 'integer' }
        : { column: 8, formula: remarks, style: 'unit', format: 'integer' },
    ]);
  }
  const all = forms.reduce((sum, { cells }) => sum + cells, 0);
  const row = rows.add([
    { column: 1, value: title.total, style: 'heading' },
    { column: 7, formula: share(added(forms.map((f) => f.filled)), all), style: 'heading' },
    // an organisation owes several forms
    roster
      ? { column: 8, style: 'heading' }
      : { column: 8, formula: added(forms.map((f) => f.remarks)), style: 'heading', format: 'integer' },
  ]);
  rows.merge(row, 1, row, 6);
  if (indicatorTab !== undefined) {
    const hint: PlanCell = { column: 5, value: title.indicatorsHint, style: 'text' };
    const link = calendarRow(rows, tabs.indicators, indicatorTab, [{ column: 1, style: 'unit' }, hint]);
    rows.merge(link, 5, link, lastColumn);
  }
  if (official.length > 0) paragraph(rows, title.official(official.join('; ')));
  return top;
}

/** A unit that owes nothing must not wonder what is missing. */
function nothing(rows: Rows, { unit, schoolYear, official }: TitleInput): void {
  const { title } = templateTexts;
  heading(rows, title.nothingHeading);
  const isDistrict = unit.level === 'district';
  paragraph(rows, isDistrict ? title.nothingDistrict(schoolYear) : title.nothing(schoolYear));
  paragraph(rows, title.nothingLater);
  if (official.length > 0) paragraph(rows, title.official(official.join('; ')));
}

/** The answers and, under them, whether the book may go; gives what colours that line. */
function submit(rows: Rows, { fill, forms, records = [] }: TitleInput): PlanCondition[] {
  const { title, yes, no } = templateTexts;
  heading(rows, title.submitHeading);
  const entry = (
    label: string,
    id: string,
    hint: string,
    value: string | undefined,
    rule: Pick<EntryRule, 'type' | 'list' | 'error' | 'max'>,
  ): void => {
    const row = rows.add([
      { column: 1, value: label, detail: hint, style: 'label' },
      {
        column: answer,
        id,
        style: 'entry',
        entry: { ...rule, promptTitle: label, prompt: hint },
        ...(rule.type === 'date' ? { format: 'date' as const } : {}),
        ...(value === undefined ? {} : { value }),
      },
    ]);
    rows.merge(row, 1, row, answer - 1);
    rows.merge(row, answer, row, lastColumn);
  };
  const list = { type: 'list', list: [yes, no], error: title.submitError } as const;
  entry(title.submit, submission.submitted, title.submitHint, fill?.submitted, list);
  entry(title.submittedOn, submission.on, title.submittedOnHint, fill?.submittedOn, {
    type: 'date',
    error: title.dateError,
  });
  entry(title.post, submission.post, title.postHint, fill?.submittedByPost, {
    type: 'text',
    max: longestPost,
    error: title.postError,
  });
  // rows of registers may come from last year, so they tell of work only where there is nothing else
  const filled = added((forms.length > 0 ? forms : records).map((part) => part.filled));
  const remarks = added(forms.map((f) => f.remarks));
  const row = rows.wide(
    {
      column: 1,
      id: submission.readiness,
      formula: readinessFormula(forms.length === 0 ? undefined : filled, remarks),
      longest: title.readiness.unknown,
      style: 'attention',
    },
    lastColumn,
  );
  const isReady = binary('=', cell(submission.readiness), literal(title.readiness.ready));
  const range = { firstRow: row, firstColumn: 1, lastRow: row, lastColumn };
  return [{ range, rule: { type: 'formula', formula: isReady, style: 'good' } }];
}

function help(rows: Rows, howMore: string): void {
  const { title } = templateTexts;
  heading(rows, title.howHeading);
  for (const [what, meaning] of title.how) {
    const row = rows.add([
      { column: 1, value: what, style: 'label' },
      { column: meaningAt, value: meaning, style: 'text' },
    ]);
    rows.merge(row, 1, row, meaningAt - 1);
    rows.merge(row, meaningAt, row, lastColumn);
  }
  paragraph(rows, howMore);
}

/** The first tab: what this is, by when, how, whom to ask, progress, and the answer «Сдаю». */
export function titleSheet(name: string, input: TitleInput): PlanSheet {
  const rows = new Rows();
  const conditions: PlanCondition[] = [];
  const keep: [number, number][] = [];
  const kept = (write: () => unknown): void => {
    const first = rows.rows.length + 1;
    write();
    if (rows.rows.length >= first) keep.push([first, rows.rows.length]);
  };
  about(rows, input);
  const { forms, records = [] } = input;
  if (forms.length === 0 && records.length === 0) nothing(rows, input);
  else {
    if (forms.length > 0) {
      const top = calendar(rows, input);
      // the sum goes with the last of the forms
      keep.push([top + forms.length, rows.rows.length]);
    }
    kept(() => {
      if (records.length > 0) recordLinks(rows, records, lastColumn);
    });
    kept(() => conditions.push(...submit(rows, input)));
    kept(() => help(rows, wordsFor(input).howMore));
  }
  return {
    key: 'title',
    name,
    tabColour: 'blue',
    protect: true,
    columns: (input.roster ? [...widths.slice(0, -1), widestLabel] : widths).map((width) => ({ width })),
    rows: rows.rows,
    merges: rows.merges,
    ...(conditions.length > 0 && { conditions }),
    print: { orientation: 'portrait', keep, footer: `${input.unit.name}. ${input.schoolYear}` },
  };
}
