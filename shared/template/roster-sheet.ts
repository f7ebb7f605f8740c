import type { Formula, PlanCell, PlanColumn, PlanSheet, Scalar } from '../plan/plan.ts';
import { rosterTexts } from '../texts/roster.ts';
import { templateTexts } from '../texts/template.ts';
import { dueText } from './due-text.ts';
import { entryRule, writtenNumber } from './entry-rule.ts';
import { binary, call, cell, literal, range } from './formula.ts';
import { samePeriodLastYear } from './moment.ts';
import { progress } from './progress.ts';
import type { RosterColumn, RosterForm, RosterRow } from './roster.ts';
import { type PrintedColumn, writeHeadings } from './roster-headings.ts';
import { Rows } from './rows.ts';

/** What is known or typed of an organisation's value. */
export type OfOrganisation<T> = (organisation: string, element: string, period: string) => T | undefined;

/** What a tab needs of its workbook. */
export interface RosterContext {
  readonly schoolYear: string;
  readonly districtName: string;
  readonly titleTab: string;
  /** Values of the school year before, shown beside the entry cells. */
  readonly previous?: OfOrganisation<number | string>;
  /** What to type into the cells, for demonstrations and tests. */
  readonly fill?: OfOrganisation<Scalar>;
}

/** A tab and what the title page says of it. */
export interface RosterSheet {
  readonly roster: RosterForm;
  readonly sheet: PlanSheet;
  /** Number of cells to fill. */
  readonly cells: number;
  readonly filled: Formula;
}

/** Where the fixed columns stand; values begin at `first`. */
const at = { key: 1, name: 2, code: 3, first: 4 } as const;
const widths = { name: 34, code: 14, only: 16, entry: 11, lastYear: 10, longest: 24 } as const;
/** More characters than this do not fit a landscape page in letters that can be read. */
const page = 210;

const idOf = (organisation: string, column: RosterColumn): string => `roster ${organisation} ${column.key}`;
const filledId = (form: string, column: RosterColumn): string => `roster filled ${form} ${column.key}`;

/** Each value beside what it was last year, as far as any organisation's is known. */
function printed({ columns, rows }: RosterForm, { previous }: RosterContext): PrintedColumn[] {
  const all: PrintedColumn[] = [];
  for (const column of columns) {
    const place = at.first + all.length;
    const rule = entryRule(column.element);
    all.push({ column, at: place, isLastYear: false, rule });
    const then = samePeriodLastYear(column.period).key;
    const isKnown = rows.some((row) => previous?.(row.organisation.code, column.code, then) !== undefined);
    if (isKnown) all.push({ column, at: place + 1, isLastYear: true, rule });
  }
  return all;
}

function columnWidths(columns: readonly PrintedColumn[]): PlanColumn[] {
  const ofElement = new Map<string, number>();
  for (const { column } of columns) {
    ofElement.set(column.element.code, (ofElement.get(column.element.code) ?? 0) + 1);
  }
  const longest = (text: string): number => Math.max(...text.split(/[ -]/).map((word) => word.length));
  const own = columns.map(({ column, isLastYear }) => {
    const isOnly = ofElement.get(column.element.code) === 1;
    const words = isOnly ? column.headings : column.headings.slice(1);
    const least = isLastYear ? widths.lastYear : isOnly ? widths.only : widths.entry;
    return { width: Math.min(widths.longest, Math.max(least, ...words.map((w) => longest(w) * 1.15 + 1.5))) };
  });
  return [{ width: 10, hidden: true }, { width: widths.name }, { width: widths.code }, ...own];
}

function subtitle({ form, periods }: RosterForm, { districtName, schoolYear }: RosterContext): string {
  const { entry } = templateTexts;
  const parts = [districtName, entry.year(schoolYear)];
  if (form.due !== '') parts.push(entry.due(dueText(form.due, periods)));
  if (form.asOf !== '') parts.push(entry.asOf(dueText(form.asOf, periods)));
  return parts.join(' · ');
}

/** The cells of an organisation: its key, name and code, entry cells, last year's values. */
function rowCells(row: RosterRow, columns: readonly PrintedColumn[], context: RosterContext): PlanCell[] {
  const { code, name } = row.organisation;
  const values = columns.map(({ column, at: place, isLastYear, rule }): PlanCell => {
    if (isLastYear) {
      const value = context.previous?.(code, column.code, samePeriodLastYear(column.period).key);
      const text = typeof value === 'number' ? writtenNumber(value) : value;
      return { column: place, style: 'locked', ...(text !== undefined && { value: text }) };
    }
    const own = { column: place, id: idOf(code, column), entry: rule };
    if (!row.owes(column)) return { ...own, style: 'locked', blocked: true, value: rosterTexts.blocked };
    const typed = context.fill?.(code, column.code, column.period.key);
    return { ...own, style: 'entry', ...(typed !== undefined && { value: typed }) };
  });
  return [
    { column: at.key, value: code, style: 'key', format: 'text' },
    { column: at.name, value: name, style: 'label' },
    { column: at.code, value: code, style: 'unit', format: 'text' },
    ...values,
  ];
}

