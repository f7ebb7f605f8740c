import { evaluate } from '../../shared/indicator/evaluate.ts';
import type { ResultTable } from '../../shared/indicator/table.ts';
import type { IndicatorResult } from '../../shared/indicator/types.ts';
import type { Units } from '../../shared/indicator/units.ts';
import { interleave, type Timing } from './measure.ts';
import {
  columnsOf,
  elementsOf,
  type Invented,
  indicatorsOf,
  invent,
  inventCells,
  million,
} from './million.ts';
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
  const { catalog, date, years } = invented;
  const rounds = quick ? { rounds: 2, warmUp: 100, atLeast: 20 } : { rounds: 15, warmUp: 3000, atLeast: 300 };
  const columns = columnsOf(invented, inventCells(amount));
  const engine = () => evaluate({ catalog, observations: columns, date });
  assertSame(engine(), loopFigures(amount, columns), invented, columns.units);
  // before there are a million objects in memory for the garbage collector to walk over
  const evaluating = await interleave({ engine, loop: () => loopFigures(amount, columns) }, rounds);

  const cells = inventCells(amount);
  const elements = elementsOf(amount);
  const filling = await interleave(
    {
      product: () => columnsOf(invented, cells),
      hand: () => fillByHand(columns.units, elements, years, cells),
    },
    rounds,
  );
  const sum = (a: Timing, b: Timing): Timing => ({
    wall: a.wall.map((time, i) => time + b.wall[i]!),
    cpu: a.cpu.map((time, i) => time + b.cpu[i]!),
  });
  const whole = sum(evaluating.engine, filling.product);
  const byHand = sum(evaluating.loop, filling.hand);
  return {
    title: `2. ${cells.length} observations into ${amount.shares + amount.counts} indicators at three levels (totals equal)`,
    lines: [
      compared('columns into indicators : typed-array loop', evaluating.engine, evaluating.loop, 5),
      compared('observations into columns : three look-ups by hand', filling.product, filling.hand),
      compared('observations into indicators : both by hand', whole, byHand, 5),
    ],
  };
}
