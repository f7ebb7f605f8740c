import type { Catalog } from '../catalog/types.ts';
import type { Plan } from '../plan/plan.ts';
import { figure, headings, integer, none, text } from '../summary/sheets/cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { comparisonTexts as texts } from '../texts/comparison.ts';
import { dayText } from '../texts/summary.ts';
import { commonSheet } from './common-sheet.ts';
import type { ComparisonFacts, DirectionFacts } from './facts.ts';
import { districtColours, footerPrint, writeTop } from './frame.ts';

/** A figure of a district in a direction; undefined where there is nothing to count from. */
interface Measure {
  readonly code: keyof typeof texts.measures;
  readonly isShare: boolean;
  readonly of: (facts: DirectionFacts) => number | undefined;
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

/** comparison.xlsx: the districts of a workspace by canonical direction, and the indicators they have in common. */
export function comparisonPlan(catalog: Catalog, facts: ComparisonFacts, label?: string): Plan {
  const { districts } = facts;
  const sheet = draftSheet(texts.tabs.directions, [34, ...districts.map(() => 22)]);
  const across = Math.max(4, districts.length + 1);
  writeTop(sheet, facts, texts.title, across, label);
  sheet.wide({ value: texts.help, style: 'help' }, across);
  writeDistricts(sheet, catalog, facts, across);
  const keep = measures.map((measure) => writeMeasure(sheet, catalog, facts, measure, across));
  return {
    title: texts.fileTitle,
    sheets: [
      sheet.finish({ tabColour: 'blue', print: { ...footerPrint(facts), keep } }),
      commonSheet(catalog, facts, label),
    ],
  };
}

function writeDistricts(
  sheet: SheetDraft,
  { roadmaps }: Catalog,
  { districts }: ComparisonFacts,
  across: number,
): void {
  sheet.gap();
  sheet.wide({ value: texts.districts, style: 'section' }, across);
  sheet.row(headings(texts.districtHeadings));
  for (const { name, roadmaps: own, organisations } of districts) {
    const known = own.flatMap((id) => roadmaps.get(id) ?? []);
    sheet.row([
      text(name, 'label'),
      text(own.join(', '), 'unit'),
      text(
        known.map(({ periodFrom, periodTo }) => `${dayText(periodFrom)}–${dayText(periodTo)}`).join('; '),
        'unit',
      ),
      integer(organisations, 'unit'),
    ]);
  }
}

/** A table and its chart; returns their rows. */
function writeMeasure(
  sheet: SheetDraft,
  catalog: Catalog,
  { districts }: ComparisonFacts,
  { code, isShare, of }: Measure,
  across: number,
): [number, number] {
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
      ...districts.map(({ directions }, i): DraftCell => {
        const facts = directions[direction.id];
        const value = facts && of(facts);
        const cell = value === undefined ? none() : isShare ? figure(value) : integer(value);
        return { ...cell, id: `${code} ${row} ${i}` };
      }),
    ]);
  });
  const values = shown.flatMap(({ id }) =>
    districts.map(({ directions }) => (directions[id] ? (of(directions[id]) ?? 0) : 0)),
  );
  // a chart of nothing but zeros says less than the table
  if (values.every((value) => value === 0)) return [first, sheet.at()];
  const at = sheet.at();
  const height = 19;
  sheet.chart({
    type: 'column',
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
