import type { ExpectedRow } from '../../criteria/expected-rows.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { managementTexts } from '../../texts/management.ts';
import type { Management } from '../management.ts';
import { headings, integer, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { documentText, linkCell, statusStyles } from './management-cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';
import { categoryId, countId, stackedCounts } from './stacked-counts.ts';

const texts = managementTexts.expected;
const charted = [
  { code: 'met', colour: 'green', column: 2 },
  { code: 'partly', colour: 'amber', column: 3 },
  { code: 'not_met', colour: 'red', column: 4 },
  { code: 'no_data', colour: 'grey', column: 5 },
] as const;

/** «Ожидаемые результаты»: planned and reached by year with a chart, then every result with its proof. */
export function expectedSheet(
  context: TabContext,
  { expected, directions }: Management,
): PlanSheet | undefined {
  if (expected.length === 0) return undefined;
  const sheet = draftSheet(managementTexts.tabs.expected, [24, 12, 15, 15, 15, 15, 14, 30, 34]);
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  sheet.gap();
  const years = [...new Set(expected.map(({ item }) => item.expected.year))].sort();
  const first = sheet.row(headings(texts.headings));
  years.forEach((year, i) => {
    const rows = expected.filter(({ item }) => item.expected.year === year);
    sheet.row([
      { ...text(year, 'label'), id: categoryId('expected', i) },
      integer(rows.length),
      ...charted.map(({ code }) => ({
        ...integer(rows.filter(({ status }) => status === code).length),
        id: countId('expected', i, code),
      })),
    ]);
  });
  const table: [number, number] = [first, sheet.at()];
  sheet.gap();
  const chart = stackedCounts(sheet, {
    name: 'expected',
    rows: years.length,
    series: charted.map(({ code, colour, column }) => ({ code, colour, title: texts.headings[column]! })),
    title: texts.chart(expected.filter(({ status }) => status === 'met').length, expected.length),
    description: texts.chartDescription,
    columns: 7,
    height: 13,
  });
  sheet.wide({ value: texts.list, style: 'section' });
  mergeResult(sheet, sheet.row(wide(headings(texts.listHeadings))));
  for (const { id, title, short } of directions)
    for (const row of expected.filter(({ item }) => item.expected.direction === id))
      mergeResult(sheet, sheet.row(wide(resultCells(row, short || title, title))));
  return sheet.finish({
    tabColour: 'violet',
    print: { orientation: 'landscape', footer: footer(context), keep: [table, chart] },
  });
}

/** The result itself stands over four columns of the table above. */
const resultColumns = { first: 3, last: 6 };

const wide = (cells: readonly DraftCell[]): DraftCell[] => {
  const result = cells[resultColumns.first - 1]!;
  const filler = { ...(result.style !== undefined && { style: result.style }) };
  const more = Array.from({ length: resultColumns.last - resultColumns.first }, () => filler);
  return [...cells.slice(0, resultColumns.first), ...more, ...cells.slice(resultColumns.first)];
};

const mergeResult = (sheet: SheetDraft, row: number): void =>
  sheet.merge({
    firstRow: row,
    lastRow: row,
    firstColumn: resultColumns.first,
    lastColumn: resultColumns.last,
  });

/** The printed heading stands under the name of the direction where it says it otherwise. */
const resultCells = (
  { item: { expected }, status, evidence }: ExpectedRow,
  direction: string,
  title: string,
): DraftCell[] => [
  {
    ...text(direction, 'label'),
    ...(![direction, title, ''].includes(expected.section) && { detail: expected.section }),
  },
  text(expected.year, 'unit'),
  text(expected.result),
  text(texts.statuses[status], statusStyles[status]),
  text(documentText(evidence)),
  linkCell(evidence, status === 'met' || status === 'partly'),
];
