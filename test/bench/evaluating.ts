import { evaluate } from '../../shared/indicator/evaluate.ts';
import type { ResultTable } from '../../shared/indicator/table.ts';
import type { IndicatorResult } from '../../shared/indicator/types.ts';
import type { Units } from '../../shared/indicator/units.ts';
import { interleave } from './measure.ts';
import { columnsOf, elementsOf, type Invented, indicatorsOf, invent, million } from './million.ts';
import { compared, type Section } from './report.ts';
import { fillByHand, type LoopFigures, loopFigures } from './typed-array-loop.ts';

/** The yardstick does not do the same work: its ratio would be worth nothing. */
class FiguresDiffer extends Error {
  override readonly name = 'FiguresDiffer';
}

/** Every row of the engine against the loop: values at all three levels, both sums and coverage above organisations. */
function assertSame(table: ResultTable, loop: LoopFigures, invented: Invented, units: Units): void {
  const { years } = invented;
  const indicators = new Map(indicatorsOf(invented).map((code, i) => [code, i]));
  const places = {
    organisation: new Map(units.organisations.map(({ code }, i) => [code, i])),
    district: new Map(units.districts.map(({ code }, i) => [code, i])),
    region: new Map(units.regions.map((code, i) => [code, i])),
  };
  const fail = (row: IndicatorResult): never => {
    throw new FiguresDiffer(`${row.indicator} ${row.unit} ${row.period}`);
  };
  for (const row of table.rows()) {
    const ofLevel = places[row.level];
    const round = indicators.get(row.indicator)! * years.length + years.indexOf(row.period);
    const at = round * ofLevel.size + ofLevel.get(row.unit)!;
    if (row.level === 'organisation') {
      const value = loop.organisations[at]!;
      if (row.value !== (Number.isFinite(value) ? value : undefined)) fail(row);
      continue;
    }
    const { n, d, reported } = row.level === 'district' ? loop.districts : loop.regions;
    const isCount = row.denominator === undefined;
    if (row.numerator !== n[at] || (row.denominator ?? 0) !== d[at] || row.reported !== reported[at])
      fail(row);
    if (row.value !== (isCount ? n[at] : (100 * n[at]!) / d[at]!)) fail(row);
  }
  const expected = indicators.size * years.length * (units.count + units.regions.length);
  if (table.size !== expected) throw new FiguresDiffer(`${table.size} rows instead of ${expected}`);
}

/** One million observations into indicators of organisations, districts and regions. */
export async function benchEvaluating(quick: boolean): Promise<Section> {
  const amount = quick ? { ...million, organisations: 100, districts: 4, shares: 20, counts: 2 } : million;
  const invented = invent(amount);
  const columns = columnsOf(invented);
  const { catalog, date, cells, years } = invented;
  const engine = () => evaluate({ catalog, observations: columns, date });
  assertSame(engine(), loopFigures(amount, columns), invented, columns.units);
  const elements = elementsOf(amount);
  const times = await interleave(
    {
      engine,
      loop: () => loopFigures(amount, columns),
      columns: () => columnsOf(invented),
      byHand: () => fillByHand(columns.units, elements, years, cells),
    },
    quick ? { rounds: 2, warmUp: 1 } : { rounds: 15, warmUp: 4 },
  );
  const both = (key: 'wall' | 'cpu') => ({
    product: times.engine[key].map((time, i) => time + times.columns[key][i]!),
    hand: times.loop[key].map((time, i) => time + times.byHand[key][i]!),
  });
  const wall = both('wall');
  const cpu = both('cpu');
  return {
    title: `2. ${cells.length} observations into ${amount.shares + amount.counts} indicators at three levels (totals equal)`,
    lines: [
      compared('evaluating : typed-array loop', times.engine, times.loop, 5),
      compared('filling columns : three look-ups by hand', times.columns, times.byHand),
      compared(
        'both together : both by hand',
        { wall: wall.product, cpu: cpu.product },
        { wall: wall.hand, cpu: cpu.hand },
        5,
      ),
    ],
  };
}
