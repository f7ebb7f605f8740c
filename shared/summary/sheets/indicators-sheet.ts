import type { PlanSheet } from '../../plan/plan.ts';
import { periodText, summaryTexts } from '../../texts/summary.ts';
import { lasting } from '../highlights.ts';
import type { IndicatorTable, ValueRow } from '../indicator-rows.ts';
import type { GroupRow } from '../indicator-tree.ts';
import { figure, headings, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { levelAxis } from './share-axis.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.indicators;

/** Id of the district's value of an indicator in a school year, for charts. */
const cellId = (row: ValueRow, schoolYear: string): string =>
  `indicator:${row.code}:${row.period.key}:${schoolYear}`;

/** «Показатели»: each concrete indicator and period at the district, with earlier years, words and what stands behind it. */
export function indicatorsSheet(context: TabContext): PlanSheet {
  const { indicators, schoolYear } = context.model;
  const { years } = indicators;
  const region = indicators.hasRegion ? [9] : [];
  const widths = [8, 57, 5, ...years.map(() => 9), 9, ...region, 32, 15, 11, 13, 11.5];
  const sheet = draftSheet(summaryTexts.tabs.indicators, widths);
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  if (indicators.rows.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'blue', print: { orientation: 'landscape', footer: footer(context) } });
  }
  const h = texts.headings;
  const top = sheet.row([
    ...headings([h.no, h.name, h.unit]),
    ...[...years, schoolYear].map(
      (year): DraftCell => ({ value: year, style: 'heading', id: `indicators:year:${year}` }),
    ),
    ...headings([
      ...(indicators.hasRegion ? [h.region] : []),
      h.change,
      h.note,
      h.numerator,
      h.denominator,
      h.coverage,
    ]),
  ]);
  for (const row of indicators.rows) writeRow(sheet, row, indicators, schoolYear, widths.length);
  const last = sheet.at();
  writeChart(sheet, indicators, schoolYear, widths);
  return sheet.finish({
    tabColour: 'blue',
    freeze: { rows: top, columns: 2 },
    print: { orientation: 'landscape', repeatRows: [top, top], breaks: [last], footer: footer(context) },
  });
}

function writeRow(
  sheet: SheetDraft,
  row: GroupRow | ValueRow,
  table: IndicatorTable,
  schoolYear: string,
  columns: number,
): void {
  if (row.type === 'group') {
    sheet.wide({ value: [row.no, row.title].filter((t) => t !== '').join('  '), style: 'section' }, columns);
    return;
  }
  const { indicator, result } = row;
  const isCount = indicator.unit !== '%';
  const value = (known: number | undefined): DraftCell =>
    known === undefined ? none() : figure(known, isCount);
  const now: DraftCell =
    result.value === undefined
      ? text(summaryTexts.reasonShort[result.reason] ?? '', 'unit')
      : figure(result.value, isCount, valueStyle(row));
  const side = (known: number | undefined): DraftCell => (known === undefined ? none() : figure(known, true));
  sheet.row([
    text(row.isWholeYear && !row.isBelowTitle ? indicator.no : '', 'unit'),
    text(rowTitle(row), 'label'),
    text(indicator.unit, 'unit'),
    ...row.past.map((p) => ({ ...value(p.value), id: cellId(row, p.schoolYear) })),
    { ...now, id: cellId(row, schoolYear) },
    ...(table.hasRegion ? [value(row.region?.value)] : []),
    row.trend ? text(summaryTexts.trend(row.trend, indicator.unit), trendStyle(row.trend.judgement)) : none(),
    text(noteText(row), row.norm && !row.norm.met ? 'attention' : 'text'),
    side(result.numerator),
    side(result.denominator),
    text(
      texts.coverage(result.reported, result.expected),
      result.reported < result.expected ? 'attention' : 'unit',
    ),
  ]);
}

/** Readable by itself: «Русский язык — за год», «Русский язык — входной контроль». */
function rowTitle(row: ValueRow): string {
  const title = indicatorTitle(row);
  if (row.period.frequency !== 'school_year')
    return texts.ofPeriod(`${row.isWholeYear ? '' : '\u2003'}${title}`, periodText(row.period.key, true));
  return row.hasShorter ? texts.ofPeriod(title, texts.wholeYear) : title;
}

/** The printed words; below a heading of its own only the members: «Русский язык, 4 класс». */
export function indicatorTitle(row: Pick<ValueRow, 'indicator' | 'members' | 'isBelowTitle'>): string {
  if (row.members.length === 0) return row.indicator.title;
  return row.isBelowTitle ? row.members.join(', ') : `${row.indicator.title}: ${row.members.join(', ')}`;
}

const valueStyle = (row: ValueRow): 'value' | 'good' | 'bad' =>
  !row.norm || row.norm.withinError ? 'value' : row.norm.met ? 'good' : 'bad';

const trendStyle = (judgement: -1 | 0 | 1): 'good' | 'bad' | 'unit' =>
  judgement > 0 ? 'good' : judgement < 0 ? 'bad' : 'unit';

function noteText(row: ValueRow): string {
  if (row.result.value === undefined) return summaryTexts.reasonLong[row.result.reason] ?? '';
  return [...(row.fewData ? [texts.fewData] : []), ...(row.norm ? [summaryTexts.norm(row.norm)] : [])].join(
    '; ',
  );
}

function writeChart(
  sheet: SheetDraft,
  table: IndicatorTable,
  schoolYear: string,
  widths: readonly number[],
): void {
  sheet.wide({ value: texts.chartSection, style: 'section' });
  const rows = lasting(table, 4);
  if (rows.length === 0) {
    sheet.wide({ value: texts.chartNone, style: 'help' });
    return;
  }
  const first = table.years[0]!;
  sheet.wide({ value: texts.chartHelp, style: 'help' });
  const at = sheet.at();
  sheet.chart({
    type: 'line',
    title: texts.chartTitle,
    description: texts.chartDescription(rows.map(seriesName).join('; ')),
    categories: { from: `indicators:year:${first}`, to: `indicators:year:${schoolYear}` },
    series: rows.map((row) => ({
      name: seriesName(row),
      values: { from: cellId(row, first), to: cellId(row, schoolYear) },
    })),
    valueAxis: levelAxis(rows.flatMap((row) => [row.result.value!, ...row.past.map((p) => p.value!)])),
    legend: true,
    dataLabels: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: widths.length, toRow: at + 32 },
  });
  sheet.gap(33);
}

const seriesName = (row: ValueRow): string => `${row.indicator.no} ${shortTitle(row)}`.trim();

/** A name that fits a legend or an axis. */
export function shortTitle(row: Pick<ValueRow, 'indicator' | 'members'>, limit = 60): string {
  const members = row.members.length === 0 ? '' : `: ${row.members.join(', ')}`;
  // what it is a share of stands in the full name
  const name = row.indicator.name.replace(
    /,? (?:от|из) (?:их |общего )?(?:числа|количества)(?=[ ,]).*$/u,
    '',
  );
  const room = limit - members.length;
  if (name.length <= room) return `${name}${members}`;
  const cut = name.slice(0, Math.max(12, room - 1));
  const comma = cut.lastIndexOf(',');
  const end = comma > cut.length / 2 ? comma : Math.max(cut.lastIndexOf(' '), 8);
  return `${cut.slice(0, end).replace(/[,;: ]+$/, '')}…${members}`;
}
