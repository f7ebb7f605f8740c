import { memberTitle, splitConcrete } from '../catalog/concrete.ts';
import type { Catalog, Indicator } from '../catalog/types.ts';
import type { PlanSheet } from '../plan/plan.ts';
import { figure, headings, none, text } from '../summary/sheets/cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { comparisonTexts as texts } from '../texts/comparison.ts';
import type { CommonIndicator, ComparisonFacts } from './facts.ts';
import { districtColours, footerPrint, writeTop } from './frame.ts';

/** So many shares are still told apart in one chart. */
const charted = 8;

interface NamedIndicator extends CommonIndicator {
  readonly definition: Indicator;
  readonly title: string;
}

/** «Общие показатели»: values of the school year side by side, and the first shares all have in a chart. */
export function commonSheet(catalog: Catalog, facts: ComparisonFacts, label?: string): PlanSheet {
  const { districts } = facts;
  const widths = [24, 9, 60, 9, ...districts.map(() => 16)];
  const sheet = draftSheet(texts.tabs.indicators, widths);
  writeTop(sheet, facts, texts.indicatorsTitle, widths.length, label);
  const rows = named(catalog, facts);
  if (rows.length === 0) {
    sheet.wide({ value: texts.noIndicators, style: 'text' });
    return sheet.finish({ tabColour: 'blue', print: footerPrint(facts) });
  }
  sheet.wide({ value: texts.indicatorsHelp, style: 'help' });
  const shares = rows.filter(
    ({ definition, values }) =>
      definition.unit === '%' && districts.every(({ code }) => values[code] !== undefined),
  );
  const shown = [...shares.filter(({ definition }) => definition.dims.length === 0), ...shares].filter(
    (row, i, all) => all.indexOf(row) === i,
  );
  const ids = new Map(shown.slice(0, charted).map((row, i) => [row.indicator, i]));
  const top = sheet.row(headings([...texts.indicatorHeadings, ...districts.map(({ name }) => name)]));
  // charted rows stand first: a chart takes its figures from neighbouring cells
  for (const row of [
    ...rows.filter(({ indicator }) => ids.has(indicator)).sort(byPlace(ids)),
    ...rows.filter(({ indicator }) => !ids.has(indicator)),
  ])
    writeIndicator(sheet, catalog, facts, row, ids.get(row.indicator));
  const bottom = sheet.at();
  if (ids.size > 0) writeChart(sheet, facts, ids.size, widths.length);
  return sheet.finish({
    tabColour: 'blue',
    freeze: { rows: top, columns: 3 },
    autoFilter: { firstRow: top, firstColumn: 1, lastRow: bottom, lastColumn: widths.length },
    print: { ...footerPrint(facts), repeatRows: [top, top], fitWidth: true },
  });
}

const byPlace =
  (ids: ReadonlyMap<string, number>) =>
  (a: NamedIndicator, b: NamedIndicator): number =>
    ids.get(a.indicator)! - ids.get(b.indicator)!;

/** In the order of directions and of the catalogue. */
function named(catalog: Catalog, { indicators, schoolYear }: ComparisonFacts): NamedIndicator[] {
  const order = new Map([...catalog.directions.keys()].map((id, i) => [id, i]));
  const definitions = catalog.indicators.filter(
    ({ validFrom, validTo }) =>
      (validFrom === '' || validFrom <= schoolYear) && (validTo === '' || schoolYear <= validTo),
  );
  const byCode = new Map(definitions.map((one) => [one.code, one]));
  const found = indicators.flatMap((common): NamedIndicator[] => {
    const parts = splitConcrete(common.indicator, (code) => byCode.get(code), catalog.dimensions);
    if (!parts) return [];
    const members = parts.members.map((member, i) => memberTitle(catalog, parts.base.dims[i]!, member));
    const name = parts.base.name || parts.base.title || parts.base.code;
    return [
      {
        ...common,
        definition: parts.base,
        title: members.length === 0 ? name : `${name}: ${members.join(', ')}`,
      },
    ];
  });
  const place = ({ definition }: NamedIndicator): number => order.get(definition.direction) ?? order.size;
  return found
    .map((row, i) => ({ row, i }))
    .sort((a, b) => place(a.row) - place(b.row) || a.i - b.i)
    .map(({ row }) => row);
}

function writeIndicator(
  sheet: SheetDraft,
  { directions }: Catalog,
  { districts }: ComparisonFacts,
  { definition, title, values }: NamedIndicator,
  place: number | undefined,
): void {
  const direction = directions.get(definition.direction);
  sheet.row([
    text(direction?.short || definition.direction, 'label'),
    text(definition.no, 'unit'),
    { ...text(title), ...(place !== undefined && { id: `common ${place}` }) },
    text(definition.unit, 'unit'),
    ...districts.map(({ code }, i): DraftCell => {
      const value = values[code];
      const cell = value === undefined ? none() : figure(value, definition.unit !== '%');
      return { ...cell, ...(place !== undefined && { id: `common ${place} ${i}` }) };
    }),
  ]);
}

function writeChart(sheet: SheetDraft, { districts }: ComparisonFacts, count: number, across: number): void {
  sheet.gap();
  const at = sheet.at();
  const height = 24;
  sheet.chart({
    type: 'bar',
    title: texts.chart,
    description: texts.chartDescription(texts.chart, districts.map(({ name }) => name).join(', ')),
    categories: { from: 'common 0', to: `common ${count - 1}` },
    series: districts.map(({ name }, i) => ({
      name,
      values: { from: `common 0 ${i}`, to: `common ${count - 1} ${i}` },
      colour: districtColours[i % districtColours.length]!,
    })),
    valueAxis: { min: 0, format: 'integer' },
    legend: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: across, toRow: at + height },
  });
  sheet.gap(height);
}
