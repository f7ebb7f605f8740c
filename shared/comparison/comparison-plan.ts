import type { Catalog } from '../catalog/types.ts';
import type { Plan } from '../plan/plan.ts';
import { type DirectionCounts, sumOfCounts } from '../summary/direction-counts.ts';
import { figure, headings, integer, none, text } from '../summary/sheets/cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { comparisonTexts as texts } from '../texts/comparison.ts';
import { writeClosed } from './closed-table.ts';
import { commonSheets } from './common-sheets.ts';
import type { ComparisonFacts, DistrictFacts } from './facts.ts';
import { districtColours, footerPrint, writeTop } from './frame.ts';

/** A figure of a district in a direction; undefined where there is nothing to count from. */
interface Measure {
  readonly code: keyof typeof texts.measures;
  readonly isShare: boolean;
  readonly of: (counts: DirectionCounts) => number | undefined;
}

const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : (100 * part) / whole;

const measures: readonly Measure[] = [
  { code: 'planned', isShare: false, of: ({ planned }) => planned },
  { code: 'done', isShare: true, of: ({ done, planned }) => share(done, planned) },
  { code: 'overdue', isShare: false, of: ({ overdue, planned }) => (planned === 0 ? undefined : overdue) },
  { code: 'targets', isShare: true, of: (f) => share(f.targetsMet, f.targetsJudged) },
  { code: 'links', isShare: true, of: ({ links, ofLinks }) => share(links, ofLinks) },
];

/** Characters: as many districts as can stand side by side on a page without shrinking it. */
const firstWidth = 40;
const pageWidth = 134;
const widthOf = (districts: number): number =>
  Math.min(36, Math.max(16, Math.floor((pageWidth - firstWidth) / districts)));

/** Rows of a chart: a table of eleven directions and its chart fill one printed page. */
const chartRows = { totals: 9, measure: 15 } as const;

/** comparison.xlsx: the districts of a workspace by canonical direction, and the indicators they have in common. */
export function comparisonPlan(catalog: Catalog, facts: ComparisonFacts, label?: string): Plan {
  const { districts } = facts;
  const sheet = draftSheet(texts.tabs.directions, [
    firstWidth,
    ...districts.map(() => widthOf(districts.length)),
  ]);
  const across = districts.length + 1;
  writeTop(sheet, facts, texts.title, across, label);
  sheet.wide({ value: texts.help, style: 'help' }, across);
  const keep = [
    writeDistricts(sheet, catalog, facts, across),
    ...writeClosed(sheet, catalog, facts, across),
    ...measures.map((measure) => writeMeasure(sheet, catalog, facts, measure, across)),
  ];
  return {
    title: texts.fileTitle,
    sheets: [
      sheet.finish({ tabColour: 'blue', print: { ...footerPrint(facts), keep } }),
      ...commonSheets(catalog, facts, label),
    ],
  };
}

