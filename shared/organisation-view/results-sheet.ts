import type { PlanSheet, PlanSparkline } from '../plan/plan.ts';
import type { IndicatorTable, ValueRow } from '../summary/indicator-rows.ts';
import { figure, headings, none, text } from '../summary/sheets/cells.ts';
import {
  groupTitle,
  leadingCells,
  noteCell,
  partCell,
  trendCell,
} from '../summary/sheets/indicator-cells.ts';
import { noteText, valueStyle } from '../summary/sheets/indicator-words.ts';
import { type DraftCell, draftSheet } from '../summary/sheets/sheet-draft.ts';
import { organisationTexts } from '../texts/organisation-view.ts';
import { summaryTexts } from '../texts/summary.ts';
import type { OrganisationFacts } from './facts.ts';
import { print, writeHead } from './frame.ts';
import { comparedAt } from './note.ts';

const texts = organisationTexts.results;

const valueId = (row: ValueRow, year: string): string => `own:${row.code}:${row.period.key}:${year}`;
const sparkId = (row: ValueRow): string => `spark:${row.code}:${row.period.key}`;

/** «Результаты»: the organisation's indicators by section, with earlier years, the district and like organisations beside. */
export function resultsSheet(facts: OrganisationFacts, table: IndicatorTable): PlanSheet {
  const years = [...table.years, facts.schoolYear];
  const hasTrend = years.length > 1;
  const figures = [...years.map(() => 9), ...(hasTrend ? [9] : []), 10.5, 10.5];
  const widths = [9, 52, 8, ...figures, ...(hasTrend ? [33] : []), 9, 9.5, 25, 13];
  const sheet = draftSheet(organisationTexts.tabs.results, widths);
  writeHead(sheet, facts, texts.title);
  if (table.rows.length === 0) {
    sheet.wide(text(texts.none));
    return sheet.finish({ tabColour: 'blue', print: print(facts, 'landscape') });
  }
  sheet.wide({ value: texts.help, style: 'help' });
  const h = texts.headings;
  const top = sheet.row(
    headings([
      h.no,
      h.name,
      h.unit,
      ...years,
      ...(hasTrend ? [h.byYears] : []),
      h.numerator,
      h.denominator,
      ...(hasTrend ? [h.change] : []),
      h.district,
      h.group,
      h.difference,
      h.note,
    ]),
  );
  const sparklines: PlanSparkline[] = [];
  for (const row of table.rows) {
    if (row.type === 'group') {
      sheet.wide({ value: groupTitle(row), style: 'section' });
      continue;
    }
    sheet.row(cellsOf(facts, row, hasTrend));
    const known = row.past.filter((p) => p.value !== undefined).length;
    if (hasTrend && row.result.value !== undefined && known > 0 && row.indicator.kind !== 'change') {
      const values = { from: valueId(row, years[0]!), to: valueId(row, facts.schoolYear) };
      sparklines.push({ cell: sparkId(row), values });
    }
  }
  return sheet.finish({
    tabColour: 'blue',
    freeze: { rows: top, columns: 2 },
    ...(sparklines.length > 0 && { sparklines }),
    print: print(facts, 'landscape', { repeatRows: [top, top] }),
  });
}

function cellsOf(facts: OrganisationFacts, row: ValueRow, hasTrend: boolean): DraftCell[] {
  const { indicator, result } = row;
  const beside = comparedAt(facts, row);
  const other = (value: number | undefined): DraftCell =>
    value === undefined ? none() : figure(value, indicator.unit !== '%', 'unit');
  return [
    ...leadingCells(row),
    ...row.past.map((p): DraftCell => ({ ...ownCell(row, p.value), id: valueId(row, p.schoolYear) })),
    { ...ownCell(row, result.value, result.reason), id: valueId(row, facts.schoolYear) },
    ...(hasTrend ? [{ ...text('', 'unit'), id: sparkId(row) }] : []),
    partCell(result.numerator),
    partCell(result.denominator),
    ...(hasTrend ? [trendCell(row)] : []),
    other(beside?.district),
    other(beside?.group),
    beside && indicator.kind !== 'presence'
      ? text(texts.difference(beside.difference, beside.judgement), differenceStyle(beside.judgement))
      : none(),
    noteCell(row, result.value === undefined ? '' : noteText(row)),
  ];
}

const differenceStyle = (judgement: -1 | 0 | 1): 'good' | 'attention' | 'unit' =>
  judgement > 0 ? 'good' : judgement < 0 ? 'attention' : 'unit';

/** One organisation has or has not: «да», «нет» instead of 100 and 0 %. */
function ownCell(row: ValueRow, value: number | undefined, reason = ''): DraftCell {
  if (value === undefined) return text(summaryTexts.reasonShort[reason] ?? summaryTexts.none, 'unit');
  if (row.indicator.kind === 'presence')
    return text(value > 0 ? organisationTexts.yes : organisationTexts.no, 'unit');
  return figure(value, row.indicator.unit !== '%', reason === '' ? valueStyle(row) : 'value');
}
