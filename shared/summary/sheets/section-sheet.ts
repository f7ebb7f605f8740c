import type { PlanSheet, PlanSparkline } from '../../plan/plan.ts';
import { sectionTexts as texts } from '../../texts/sections.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { GroupRow } from '../indicator-tree.ts';
import type { Section, SectionRow } from '../sections.ts';
import { figure, headings, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { leadingCells, noteCell, partCell, trendCell } from './indicator-cells.ts';
import { noteText, valueStyle } from './indicator-words.ts';
import { canDrawLike, writeLikeChart } from './section-like.ts';
import { referenceText } from './section-reference.ts';
import { writeTrend } from './section-trend.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

/** A section's tab and where its rows stand. */
export interface SectionTab {
  readonly sheet: PlanSheet;
  /** `<code> <period>` → address of the row's name. */
  readonly places: ReadonlyMap<string, string>;
}

/** Id of the district's value of an indicator in a school year, for charts. */
export const valueId = (
  row: { readonly code: string; readonly period: { readonly key: string } },
  schoolYear: string,
) => `indicator:${row.code}:${row.period.key}:${schoolYear}`;

/** Id of a year's heading in a section. */
export const yearId = (section: Section, schoolYear: string) => `year:${section.name}:${schoolYear}`;

interface Columns {
  readonly years: readonly string[];
  readonly hasReference: boolean;
  readonly widths: readonly number[];
}

function columnsOf({ model }: TabContext, section: Section): Columns {
  const years = [...model.indicators.years, model.schoolYear];
  const hasTrend = years.length > 1;
  const hasReference = section.rows.some((row) => row.type === 'value' && referenceText(row) !== '');
  const figures = [...years.map(() => 9), ...(hasTrend ? [9] : []), 10.5, 10.5, 9, 9, 9, 10];
  const words = [...(hasTrend ? [33] : []), 13, ...(hasReference ? [16] : [])];
  return { years, hasReference, widths: [8, 50, 8, ...figures, ...words] };
}

/**
 * A direction's tab: how its indicators changed and how groups of like organisations differ, as charts; then each
 * indicator with everything it is compared with.
 */
export function sectionSheet(context: TabContext, section: Section): SectionTab {
  const columns = columnsOf(context, section);
  const sheet = draftSheet(section.name, columns.widths);
  writeHead(sheet, context, section.title);
  sheet.wide({ value: texts.summary(summaryOf(section)), style: 'subtitle' });
  const at = sheet.at();
  const half = halfOf(columns.widths);
  const all = columns.widths.length;
  const isLikeDrawn = section.like !== undefined && canDrawLike(section.like);
  const isTrendDrawn = writeTrend(sheet, context, section, {
    fromColumn: 0,
    fromRow: at,
    toColumn: isLikeDrawn ? half : all,
    toRow: at + chartRows,
  });
  if (isLikeDrawn) {
    const fromColumn = isTrendDrawn ? half : 0;
    writeLikeChart(sheet, section, { fromColumn, fromRow: at, toColumn: all, toRow: at + chartRows });
  }
  if (isTrendDrawn || isLikeDrawn) sheet.gap(chartRows);
  sheet.wide({ value: texts.help, style: 'help' });
  const top = writeHeadings(sheet, section, columns);
  const places = new Map<string, string>();
  const sparklines: PlanSparkline[] = [];
  for (const row of section.rows) {
    if (row.type === 'group') writeGroup(sheet, row);
    else {
      places.set(`${row.code} ${row.period.key}`, `B${writeRow(sheet, row, columns)}`);
      sparklines.push(...sparkline(row, columns.years));
    }
  }
  return {
    places,
    sheet: sheet.finish({
      tabColour: 'blue',
      ...(sparklines.length > 0 && { sparklines }),
      print: { orientation: 'landscape', repeatRows: [top, top], keep: [[1, top]], footer: footer(context) },
    }),
  };
}

const chartRows = 17;

/** The column at which half of the width is reached. */
function halfOf(widths: readonly number[]): number {
  const all = widths.reduce((a, b) => a + b, 0);
  let sum = 0;
  return widths.findIndex((width) => {
    sum += width;
    return sum > all / 2;
  });
}

function summaryOf({ rows }: Section) {
  const values = rows.filter((row): row is SectionRow => row.type === 'value' && row.isWholeYear);
  const isNoticeable = (row: SectionRow) => row.trend?.difference === 'noticeable';
  return {
    all: values.length,
    known: values.filter((row) => row.result.value !== undefined).length,
    better: values.filter((row) => isNoticeable(row) && row.trend!.judgement > 0).length,
    worse: values.filter((row) => isNoticeable(row) && row.trend!.judgement < 0).length,
    normed: values.filter((row) => row.norm).length,
    met: values.filter((row) => row.norm?.met).length,
  };
}

function writeHeadings(sheet: SheetDraft, section: Section, { years, hasReference }: Columns): number {
  const h = texts.headings;
  return sheet.row([
    ...headings([h.no, h.name, h.unit]),
    ...years.map((year): DraftCell => ({ value: year, style: 'heading', id: yearId(section, year) })),
    ...headings([
      ...(years.length > 1 ? [h.byYears] : []),
      h.numerator,
      h.denominator,
      h.least,
      h.median,
      h.most,
      h.coverage,
      ...(years.length > 1 ? [h.change] : []),
      h.note,
      ...(hasReference ? [h.reference] : []),
    ]),
  ]);
}

const writeGroup = (sheet: SheetDraft, row: GroupRow): void => {
  sheet.wide({ value: [row.no, row.title].filter((t) => t !== '').join('  '), style: 'section' });
};

const sparkId = (row: SectionRow): string => `spark:${row.code}:${row.period.key}`;

/** Values of several years; a change has no size that columns from zero could show. */
function sparkline(row: SectionRow, years: readonly string[]): PlanSparkline[] {
  const known =
    row.past.filter((p) => p.value !== undefined).length + (row.result.value === undefined ? 0 : 1);
  if (years.length < 2 || known < 2 || row.indicator.kind === 'change') return [];
  const values = { from: valueId(row, years[0]!), to: valueId(row, years[years.length - 1]!) };
  return [{ cell: sparkId(row), values }];
}

function writeRow(sheet: SheetDraft, row: SectionRow, columns: Columns): number {
  const { indicator, result, distribution: spread } = row;
  const now = columns.years[columns.years.length - 1]!;
  const isWhole = indicator.unit !== '%';
  const value = (known: number | undefined): DraftCell =>
    known === undefined ? none() : figure(known, isWhole);
  const hasTrend = columns.years.length > 1;
  return sheet.row([
    ...leadingCells(row),
    ...row.past.map((p): DraftCell => ({ ...value(p.value), id: valueId(row, p.schoolYear) })),
    {
      ...(result.value === undefined
        ? text(summaryTexts.reasonShort[result.reason] ?? '', 'unit')
        : figure(result.value, isWhole, valueStyle(row))),
      id: valueId(row, now),
    },
    ...(hasTrend ? [{ ...text('', 'unit'), id: sparkId(row) }] : []),
    partCell(result.numerator),
    partCell(result.denominator),
    ...[spread?.least, spread?.median, spread?.most].map(value),
    text(
      texts.coverage(result.reported, result.expected),
      result.reported < result.expected ? 'attention' : 'unit',
    ),
    ...(hasTrend ? [trendCell(row)] : []),
    noteCell(row, result.value === undefined ? '' : noteText(row)),
    ...(columns.hasReference ? [text(referenceText(row) || summaryTexts.none, 'unit')] : []),
  ]);
}
