import { formatNumber } from '../../number/decimal.ts';
import { previousSchoolYear } from '../../period/period.ts';
import { summaryTexts } from '../../texts/summary.ts';
import { mostTelling, thisYear, yearOnYear } from '../highlights.ts';
import type { ValueRow } from '../indicator-rows.ts';
import type { SummaryModel } from '../model.ts';
import { figure, headings, text } from './cells.ts';
import { shortTitle } from './indicators-sheet.ts';
import { shareAxis } from './share-axis.ts';
import type { DraftCell, SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.overview;

/** This year beside the last, for the indicators that changed most; this year alone where no earlier one is known. */
export function writeComparison(sheet: SheetDraft, model: SummaryModel, across: number): void {
  const { indicators, schoolYear } = model;
  const compared = yearOnYear(indicators);
  const rows = compared.length > 0 ? compared : thisYear(indicators);
  sheet.wide(
    { value: compared.length > 0 ? texts.yearsTitle : texts.thisYearTitle, style: 'section' },
    across,
  );
  if (rows.length === 0) {
    sheet.wide({ value: texts.yearsNone, style: 'help' }, across);
    return;
  }
  const before = previousSchoolYear(schoolYear);
  const years = compared.length > 0 ? [before, schoolYear] : [schoolYear];
  const [name = '', change = ''] = texts.yearsHeadings;
  const top = sheet.row(headings([name, ...years, ...(compared.length > 0 ? [change] : [])]));
  const wide = { firstColumn: 2 + years.length, lastColumn: 4 + years.length };
  if (compared.length > 0) sheet.merge({ firstRow: top, lastRow: top, ...wide });
  rows.forEach((row, i) => {
    const at = sheet.row([
      { value: shortTitle(row, 80), style: 'label', id: `highlight:${i}` },
      ...years.map(
        (year): DraftCell => ({ ...figure(valueIn(row, year, schoolYear)!), id: `highlight:${i}:${year}` }),
      ),
      ...(row.trend ? [text(summaryTexts.trend(row.trend, row.indicator.unit), trendStyle(row))] : []),
    ]);
    if (row.trend) sheet.merge({ firstRow: at, lastRow: at, ...wide });
  });
  sheet.gap();
  const at = sheet.at();
  const height = Math.max(12, 4 + rows.length * 2);
  sheet.chart({
    type: 'bar',
    title: compared.length > 0 ? texts.yearsChart(before, schoolYear) : texts.thisYearChart(schoolYear),
    description: texts.yearsDescription(
      rows.map((r) => `${shortTitle(r)}: ${formatNumber(r.result.value!)} %`).join('; '),
    ),
    categories: { from: 'highlight:0', to: `highlight:${rows.length - 1}` },
    series: years.map((year) => ({
      name: year,
      values: { from: `highlight:0:${year}`, to: `highlight:${rows.length - 1}:${year}` },
      colour: year === schoolYear ? 'blue' : 'grey',
    })),
    valueAxis: shareAxis(rows.flatMap((row) => years.map((year) => valueIn(row, year, schoolYear)!))),
    legend: years.length > 1,
    dataLabels: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: 5, toRow: at + height },
  });
  sheet.gap(height);
}

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
  const bars = model.matrix.organisations
    .flatMap((o, i) => {
      const cell = row.cells[i]!;
      return cell.state === 'value' ? [{ name: o.name, value: cell.value }] : [];
    })
    .sort((a, b) => sign * (a.value - b.value));
  const title = shortTitle(row, 110);
  sheet.wide(
    {
      value:
        `${title}${title.endsWith('…') ? '' : '.'} ${texts.spreadDifference(row.spread!.difference)}`.trim(),
      style: 'help',
    },
    across,
  );
  sheet.row(headings(texts.spreadHeadings));
  bars.forEach((bar, i) => {
    sheet.row([
      { value: bar.name, style: 'label', id: `spread:${i}` },
      { ...figure(bar.value), id: `spread:${i}:value` },
    ]);
  });
  const at = sheet.at();
  const top = at - bars.length - 1;
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
    anchor: { fromColumn: 2, fromRow: top, toColumn: 7, toRow: Math.max(at, top + 14) },
  });
  sheet.gap(Math.max(0, top + 14 - at));
}
