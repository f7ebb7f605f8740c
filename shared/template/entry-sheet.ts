import type { Formula, PlanRow, PlanSheet } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import { blocksOf } from './blocks.ts';
import { dueText } from './due-text.ts';
import { type WrittenBlock, writeBlock } from './entry-block.ts';
import type { EntryContext } from './entry-context.ts';
import { at, entryColumns } from './entry-grid.ts';
import { added, call, literal } from './formula.ts';
import { isLastYearBeside } from './last-year.ts';
import type { OwedForm } from './owed.ts';
import { progress } from './progress.ts';
import { Rows } from './rows.ts';

/** An entry tab and what the title page says of it. */
export interface EntrySheet {
  readonly form: OwedForm;
  readonly sheet: PlanSheet;
  /** Number of cells to fill. */
  readonly cells: number;
  /** How many are filled, and in how many rows there is a remark. */
  readonly filled: Formula;
  readonly remarks: Formula;
}

function subtitle({ form, periods }: OwedForm, { unitName, schoolYear }: EntryContext): string {
  const { entry } = templateTexts;
  const parts = [unitName, entry.year(schoolYear)];
  if (form.due !== '') parts.push(entry.due(dueText(form.due, periods)));
  if (form.asOf !== '') parts.push(entry.asOf(dueText(form.asOf, periods)));
  return parts.join(' · ');
}

const backRow = (titleTab: string, counted: Formula): PlanRow => ({
  cells: [
    {
      column: at.no,
      value: templateTexts.entry.back,
      style: 'link',
      link: { sheet: titleTab, cell: 'A1' },
    },
    { column: at.unit, formula: counted, style: 'help' },
  ],
});

/** The tab of one form, by contracts §5: hidden keys, visible headings, entry cells, live checks. */
export function entrySheet(owed: OwedForm, name: string, context: EntryContext): EntrySheet {
  const { form } = owed;
  const { previous, titleTab, unitName } = context;
  const blocks = blocksOf(context.catalog, owed);
  const widths = blocks.map((b) => b.columns.length * (isLastYearBeside(b, previous) ? 2 : 1));
  const entries = Math.max(1, ...widths);
  const check = at.first + entries;
  const rows = new Rows();
  rows.add([{ column: at.key, value: 'msoko:keys:1', style: 'key' }], { hidden: true });
  rows.wide({ column: at.no, value: form.title, style: 'title' }, check);
  rows.wide({ column: at.no, value: subtitle(owed, context), style: 'subtitle' }, check);
  if (form.help !== '') rows.wide({ column: at.no, value: form.help, style: 'help' }, check);
  const backAt = rows.add([]);
  rows.merge(backAt, at.no, backAt, at.name);
  rows.merge(backAt, at.unit, backAt, check);
  const written: WrittenBlock[] = [];
  let line = 0;
  for (const block of blocks) {
    written.push(writeBlock(rows, block, { check, line, form: form.code }, context));
    line += block.elements.length;
  }
  const cells = written.reduce((sum, block) => sum + block.cells, 0);
  const filled = added(written.flatMap((block) => block.entries.map((range) => call('COUNTA', range))));
  const remarks = added(written.map(({ messages }) => call('COUNTIF', messages, literal('?*'))));
  rows.rows[backAt - 1] = backRow(titleTab, progress(filled, cells));
  const headings = written.length === 1 ? written[0]!.headings : undefined;
  const sheet: PlanSheet = {
    key: `form/${form.code}`,
    name,
    tabColour: 'green',
    protect: true,
    oneBlock: true,
    columns: entryColumns(owed, blocks, entries),
    rows: rows.rows,
    merges: rows.merges,
    conditions: written.flatMap(({ conditions }) => conditions),
    freeze: { rows: headings ?? 3, columns: at.unit },
    print: {
      orientation: 'landscape',
      repeatRows: [2, headings ?? 3],
      keep: [],
      footer: templateTexts.entry.footer(form.title, unitName),
    },
  };
  return { form: owed, sheet, cells, filled, remarks };
}