/** How many cells of a column are filled, beside those that are not asked for. */
function filledOf({ rows }: RosterForm, column: RosterColumn): Formula {
  const [first, last] = [rows[0]!, rows[rows.length - 1]!].map((row) => idOf(row.organisation.code, column));
  const blocked = rows.filter((row) => !row.owes(column)).length;
  const count = call('COUNTA', range(first!, last!));
  return blocked === 0 ? count : binary('-', count, literal(blocked));
}

/**
 * The tab of a form with a row per organisation. Keys: column A holds organisation codes below a hidden row `#elements`
 * that gives `<concrete element>|<period>` per column (docs/workspace.md), and `#organisation` over the visible codes.
 */
export function rosterSheet(roster: RosterForm, name: string, context: RosterContext): RosterSheet {
  const { form, rows: members } = roster;
  const columns = printed(roster, context);
  const entries = columns.filter(({ isLastYear }) => !isLastYear);
  const last = at.first + columns.length - 1;
  // titles must be read without scrolling aside
  const wide = Math.min(last, at.first + 7);
  const rows = new Rows();
  const earlier = columns.filter(({ isLastYear }) => isLastYear);
  // readers of keys pass over the row of the marker; the add-on finds there what to show beside a field
  rows.add(
    [
      { column: at.key, value: 'msoko:keys:1', style: 'key' },
      ...earlier.map(
        ({ column, at: place }): PlanCell => ({ column: place, value: column.key, style: 'key' }),
      ),
    ],
    { hidden: true },
  );
  rows.wide({ column: at.name, value: form.title, style: 'title' }, wide);
  rows.wide({ column: at.name, value: subtitle(roster, context), style: 'subtitle' }, wide);
  if (form.help !== '') rows.wide({ column: at.name, value: form.help, style: 'help' }, wide);
  const cells = members.reduce(
    (sum, row) => sum + entries.filter(({ column }) => row.owes(column)).length,
    0,
  );
  const counts = entries.map(({ column }) => cell(filledId(form.code, column)));
  const counted: Formula =
    counts.length === 1
      ? counts[0]!
      : call(
          'SUM',
          range(
            filledId(form.code, entries[0]!.column),
            filledId(form.code, entries[entries.length - 1]!.column),
          ),
        );
  const back = { sheet: context.titleTab, cell: 'A1' };
  rows.add([
    { column: at.name, value: templateTexts.entry.back, style: 'link', link: back },
    { column: at.code, formula: progress(counted, cells), style: 'help' },
  ]);
  rows.merge(rows.next - 1, at.code, rows.next - 1, wide);
  const keys = entries.map(
    ({ column, at: place }): PlanCell => ({ column: place, value: column.key, style: 'key' }),
  );
  const marks: PlanCell[] = [
    { column: at.key, value: '#elements', style: 'key' },
    { column: at.code, value: '#organisation', style: 'key' },
  ];
  rows.add([...marks, ...keys], { hidden: true });
  const { columns: words } = rosterTexts;
  const [top, bottom] = writeHeadings(
    rows,
    [
      [at.name, words.name],
      [at.code, words.code],
    ],
    columns,
  );
  const filter = rows.add([
    { column: at.name, value: rosterTexts.filled, style: 'muted' },
    { column: at.code, style: 'muted' },
    ...columns.map(
      ({ column, at: place, isLastYear }): PlanCell => ({
        column: place,
        style: 'unit',
        ...(!isLastYear && { id: filledId(form.code, column), formula: filledOf(roster, column) }),
      }),
    ),
  ]);
  for (const row of members) rows.add(rowCells(row, columns, context));
  const plan = columnWidths(columns);
  const total = plan.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0);
  const sheet: PlanSheet = {
    key: `roster/${form.code}`,
    name,
    tabColour: 'green',
    protect: true,
    oneBlock: true,
    columns: plan,
    rows: rows.rows,
    merges: rows.merges,
    freeze: { rows: filter, columns: at.code },
    // with the hidden keys, or sorting would leave them behind
    autoFilter: { firstRow: filter, lastRow: rows.next - 1, firstColumn: at.key, lastColumn: last },
    print: {
      orientation: 'landscape',
      repeatRows: [top, bottom],
      repeatColumns: [at.name, at.code],
      fitWidth: total <= page,
      footer: rosterTexts.footer(form.title, context.districtName),
    },
  };
  return { roster, sheet, cells, filled: counted };
}
