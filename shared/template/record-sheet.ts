import { trackerRegisters } from '../activity/known-registers.ts';
import type { RecordField, RecordKind } from '../catalog/types.ts';
import type { EntryRule, Formula, PlanCell, PlanSheet } from '../plan/plan.ts';
import { fieldKey, type RecordRow, recordsVersion } from '../record/record.ts';
import { groupMark, organisationMark } from '../record/record-cells.ts';
import { recordTexts } from '../texts/records.ts';
import { rosterTexts } from '../texts/roster.ts';
import { binary, call, cell, joined, literal, range } from './formula.ts';
import { type RecordSources, recordRule, shownValue } from './record-rule.ts';
import { Rows } from './rows.ts';

/** A row that the template brings: entered before, or given with a key. Printed fields take their values from here. */
export type GivenRow = Pick<RecordRow, 'key' | 'values' | 'answers'> & {
  /** Headings that stand above the row where they differ from those of the row before. */
  readonly headings?: readonly string[];
  /** Whose row it is, in a book by which a district enters rows of its organisations. */
  readonly organisation?: { readonly code: string; readonly name: string };
};

export interface RecordSheetInput extends RecordSources {
  readonly kind: RecordKind;
  /** Name of the tab. */
  readonly name: string;
  readonly unitName: string;
  readonly schoolYear: string;
  readonly titleTab: string;
  readonly given: readonly GivenRow[];
  /** In place of the register's own. */
  readonly help?: string;
  /** Empty rows below the given ones; the register's own number by default. */
  readonly empty?: number;
}

/** A register's tab and what the title page says of it. */
export interface RecordSheet {
  readonly kind: RecordKind;
  readonly sheet: PlanSheet;
  /** How many rows are filled in. */
  readonly filled: Formula;
}

/** Key column; fields begin in the next. */
const keyColumn = 1;
const firstField = 2;
/** Two lines of text. */
const rowHeight = 27;
const checkWidth = 22;

const usualWidths: Readonly<Record<RecordField['type'], number>> = {
  text: 30,
  link: 28,
  list: 20,
  organisation: 26,
  integer: 12,
  decimal1: 12,
  decimal2: 12,
  decimal3: 12,
  yes_no: 10,
  date: 12,
  month: 15,
  year: 9,
  school_year: 12,
};

/** The columns «Организация» and «Код», after the printed ones. */
const organisationWidths = { name: 30, code: 12 } as const;

const cellId = (kind: RecordKind, row: number, field: RecordField): string =>
  `record ${kind.code} ${row} ${field.code}`;

