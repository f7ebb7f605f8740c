import type { Column, ObservationColumns } from '../../shared/indicator/columns.ts';
import { type Amount, countElements, shareElements } from './million.ts';

/** Sums of one indicator in one year at one level; the value stands beside them. */
interface Level {
  readonly n: Float64Array;
  readonly d: Float64Array;
  readonly value: Float64Array;
  readonly reported: Int32Array;
}

/** Figures of every indicator and year, level by level: what `evaluate` must agree with. */
export interface LoopFigures {
  readonly organisations: readonly Level[];
  readonly districts: readonly Level[];
  readonly regions: readonly Level[];
}

const level = (length: number): Level => ({
  n: new Float64Array(length),
  d: new Float64Array(length),
  value: new Float64Array(length),
  reported: new Int32Array(length),
});

function addInto(from: Level, group: Int32Array, into: Level, factor: number): void {
  for (let i = 0; i < from.n.length; i++) {
    const g = group[i]!;
    into.n[g]! += from.n[i]!;
    into.d[g]! += from.d[i]!;
    into.reported[g]! += from.reported[i]!;
  }
  for (let g = 0; g < into.n.length; g++) into.value[g] = (factor * into.n[g]!) / into.d[g]!;
}

/**
 * The yardstick: the same sums by hand, knowing that every indicator is n ÷ d or a + b + c of whole numbers that all
 * organisations owe. No expressions, reasons, versions or exact decimals.
 */
export function loopFigures(amount: Amount, columns: ObservationColumns): LoopFigures {
  const { districtOf, regionOf, districts, regions } = columns.units;
  const figures = { organisations: [] as Level[], districts: [] as Level[], regions: [] as Level[] };
  const count = amount.organisations;
  const column = (element: string, year: string): Column => columns.byElement.get(element)!.get(year)!;
  const rise = (own: Level, factor: number): void => {
    const district = level(districts.length);
    const region = level(regions.length);
    addInto(own, districtOf, district, factor);
    addInto(district, regionOf, region, factor);
    figures.organisations.push(own);
    figures.districts.push(district);
    figures.regions.push(region);
  };
  for (let i = 0; i < amount.shares; i++) {
    const [numerator, denominator] = shareElements(i);
    for (const year of amount.years) {
      const n = column(numerator, year);
      const d = column(denominator, year);
      const own = level(count);
      for (let o = 0; o < count; o++) {
        if (n.status[o] !== 0 || d.status[o] !== 0) continue;
        own.n[o] = n.values[o]!;
        own.d[o] = d.values[o]!;
        own.value[o] = (100 * n.values[o]!) / d.values[o]!;
        own.reported[o] = 1;
      }
      rise(own, 100);
    }
  }
  for (let i = 0; i < amount.counts; i++) {
    const [first, second, third] = countElements(i);
    for (const year of amount.years) {
      const a = column(first!, year);
      const b = column(second!, year);
      const c = column(third!, year);
      const own = level(count);
      for (let o = 0; o < count; o++) {
        if (a.status[o] !== 0 || b.status[o] !== 0 || c.status[o] !== 0) continue;
        own.n[o] = a.values[o]! + b.values[o]! + c.values[o]!;
        own.d[o] = 1;
        own.value[o] = own.n[o]!;
        own.reported[o] = 1;
      }
      rise(own, 1);
      // a count has no average: its value is the sum
      for (const group of [figures.districts.at(-1)!, figures.regions.at(-1)!]) group.value.set(group.n);
    }
  }
  return figures;
}

/** The least that filling columns takes: three look-ups and two writes per observation. */
export function fillByHand(
  units: ObservationColumns['units'],
  elements: readonly string[],
  years: readonly string[],
  cells: readonly { unit: string; element: string; period: string; status: string; value?: number | string }[],
): Float64Array {
  const unitAt = new Map(units.organisations.map((o, i) => [o.code, i]));
  const elementAt = new Map(elements.map((element, i) => [element, i]));
  const yearAt = new Map(years.map((year, i) => [year, i]));
  const values = new Float64Array(units.count * elements.length * years.length);
  const status = new Uint8Array(values.length).fill(2);
  for (const cell of cells) {
    const column = elementAt.get(cell.element)! * years.length + yearAt.get(cell.period)!;
    const at = column * units.count + unitAt.get(cell.unit)!;
    if (typeof cell.value === 'number') values[at] = cell.value;
    status[at] = cell.status === 'value' ? 0 : 2;
  }
  return values;
}
