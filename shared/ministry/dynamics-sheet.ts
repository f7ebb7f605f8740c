import type { PlanSheet, PlanSparkline } from '../plan/plan.ts';
import { lasting } from '../summary/highlights.ts';
import type { ValueRow } from '../summary/indicator-rows.ts';
import { figure, headings, none, text } from '../summary/sheets/cells.ts';
import { trendCell } from '../summary/sheets/indicator-cells.ts';
import { seriesName } from '../summary/sheets/indicator-words.ts';
import { levelAxis } from '../summary/sheets/share-axis.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';
import { valueCell } from './indicators-sheet.ts';
import type { DirectionRows } from './rows-of-directions.ts';

const texts = ministryTexts.dynamics;
const chartRows = 17;

const valueId = (row: ValueRow, year: string): string => `dynamics:${row.code}:${year}`;
const sparkId = (row: ValueRow): string => `dynamics:${row.code}:spark`;

/** «Динамика»: whole-year values of all school years at hand, with lines for the shares that changed most. */
export function dynamicsSheet(
  context: MinistryContext,
  directions: readonly DirectionRows[],
): PlanSheet | undefined {
  const { model } = context;
  const { years } = model.indicators;
  const isKnown = (row: DirectionRows['rows'][number]): row is ValueRow =>
    row.type === 'value' && row.isWholeYear && row.past.some((past) => past.value !== undefined);
  const parts = directions
    .map((one) => ({ ...one, values: one.rows.filter(isKnown) }))
    .filter(({ values }) => values.length > 0);
  if (years.length === 0 || parts.length === 0) return undefined;
  const all = [...years, model.schoolYear];
  const widths = [9, 70, 9, ...all.map(() => 12), 14, 34];
  const sheet = draftSheet(ministryTexts.tabs.dynamics, widths);
  writeTop(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  const h = texts.headings;
  const top = sheet.row([
    ...headings([h.no, h.name, h.unit]),
    ...all.map((year): DraftCell => ({ value: year, style: 'heading', id: `dynamics:${year}` })),
    ...headings([h.byYears, h.change]),
  ]);
  const sparklines: PlanSparkline[] = [];
  const keep: [number, number][] = [[1, top]];
  for (const part of parts) {
    sheet.wide({ value: part.title, style: 'title' });
    keep.push(...writeLines(sheet, part, all, widths));
    for (const row of part.values) {
      writeRow(sheet, row, model.schoolYear);
      sparklines.push(...sparkline(row, all));
    }
  }
  return sheet.finish({
    tabColour: 'blue',
    freeze: { rows: top, columns: 2 },
    ...(sparklines.length > 0 && { sparklines }),
    print: { ...printed(context), repeatRows: [top, top], keep },
  });
}

/** Lines of the direction's shares that have a value in every year; noticeable changes first. */
function writeLines(
  sheet: SheetDraft,
  { short, values }: { readonly short: string; readonly values: readonly ValueRow[] },
  years: readonly string[],
  widths: readonly number[],
): [number, number][] {
  const rows = lasting({ years: years.slice(0, -1), rows: values, hasRegion: false }, 5);
  if (rows.length === 0) return [];
  const at = sheet.at();
  const [first, last] = [years[0]!, years[years.length - 1]!];
  sheet.chart({
    type: 'line',
    title: texts.chart(short),
    description: texts.chartDescription(rows.map(seriesName).join('; ')),
    categories: { from: `dynamics:${first}`, to: `dynamics:${last}` },
    series: rows.map((row) => ({
      name: seriesName(row),
      values: { from: valueId(row, first), to: valueId(row, last) },
    })),
    valueAxis: levelAxis(rows.flatMap((row) => [row.result.value!, ...row.past.map((p) => p.value!)])),
    legend: true,
    dataLabels: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: widths.length, toRow: at + chartRows },
  });
  sheet.gap(chartRows);
  return [[at, at + chartRows]];
}

/** The full reading: the printed words often lean on a heading that does not stand here. */
const nameOf = ({ indicator, members }: ValueRow): string =>
  [indicator.name || indicator.title, members.join(', ')].filter((part) => part !== '').join(': ');

function writeRow(sheet: SheetDraft, row: ValueRow, now: string): void {
  const { indicator, past } = row;
  sheet.row([
    text(row.isBelowTitle ? '' : indicator.no, 'unit'),
    text(nameOf(row), 'label'),
    text(indicator.unit, 'unit'),
    ...past.map(
      ({ schoolYear, value }): DraftCell => ({
        ...(value === undefined ? none() : figure(value, indicator.unit !== '%')),
        id: valueId(row, schoolYear),
      }),
    ),
    { ...valueCell(row), id: valueId(row, now) },
    { ...text('', 'unit'), id: sparkId(row) },
    trendCell(row),
  ]);
}

/** A change has no size that columns from zero could show. */
function sparkline(row: ValueRow, years: readonly string[]): PlanSparkline[] {
  const known = [row.result.value, ...row.past.map((p) => p.value)].filter((v) => v !== undefined).length;
  if (known < 2 || row.indicator.kind === 'change') return [];
  const values = { from: valueId(row, years[0]!), to: valueId(row, years[years.length - 1]!) };
  return [{ cell: sparkId(row), values }];
}
