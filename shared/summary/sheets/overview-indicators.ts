import { formatNumber } from '../../number/decimal.ts';
import { previousSchoolYear } from '../../period/period.ts';
import { summaryTexts } from '../../texts/summary.ts';
import { mostTelling, thisYear, yearOnYear } from '../highlights.ts';
import type { ValueRow } from '../indicator-rows.ts';
import type { SummaryModel } from '../model.ts';
import { figure, headings, text } from './cells.ts';
import { shortTitle } from './indicator-words.ts';
import { shareAxis } from './share-axis.ts';
import type { DraftCell, SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.overview;

/** This year beside the last, for the indicators that changed most; this year alone where no earlier one is known. */
export function writeComparison(
  sheet: SheetDraft,
  model: Pick<SummaryModel, 'indicators' | 'schoolYear'>,
  across: number,
  height?: number,
): void {
  const { indicators, schoolYear } = model;
  const compared = yearOnYear(indicators);
  const rows = compared.length > 0 ? compared : thisYear(indicators);
  sheet.wide(
    { value: compared.length > 0 ? texts.yearsTitle : texts.thisYearTitle, style: 'section' },
    across,
  );
  // what stands above has taken the room of some rows
  const chartRows = height ?? Math.max(10, pageRows - sheet.at() - 2 * rows.length);
  if (rows.length === 0) {
    sheet.wide({ value: texts.yearsNone, style: 'help' }, across);
    return;
  }
  const before = previousSchoolYear(schoolYear);
  const isCompared = compared.length > 0;
  // up to three years, where each of the chosen has a value
  const earlier = indicators.years.filter(
    (year) => year === before || rows.every((row) => valueIn(row, year, schoolYear) !== undefined),
  );
  const years = isCompared ? [...earlier.slice(-2), schoolYear] : [schoolYear];
  // more than two bars each could not be labelled
  const drawn = years.slice(-2);
  const at = sheet.at();
  sheet.chart({
    type: 'bar',
    title: isCompared ? texts.yearsChart(drawn) : texts.thisYearChart(schoolYear),
    description: texts.yearsDescription(
      rows.map((r) => `${shortTitle(r)}: ${formatNumber(r.result.value!)} %`).join('; '),
    ),
    categories: { from: 'highlight:0', to: `highlight:${rows.length - 1}` },
    series: drawn.map((year) => ({
      name: year,
      values: { from: `highlight:0:${year}`, to: `highlight:${rows.length - 1}:${year}` },
      colour: year === schoolYear ? 'blue' : 'grey',
    })),
    valueAxis: shareAxis(rows.flatMap((row) => drawn.map((year) => valueIn(row, year, schoolYear)!))),
    legend: years.length > 1,
    dataLabels: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: across, toRow: at + chartRows },
  });
  sheet.gap(chartRows);
  const [name = '', change = ''] = texts.yearsHeadings;
  const top = sheet.row(headings([name, ...years, ...(isCompared ? [change] : [])]));
  const wide = { firstColumn: 2 + years.length, lastColumn: 4 + years.length };
  if (isCompared) sheet.merge({ firstRow: top, lastRow: top, ...wide });
  rows.forEach((row, i) => {
    const place = sheet.row([
      { value: shortTitle(row, 85), style: 'label', id: `highlight:${i}` },
      ...years.map(
        (year): DraftCell => ({ ...figure(valueIn(row, year, schoolYear)!), id: `highlight:${i}:${year}` }),
      ),
      ...(row.trend ? [text(summaryTexts.trend(row.trend, row.indicator.unit), trendStyle(row))] : []),
    ]);
    if (row.trend) sheet.merge({ firstRow: place, lastRow: place, ...wide });
  });
}

/** Rows of the page: head, key figures, links, the chart and its table, whose rows are two lines high. */
const pageRows = 38;

const valueIn = (row: ValueRow, year: string, now: string): number | undefined =>
  year === now ? row.result.value : row.past.find((p) => p.schoolYear === year)?.value;

const trendStyle = (row: ValueRow): 'good' | 'bad' | 'unit' =>
  row.trend!.judgement > 0 ? 'good' : row.trend!.judgement < 0 ? 'bad' : 'unit';

/** One indicator over all organisations, from the best to the worst. */
export function writeSpread(sheet: SheetDraft, model: SummaryModel, across: number): void {
  sheet.wide({ value: texts.spreadTitle, style: 'section' }, across);
  const row = mostTelling(model.matrix);
  if (!row) {
    sheet.wide({ value: texts.spreadNone, style: 'help' }, across);
    return;
  }
  const sign = row.indicator.better === 'lower' ? 1 : -1;
  const all = model.matrix.organisations
    .flatMap((o, i) => {
      const cell = row.cells[i]!;
      return cell.state === 'value' ? [{ name: o.name, value: cell.value, fewData: cell.fewData }] : [];
    })
    .sort((a, b) => sign * (a.value - b.value));
  const bars =
    all.length <= spreadLimit
      ? all
      : [...all.slice(0, spreadLimit / 2), ...all.slice(all.length - spreadLimit / 2)];
  const title = shortTitle(row, 110);
  const told = [
    `${title}${title.endsWith('…') ? '' : '.'}`,
    texts.spreadDifference(row.spread!.difference),
    ...(bars.length < all.length ? [texts.spreadLimit(spreadLimit / 2, all.length)] : []),
    ...(bars.some((b) => b.fewData) ? [texts.spreadFew] : []),
  ];
  sheet.wide({ value: told.filter((t) => t !== '').join(' '), style: 'help' }, across);
  const top = sheet.row(headings(texts.spreadHeadings));
  bars.forEach((bar, i) => {
    sheet.row([
      { value: bar.name, style: 'label', id: `spread:${i}` },
      { ...figure(bar.value, false, bar.fewData ? 'unit' : 'value'), id: `spread:${i}:value` },
    ]);
  });
  const rows = Math.max(30, bars.length + 2);
  sheet.chart({
    type: 'bar',
    title: texts.spreadChart(title),
    description: texts.spreadDescription(bars.map((b) => `${b.name}: ${formatNumber(b.value)} %`).join('; ')),
    categories: { from: 'spread:0', to: `spread:${bars.length - 1}` },
    series: [
      {
        name: texts.spreadHeadings[1]!,
        values: { from: 'spread:0:value', to: `spread:${bars.length - 1}:value` },
        colour: 'teal',
      },
    ],
    valueAxis: shareAxis(bars.map((b) => b.value)),
    legend: false,
    dataLabels: true,
    anchor: { fromColumn: 2, fromRow: top - 1, toColumn: across, toRow: top - 1 + rows },
  });
  sheet.gap(Math.max(0, top - 1 + rows - sheet.at()));
}

/** More bars than this cannot be read: then the best and the worst are shown. */
const spreadLimit = 12;
