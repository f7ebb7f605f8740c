import type { Catalog } from '../catalog/types.ts';
import type { PlanSheet } from '../plan/plan.ts';
import { figure, headings, none, text } from '../summary/sheets/cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { comparisonTexts as texts } from '../texts/comparison.ts';
import { type CommonGroup, commonGroups, type NamedIndicator } from './common-indicators.ts';
import type { ComparisonFacts } from './facts.ts';
import { districtColours, footerPrint, writeTop } from './frame.ts';

/** «Общие показатели»: values of the school year side by side; «Показатели в диаграммах», where anything can be drawn. */
export function commonSheets(catalog: Catalog, facts: ComparisonFacts, label?: string): PlanSheet[] {
  const groups = commonGroups(catalog, facts);
  const table = tableSheet(catalog, facts, groups, label);
  const charted = groups.filter((group) => group.charted > 0);
  return charted.length === 0 ? [table] : [table, chartSheet(catalog, facts, charted, label)];
}

const directionName = ({ directions }: Catalog, id: string): string =>
  directions.get(id)?.short || directions.get(id)?.title || id;

const idOf = (direction: string, row: number, district?: number): string =>
  `common ${direction} ${row}${district === undefined ? '' : ` ${district}`}`;

function tableSheet(
  catalog: Catalog,
  facts: ComparisonFacts,
  groups: readonly CommonGroup[],
  label: string | undefined,
): PlanSheet {
  const { districts } = facts;
  const widths = [24, 10, 60, 12, ...districts.map(() => 16)];
  const sheet = draftSheet(texts.tabs.indicators, widths);
  writeTop(sheet, facts, texts.indicatorsTitle, widths.length, label);
  if (groups.length === 0) {
    sheet.wide({ value: texts.noIndicators, style: 'text' });
    return sheet.finish({ tabColour: 'blue', print: footerPrint(facts) });
  }
  sheet.wide({ value: texts.indicatorsHelp, style: 'help' });
  const top = sheet.row(headings([...texts.indicatorHeadings, ...districts.map(({ name }) => name)]));
  for (const { direction, rows } of groups)
    for (const [i, row] of rows.entries())
      writeIndicator(sheet, directionName(catalog, direction), facts, row, idOf(direction, i));
  const bottom = sheet.at();
  return sheet.finish({
    tabColour: 'blue',
    freeze: { rows: top, columns: 3 },
    autoFilter: { firstRow: top, firstColumn: 1, lastRow: bottom, lastColumn: widths.length },
    print: { ...footerPrint(facts), repeatRows: [top, top], fitWidth: true },
  });
}

function writeIndicator(
  sheet: SheetDraft,
  direction: string,
  { districts }: ComparisonFacts,
  { definition, title, values }: NamedIndicator,
  id: string,
): void {
  sheet.row([
    text(direction, 'label'),
    text(definition.no, 'unit'),
    { ...text(title), id },
    text(definition.unit, 'unit'),
    ...districts.map(({ code }, i): DraftCell => {
      const value = values[code];
      const cell = value === undefined ? none() : figure(value, definition.unit !== '%');
      return { ...cell, id: `${id} ${i}` };
    }),
  ]);
}

/** Some shares may be above 100 %: their axis must not be cut. */
const isWithin100 = (rows: readonly NamedIndicator[]): boolean =>
  rows.every(({ values }) => Object.values(values).every((value) => value <= 100));

/** Rows of a chart: for each share its bars and a name of two lines; the title, axis and legend besides. */
const chartRows = (shares: number, districts: number): number =>
  6 + shares * Math.max(2, Math.ceil(districts * 0.8));

function chartSheet(
  catalog: Catalog,
  facts: ComparisonFacts,
  groups: readonly CommonGroup[],
  label: string | undefined,
): PlanSheet {
  const { districts } = facts;
  const widths = [60, 70];
  const sheet = draftSheet(texts.tabs.charts, widths);
  writeTop(sheet, facts, texts.chartsTitle, widths.length, label);
  sheet.wide({ value: texts.chartsHelp, style: 'help' });
  const keep = groups.map(({ direction, charted, rows }): [number, number] => {
    sheet.gap();
    const at = sheet.at();
    const height = chartRows(charted, districts.length);
    const title = texts.chart(directionName(catalog, direction));
    sheet.chart({
      type: 'bar',
      title,
      description: texts.chartDescription(title, districts.map(({ name }) => name).join(', ')),
      categories: { from: idOf(direction, 0), to: idOf(direction, charted - 1) },
      series: districts.map(({ name }, i) => ({
        name,
        values: { from: idOf(direction, 0, i), to: idOf(direction, charted - 1, i) },
        colour: districtColours[i % districtColours.length]!,
      })),
      valueAxis: { min: 0, ...(isWithin100(rows.slice(0, charted)) && { max: 100 }), format: 'integer' },
      legend: true,
      anchor: { fromColumn: 0, fromRow: at, toColumn: widths.length, toRow: at + height },
    });
    sheet.gap(height);
    return [at + 1, at + height];
  });
  return sheet.finish({ tabColour: 'blue', print: { ...footerPrint(facts), keep } });
}