/** The tab of one register (contracts §5, extended): hidden keys, headings, rows entered before, empty rows. */
export function recordSheet(input: RecordSheetInput): RecordSheet {
  const { kind, name, unitName, schoolYear, titleTab, given, empty = kind.rows } = input;
  // a printed column without a word in any row says nothing
  const isSeen = (field: RecordField): boolean =>
    !field.isPrinted || given.some((row) => (row.values[field.code] ?? '') !== '');
  const fields = given.length === 0 ? kind.fields : kind.fields.filter(isSeen);
  const typed = fields.filter((field) => !field.isPrinted);
  const isChecked = typed.some((field) => field.required);
  const isRoster = given.some((row) => row.organisation !== undefined);
  const printed = fields.filter((field) => field.isPrinted).length;
  // names of organisations stand between what is printed and what is typed
  const nameAt = firstField + printed;
  const added = isRoster ? 2 : 0;
  const columnOf = (i: number): number => firstField + i + (i < printed ? 0 : added);
  const lastField = columnOf(fields.length - 1);
  const last = lastField + (isChecked ? 1 : 0);
  const count = given.length + empty;
  const rows = new Rows();
  rows.add([{ column: keyColumn, value: `msoko:records:${recordsVersion}`, style: 'key' }], { hidden: true });
  rows.wide({ column: firstField, value: kind.title, style: 'title' }, last);
  rows.wide(
    { column: firstField, value: recordTexts.subtitle(unitName, schoolYear), style: 'subtitle' },
    last,
  );
  rows.wide(
    {
      column: firstField,
      value: input.help ?? helpOf(kind, schoolYear, isChecked, given.length > 0),
      style: 'help',
    },
    last,
  );
  rows.add([
    { column: firstField, value: recordTexts.back, style: 'link', link: { sheet: titleTab, cell: 'A1' } },
  ]);
  rows.add(
    [
      { column: keyColumn, value: '#fields', style: 'key' },
      ...fields.map(
        (field, i): PlanCell => ({
          column: columnOf(i),
          value: fieldKey(kind.code, field.code),
          style: 'key',
        }),
      ),
      ...(isRoster ? [{ column: nameAt + 1, value: organisationMark, style: 'key' as const }] : []),
    ],
    { hidden: true },
  );
  const top = rows.add([
    { column: keyColumn, value: '#head', style: 'key' },
    ...fields.map((field, i) => heading(field, columnOf(i))),
    ...(isRoster ? organisationHeadings(nameAt) : []),
    ...(isChecked ? [{ column: last, value: recordTexts.check, style: 'heading' as const }] : []),
  ]);
  const spans = fields.map(widthOf);
  if (isRoster) spans.splice(printed, 0, organisationWidths.name, organisationWidths.code);
  const rules = new Map(fields.map((field): [RecordField, EntryRule] => [field, recordRule(field, input)]));
  for (let i = 0; i < count; i++) {
    const row = given[i];
    const { headings = [] } = row ?? {};
    addHeadings(rows, spans, headings, given[i - 1]?.headings ?? [], isRoster);
    rows.add(
      [
        ...(row?.key === undefined ? [] : [{ column: keyColumn, value: row.key, style: 'key' as const }]),
        ...fields.map((field, at) => fieldCell(input, field, rules.get(field)!, columnOf(at), i, row)),
        ...(row?.organisation ? organisationCells(row.organisation, nameAt) : []),
        ...(isChecked ? [checkCell(kind, typed, i, last)] : []),
      ],
      {
        ...(!isLong(input, row) && { height: rowHeight }),
        // the section opens the tab; what stands under a narrower heading can be folded away
        ...(headings.length > 1 && { outline: headings.length - 1 }),
      },
    );
  }
  const bottom = rows.next - 1;
  return {
    kind,
    filled: filledRows(kind, typed, count),
    sheet: {
      key: `record/${kind.code}`,
      name,
      tabColour: 'teal',
      protect: true,
      growing: true,
      columns: [
        { width: 10, hidden: true },
        ...spans.map((width) => ({ width })),
        ...(isChecked ? [{ width: checkWidth }] : []),
      ],
      rows: rows.rows,
      merges: rows.merges,
      autoFilter: { firstRow: top, firstColumn: firstField, lastRow: bottom, lastColumn: lastField },
      freeze: { rows: top, columns: 1 },
      print: {
        orientation: 'landscape',
        repeatRows: [top, top],
        keep: [],
        footer: recordTexts.footer(kind.title, unitName),
      },
    },
  };
}

/**
 * Headings above the rows of a group. They stand in one cell, so that the table can still be sorted; in a book of many
 * organisations, which nobody sorts, over its whole width. `widths`: of all columns.
 */
function addHeadings(
  rows: Rows,
  widths: readonly number[],
  headings: readonly string[],
  before: readonly string[],
  isMerged: boolean,
): void {
  const from = headings.findIndex((heading, i) => heading !== before[i]);
  if (from < 0) return;
  const shownAt = isMerged ? 0 : widths.indexOf(Math.max(...widths));
  headings.slice(from).forEach((value, i) => {
    const level = from + i;
    const style = level === 0 ? 'section' : 'label';
    const row = rows.add(
      [
        { column: keyColumn, value: groupMark, style: 'key' },
        ...widths.map(
          (_, at): PlanCell => ({ column: firstField + at, style, ...(at === shownAt && { value }) }),
        ),
      ],
      level > 1 ? { outline: level - 1 } : {},
    );
    if (isMerged) rows.merge(row, firstField, row, firstField + widths.length - 1);
  });
}

