import { formatNumber } from '../number/decimal.ts';
import type { PlanSheet } from '../plan/plan.ts';
import type { IndicatorTable, ValueRow } from '../summary/indicator-rows.ts';
import { figure, headings, none, text } from '../summary/sheets/cells.ts';
import { shortTitle } from '../summary/sheets/indicator-words.ts';
import { shareAxis } from '../summary/sheets/share-axis.ts';
import { draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { organisationTexts } from '../texts/organisation-view.ts';
import type { OrganisationFacts } from './facts.ts';
import { print, writeHead } from './frame.ts';
import { comparedAt, note } from './note.ts';

const texts = organisationTexts;
const widths = [52, 13, 13, 13, 26];

/** «Справка»: what the figures come to in words, a chart beside like organisations, room for the organisation's own words. */
export function noteSheet(facts: OrganisationFacts, table: IndicatorTable): PlanSheet {
  const sheet = draftSheet(texts.tabs.note, widths);
  writeHead(sheet, facts, facts.name);
  sheet.wide({ value: texts.note.section, style: 'section' });
  for (const sentence of note(facts, table)) sheet.wide(text(sentence, 'text'));
  sheet.gap();
  const keep: [number, number][] = [];
  const chart = writeChart(sheet, facts, table);
  if (chart) keep.push(chart);
  keep.push(writeOwn(sheet, facts));
  return sheet.finish({ tabColour: 'green', print: print(facts, 'portrait', { keep }) });
}

/** Shares with both values, whole year: noticeable differences first, then the best supported; in printed order. */
function chosen(facts: OrganisationFacts, { rows }: IndicatorTable, limit = 6): ValueRow[] {
  const comparable = rows.filter(
    (row): row is ValueRow =>
      row.type === 'value' &&
      row.isWholeYear &&
      row.indicator.kind === 'share' &&
      row.indicator.unit === '%' &&
      !row.indicator.negativeEffects &&
      row.result.value !== undefined &&
      comparedAt(facts, row)?.group !== undefined,
  );
  const weight = (row: ValueRow): number => {
    const { difference, group } = comparedAt(facts, row)!;
    const rank = difference === 'noticeable' ? 2_000 : difference === 'few_data' ? 0 : 1_000;
    return rank + Math.abs(row.result.value! - group!);
  };
  const best = new Set([...comparable].sort((a, b) => weight(b) - weight(a)).slice(0, limit));
  return comparable.filter((row) => best.has(row));
}

const chartRows = 14;

function writeChart(
  sheet: SheetDraft,
  facts: OrganisationFacts,
  table: IndicatorTable,
): [number, number] | undefined {
  const rows = chosen(facts, table);
  if (rows.length === 0) return undefined;
  const { chart } = texts;
  const top = sheet.wide({ value: chart.section, style: 'section' });
  const judged = (sign: number) => rows.filter((row) => comparedAt(facts, row)!.judgement === sign).length;
  const values = rows.flatMap((row) => [row.result.value!, comparedAt(facts, row)!.group!]);
  const last = rows.length - 1;
  sheet.chart({
    type: 'bar',
    title: chart.title(judged(1), judged(-1)),
    description: chart.description(
      rows.map((row) => `${shortTitle(row)}: ${formatNumber(row.result.value!)}`).join('; '),
    ),
    categories: { from: 'like:0', to: `like:${last}` },
    series: [
      { name: chart.own, values: { from: 'like:0:own', to: `like:${last}:own` }, colour: 'blue' },
      { name: chart.group, values: { from: 'like:0:group', to: `like:${last}:group` }, colour: 'grey' },
    ],
    valueAxis: shareAxis(values),
    legend: true,
    dataLabels: true,
    anchor: { fromColumn: 0, fromRow: top, toColumn: widths.length, toRow: top + chartRows },
  });
  sheet.gap(chartRows);
  sheet.row(headings(chart.headings));
  rows.forEach((row, i) => {
    const beside = comparedAt(facts, row)!;
    sheet.row([
      { ...text(shortTitle(row, 70), 'label'), id: `like:${i}` },
      { ...figure(row.result.value!), id: `like:${i}:own` },
      { ...figure(beside.group!), id: `like:${i}:group` },
      beside.district === undefined ? none() : figure(beside.district),
      text(
        texts.results.difference(beside.difference, beside.judgement),
        beside.judgement > 0 ? 'good' : beside.judgement < 0 ? 'attention' : 'unit',
      ),
    ]);
  });
  sheet.gap();
  return [top, sheet.at()];
}

/** The organisation's own words, or lines to write them on. */
function writeOwn(sheet: SheetDraft, { ownText }: OrganisationFacts): [number, number] {
  const top = sheet.wide({ value: texts.own.section, style: 'section' });
  if (ownText !== undefined) sheet.wide(text(ownText));
  else {
    sheet.wide({ value: texts.own.hint, style: 'help' });
    for (let line = 0; line < 3; line++) {
      const at = sheet.row(
        widths.map(() => ({ style: 'text' as const })),
        { height: 22 },
      );
      sheet.merge({ firstRow: at, lastRow: at, firstColumn: 1, lastColumn: widths.length });
    }
  }
  return [top, sheet.at()];
}
