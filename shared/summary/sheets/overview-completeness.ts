import { formatNumber } from '../../number/decimal.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { SummaryModel } from '../model.ts';
import { figure, headings, integer, none, text } from './cells.ts';
import type { SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.overview;

/** How much of each form has come, as figures and as bars. */
export function writeCompleteness(sheet: SheetDraft, model: SummaryModel, across: number): void {
  sheet.wide({ value: texts.completenessTitle, style: 'section' }, across);
  // forms of which something is waited for stand together, so that the chart has no gaps
  const asked = model.submission.forms.filter((f) => f.percent !== undefined);
  const waiting = model.submission.forms.filter((f) => f.percent === undefined);
  if (asked.length + waiting.length === 0) {
    sheet.wide({ value: texts.matrixNone, style: 'help' }, across);
    return;
  }
  sheet.wide({ value: texts.completenessNote, style: 'help' }, across);
  sheet.row(headings(texts.completenessHeadings));
  for (const form of [...asked, ...waiting]) {
    sheet.row([
      { value: form.title, style: 'label', id: `form:${form.code}` },
      form.percent === undefined ? none() : integer(form.received, 'unit'),
      form.percent === undefined ? none() : integer(form.expected, 'unit'),
      {
        ...(form.percent === undefined ? none() : figure(form.percent, false, 'unit')),
        id: `completeness:${form.code}`,
      },
      form.units === 0 ? none() : integer(form.complete, 'unit'),
      form.units === 0 ? none() : integer(form.units, 'unit'),
      form.nextDue === undefined ? none() : text(summaryTexts.submission.due(form.nextDue), 'unit'),
    ]);
  }
  const first = asked[0];
  const last = asked[asked.length - 1];
  if (!first || !last) {
    sheet.wide({ value: texts.completenessNone, style: 'help' }, across);
    return;
  }
  sheet.gap();
  const at = sheet.at();
  const rows = Math.max(8, 4 + asked.length * 2);
  const list = asked.map((f) => `${f.title}: ${formatNumber(f.percent ?? 0)} %`).join('; ');
  sheet.chart({
    type: 'bar',
    title: texts.completenessChart,
    description: texts.completenessDescription(list),
    categories: { from: `form:${first.code}`, to: `form:${last.code}` },
    series: [
      {
        name: texts.completenessHeadings[3]!,
        values: { from: `completeness:${first.code}`, to: `completeness:${last.code}` },
        colour: 'blue',
      },
    ],
    valueAxis: { min: 0, max: 100, format: 'integer' },
    legend: false,
    dataLabels: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: 5, toRow: at + rows },
  });
  sheet.gap(rows);
}