const organisationHeadings = (column: number): PlanCell[] =>
  [rosterTexts.columns.name, rosterTexts.columns.code].map((value, i) => ({
    column: column + i,
    value,
    style: 'heading',
  }));

const organisationCells = (
  { code, name }: NonNullable<GivenRow['organisation']>,
  column: number,
): PlanCell[] => [
  { column, value: name, style: 'label' },
  { column: column + 1, value: code, style: 'unit', format: 'text' },
];

const widthOf = (field: RecordField): number => field.width ?? usualWidths[field.type];

function helpOf(kind: RecordKind, schoolYear: string, isChecked: boolean, hasRows: boolean): string {
  const period = hasRows
    ? kind.rows > 0
      ? recordTexts.carried
      : kind.code === trackerRegisters.activity
        ? recordTexts.fixed(schoolYear)
        : kind.isStanding
          ? ''
          : recordTexts.yearly(schoolYear)
    : kind.isStanding
      ? recordTexts.standing
      : recordTexts.yearly(schoolYear);
  return [kind.help, period, isChecked ? recordTexts.required : ''].filter((text) => text !== '').join(' ');
}

const heading = (field: RecordField, column: number): PlanCell => ({
  column,
  value: `${field.name}${field.unit === '' ? '' : `, ${field.unit}`}${field.required ? recordTexts.mark : ''}`,
  style: 'heading',
});

function fieldCell(
  input: RecordSheetInput,
  field: RecordField,
  rule: EntryRule,
  column: number,
  row: number,
  given: GivenRow | undefined,
): PlanCell {
  const value = shownValue(field, given?.values[field.code], given?.answers?.[field.code], input);
  const format = field.type === 'date' ? { format: 'date' as const } : {};
  const content = { column, ...format, ...(value === undefined ? {} : { value }) };
  if (field.isPrinted) return { ...content, style: 'text' };
  return { ...content, id: cellId(input.kind, row, field), style: 'entry', entry: rule };
}

/** Rows whose texts need more than two lines are measured by the renderer. */
const isLong = (input: RecordSheetInput, row: GivenRow | undefined): boolean =>
  input.kind.fields.some((field) => {
    const value = shownValue(field, row?.values[field.code], undefined, input);
    return typeof value === 'string' && value.length > 1.8 * widthOf(field);
  });

/** Names the required fields that a begun row lacks. */
function checkCell(kind: RecordKind, typed: readonly RecordField[], row: number, column: number): PlanCell {
  const id = (field: RecordField): string => cellId(kind, row, field);
  const begun = call('COUNTA', range(id(typed[0]!), id(typed[typed.length - 1]!)));
  const required = typed.filter((field) => field.required);
  const missing = required.map((field) =>
    call('IF', call('ISBLANK', cell(id(field))), literal(` ${quoted(field)}`), literal('')),
  );
  const anyMissing = call('OR', ...required.map((field) => call('ISBLANK', cell(id(field)))));
  return {
    column,
    style: 'text',
    formula: call(
      'IF',
      binary('=', begun, literal(0)),
      literal(''),
      call('IF', anyMissing, joined([literal(recordTexts.fill), ...missing]), literal('')),
    ),
    longest: [recordTexts.fill, ...required.map(quoted)].join(' '),
  };
}

const quoted = (field: RecordField): string => `«${field.name}»`;

/** Rows with an entry in the first required field, else in the first typed one. */
function filledRows(kind: RecordKind, typed: readonly RecordField[], count: number): Formula {
  const field = typed.find((one) => one.required) ?? typed[0];
  if (field === undefined || count === 0) return literal(0);
  return call('COUNTA', range(cellId(kind, 0, field), cellId(kind, count - 1, field)));
}
