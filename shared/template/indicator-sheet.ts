import { combinations, concreteCode, type Members, membersBy, memberTitle } from '../catalog/concrete.ts';
import type { Catalog, Indicator } from '../catalog/types.ts';
import type { Formula, NumberFormat, PlanCell, PlanSheet } from '../plan/plan.ts';
import { directionTitles, templateTexts } from '../texts/template.ts';
import type { Expectation } from './expectation.ts';
import type { Figure, Figures } from './figures.ts';
import { binary, call, cell, literal } from './formula.ts';
import { NotLive } from './indicator-formula.ts';
import { printedOrder } from './indicator-order.ts';
import type { Moment } from './moment.ts';
import { Rows } from './rows.ts';

/** Fits a landscape A4 page nearly unscaled. */
const widths = [8, 44, 17, 17, 11, 10, 12, 13, 25];
const lastColumn = widths.length;

/** Id of a figure's value, e.g. for tests: `shown g.passed_share 2024/25`; the gathered year is `shown … year 2024/25`. */
export const shownId = (indicator: string, moment: string): string => `shown ${indicator} ${moment}`;

const when = (moment: Moment): string =>
  moment.kind === 'year' ? templateTexts.indicators.year : templateTexts.periodShort(moment.period);

const numberOr = (test: readonly Formula[], value: Formula): Formula => {
  const known = test.map((t) => call('ISNUMBER', t));
  return call('IF', known.length === 1 ? known[0]! : call('AND', ...known), value, literal(''));
};

/** The reason in words. */
function state(result: Formula): Formula {
  const { states } = templateTexts.indicators;
  const reasons = Object.entries(states).filter(([reason]) => reason !== 'value');
  const words = reasons.reduceRight<Formula>(
    (rest, [reason, text]) => call('IF', binary('=', result, literal(reason)), literal(text), rest),
    literal(''),
  );
  return call('IF', call('ISNUMBER', result), literal(states.value ?? ''), words);
}

/** Ratios and averages with one decimal, numbers of things as they are. */
const formatOf = (indicator: Indicator): NumberFormat =>
  indicator.kind === 'count' ? 'general' : 'decimal1';

function figureCells(id: string, indicator: Indicator, figure: Figure): PlanCell[] {
  const result = cell(figure.result);
  const cells: PlanCell[] = [
    { column: 5, id, style: 'value', format: formatOf(indicator), formula: numberOr([result], result) },
    { column: 9, style: 'text', formula: state(result) },
  ];
  const { numerator, denominator } = figure;
  const given = [numerator, denominator].filter((side) => side !== undefined).map(cell);
  cells.push(
    numerator === undefined
      ? { column: 7, style: 'value' }
      : { column: 7, style: 'value', formula: numberOr(given, cell(numerator)) },
  );
  cells.push(
    denominator === undefined
      ? { column: 8, style: 'value', ...(figure.one ? { formula: numberOr(given, literal(1)) } : {}) }
      : { column: 8, style: 'value', formula: numberOr(given, cell(denominator)) },
  );
  return cells;
}

function rowCells(indicator: Indicator, members: Members, moment: Moment, figures: Figures): PlanCell[] {
  const { indicators } = templateTexts;
  const code = concreteCode(indicator.code, [...members.values()]);
  try {
    return figureCells(shownId(code, moment.key), indicator, figures.figure(indicator, members, moment));
  } catch (error) {
    if (!(error instanceof NotLive)) throw error;
    const words = error.why === 'by_district' ? indicators.byDistrict : indicators.afterClosing;
    const empty = [5, 7, 8].map((column): PlanCell => ({ column, style: 'value' }));
    return [...empty, { column: 9, value: words, style: 'text' }];
  }
}

/** Own row for each combination of kept members and each moment; the name stands at the first of them. */
function indicatorRows(
  rows: Rows,
  catalog: Catalog,
  indicator: Indicator,
  moments: readonly Moment[],
  figures: Figures,
): void {
  const first: number = rows.next;
  for (const combination of combinations(catalog, indicator.dims)) {
    const members = membersBy(indicator.dims, combination);
    const breakdown = combination.map((m, i) => memberTitle(catalog, indicator.dims[i]!, m)).join(', ');
    for (const moment of moments) {
      const isFirst = rows.next === first;
      rows.add([
        { column: 1, style: 'unit', ...(isFirst ? { value: indicator.no } : {}) },
        { column: 2, style: 'label', ...(isFirst ? { value: indicator.name } : {}) },
        { column: 3, value: breakdown, style: 'text' },
        { column: 4, value: when(moment), style: 'text' },
        { column: 6, value: indicator.unit, style: 'unit' },
        ...rowCells(indicator, members, moment, figures),
      ]);
    }
  }
  for (const column of [1, 2]) rows.merge(first, column, rows.next - 1, column);
}

/** «Мои показатели»: the unit's own indicators as live formulas. Undefined where it has none. */
export function indicatorSheet(
  name: string,
  catalog: Catalog,
  schoolYear: string,
  unitName: string,
  expectation: Expectation,
  figures: Figures,
): { readonly sheet: PlanSheet; readonly indicators: readonly Indicator[] } | undefined {
  const { indicators: texts } = templateTexts;
  const valid = catalog.indicators.filter((i) => expectation.definition(i.code, schoolYear) === i);
  const printed = printedOrder(valid, (indicator) => expectation.moments(indicator).length > 0);
  if (printed.length === 0) return undefined;
  const rows = new Rows();
  rows.wide({ column: 1, value: texts.title, style: 'title' }, lastColumn);
  rows.wide(
    { column: 1, value: `${unitName} · ${templateTexts.entry.year(schoolYear)}`, style: 'subtitle' },
    lastColumn,
  );
  rows.wide({ column: 1, value: texts.subtitle, style: 'help' }, lastColumn);
  rows.wide({ column: 1, value: texts.preliminary, style: 'help' }, lastColumn);
  const heading = rows.add(
    texts.columns.map((value, i): PlanCell => ({ column: i + 1, value, style: 'heading' })),
  );
  let direction = '';
  for (const indicator of printed) {
    if (indicator.direction !== direction) {
      direction = indicator.direction;
      rows.wide({ column: 1, value: directionTitles[direction] ?? direction, style: 'section' }, lastColumn);
    }
    if (indicator.kind === 'group') {
      const row = rows.add([
        { column: 1, value: indicator.no, style: 'unit' },
        { column: 2, value: indicator.name, style: 'heading' },
      ]);
      rows.merge(row, 2, row, lastColumn);
    } else indicatorRows(rows, catalog, indicator, expectation.moments(indicator), figures);
  }
  const sheet: PlanSheet = {
    key: 'indicators',
    name,
    tabColour: 'violet',
    protect: true,
    columns: widths.map((width) => ({ width })),
    rows: rows.rows,
    merges: rows.merges,
    freeze: { rows: heading, columns: 2 },
    print: {
      orientation: 'landscape',
      repeatRows: [heading, heading],
      fitWidth: true,
      footer: `${unitName}. ${schoolYear}`,
    },
  };
  return { sheet, indicators: printed };
}