/** The districts as a whole: roadmap, period, sums over all directions, with a chart of the shares. */
function writeDistricts(
  sheet: SheetDraft,
  { roadmaps }: Catalog,
  { districts }: ComparisonFacts,
  across: number,
): [number, number] {
  // the head of the tab stands on the same page
  const first = 1;
  sheet.gap();
  sheet.wide({ value: texts.districts, style: 'section' }, across);
  const inForce = ({ roadmaps: ids, closed }: DistrictFacts): string[] =>
    ids.filter((id) => closed.every(({ roadmap }) => roadmap !== id));
  // people know a plan by the district it was written for, not by its id
  const whose = (ids: readonly string[]) =>
    ids.length === 0 ? none() : text(ids.map((id) => roadmaps.get(id)?.district || id).join(', '), 'unit');
  const row = (title: string, cellOf: (district: DistrictFacts, i: number) => DraftCell): void => {
    sheet.row([text(title, 'label'), ...districts.map(cellOf)]);
  };
  sheet.row([
    ...headings([texts.district]),
    ...districts.map(({ name }, i): DraftCell => ({ value: name, style: 'heading', id: `district ${i}` })),
  ]);
  row(texts.roadmap, (one) => whose(inForce(one)));
  row(texts.period, (one) => {
    const known = inForce(one).flatMap((id) => roadmaps.get(id) ?? []);
    const periods = known.map(({ periodFrom, periodTo }) => texts.days(periodFrom, periodTo));
    return periods.length === 0 ? none() : text(periods.join('; '), 'unit');
  });
  if (districts.some(({ monitoring }) => monitoring.length > 0))
    row(texts.monitoring, (one) => whose(one.monitoring));
  row(texts.organisations, ({ organisations }) => integer(organisations));
  const totals = districts.map(({ directions }) => sumOfCounts(Object.values(directions)));
  for (const measure of measures)
    row(texts.measures[measure.code], (_, i) =>
      measureCell(measure, totals[i], `total ${measure.code} ${i}`),
    );
  const at = sheet.at();
  const height = chartRows.totals;
  const shares = measures.filter((one) => one.isShare && totals.some((total) => (one.of(total) ?? 0) > 0));
  if (shares.length === 0) return [first, at];
  sheet.chart({
    type: 'column',
    title: texts.totals,
    description: texts.totalsDescription(districts.map(({ name }) => name).join(', ')),
    categories: { from: 'district 0', to: `district ${districts.length - 1}` },
    series: shares.map(({ code }, i) => ({
      name: texts.measures[code],
      values: { from: `total ${code} 0`, to: `total ${code} ${districts.length - 1}` },
      colour: districtColours[i]!,
    })),
    valueAxis: { min: 0, max: 100, format: 'integer' },
    legend: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: across, toRow: at + height },
  });
  sheet.gap(height + 1);
  return [first, at + height];
}

function measureCell({ of, isShare }: Measure, facts: DirectionCounts | undefined, id: string): DraftCell {
  const value = facts && of(facts);
  return { ...(value === undefined ? none() : isShare ? figure(value) : integer(value)), id };
}

/** A table and its chart; returns their rows. */
function writeMeasure(
  sheet: SheetDraft,
  catalog: Catalog,
  { districts }: ComparisonFacts,
  measure: Measure,
  across: number,
): [number, number] {
  const { code, isShare, of } = measure;
  const title = texts.measures[code];
  sheet.gap();
  const first = sheet.at() + 1;
  sheet.wide({ value: title, style: 'section' }, across);
  sheet.row(headings([texts.direction, ...districts.map(({ name }) => name)]));
  const shown = [...catalog.directions.values()].filter(({ id }) =>
    districts.some(({ directions }) => directions[id] !== undefined),
  );
  shown.forEach((direction, row) => {
    sheet.row([
      { ...text(direction.short || direction.title, 'label'), id: `${code} ${row}` },
      ...districts.map(
        ({ directions }, i): DraftCell =>
          measureCell(measure, directions[direction.id], `${code} ${row} ${i}`),
      ),
    ]);
  });
  const values = shown.flatMap(({ id }) =>
    districts.map(({ directions }) => (directions[id] ? (of(directions[id]) ?? 0) : 0)),
  );
  // a chart of nothing but zeros says less than the table
  if (values.every((value) => value === 0)) return [first, sheet.at()];
  const at = sheet.at();
  const height = chartRows.measure;
  sheet.chart({
    type: 'bar',
    title,
    description: texts.chartDescription(title, districts.map(({ name }) => name).join(', ')),
    categories: { from: `${code} 0`, to: `${code} ${shown.length - 1}` },
    series: districts.map(({ name }, i) => ({
      name,
      values: { from: `${code} 0 ${i}`, to: `${code} ${shown.length - 1} ${i}` },
      colour: districtColours[i % districtColours.length]!,
    })),
    valueAxis: isShare ? { min: 0, max: 100, format: 'integer' } : { min: 0, format: 'integer' },
    legend: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: across, toRow: at + height },
  });
  sheet.gap(height + 1);
  return [first, at + height];
}
