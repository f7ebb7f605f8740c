import type { ExpectedRow } from '../../criteria/expected-rows.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { managementTexts } from '../../texts/management.ts';
import type { Management } from '../management.ts';
import { headings, integer, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { documentText, linkCell, statusStyles } from './management-cells.ts';
import { draftSheet } from './sheet-draft.ts';
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
  const sheet = draftSheet(managementTexts.tabs.expected, [28, 11, 60, 14, 30, 34]);
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
    columns: 4,
    height: 13,
  });
  sheet.wide({ value: texts.list, style: 'section' });
  sheet.row(headings(texts.listHeadings));
  for (const { id, title, short } of directions)
    for (const row of expected.filter(({ item }) => item.expected.direction === id))
      sheet.row(resultCells(row, short || title));
  return sheet.finish({
    tabColour: 'violet',
    print: { orientation: 'landscape', footer: footer(context), keep: [table, chart] },
  });
}

const resultCells = ({ item: { expected }, status, evidence }: ExpectedRow, direction: string) => [
  text(direction, 'label'),
  text(expected.year, 'unit'),
  text(expected.result),
  text(texts.statuses[status], statusStyles[status]),
  text(documentText(evidence)),
  linkCell(evidence, status === 'met' || status === 'partly'),
];
