import type { Column, ObservationColumns } from '../../shared/indicator/columns.ts';
import { type Amount, countElements, shareElements } from './million.ts';

/** Figures at three levels, flat: (indicator × years + year) × units of the level + unit. */
export interface LoopFigures {
  /** NaN where an organisation did not give both sides. */
  readonly organisations: Float64Array;
  readonly districts: GroupFigures;
  readonly regions: GroupFigures;
}

/** Sums of groups; `d` stays 0 for counts. */
export interface GroupFigures {
  readonly n: Float64Array;
  readonly d: Float64Array;
  readonly reported: Int32Array;
}

const groupFigures = (length: number): GroupFigures => ({
  n: new Float64Array(length),
  d: new Float64Array(length),
  reported: new Int32Array(length),
});

/**
 * The yardstick: the same sums by hand, knowing that every indicator is n ÷ d or a + b + c of whole numbers that all
 * organisations owe. No expressions, reasons, versions, exact decimals, nor rows.
 */
export function loopFigures(amount: Amount, { units, byElement }: ObservationColumns): LoopFigures {
  const { districtOf, regionOf } = units;
  const count = amount.organisations;
  const ofDistricts = units.districts.length;
  const ofRegions = units.regions.length;
  const rounds = (amount.shares + amount.counts) * amount.years.length;
  const organisations = new Float64Array(rounds * count).fill(NaN);
  const districts = groupFigures(rounds * ofDistricts);
  const regions = groupFigures(rounds * ofRegions);
  const column = (element: string, year: string): Column => byElement.get(element)!.get(year)!;
  const rise = (round: number): void => {
    for (let district = 0; district < ofDistricts; district++) {
      const from = round * ofDistricts + district;
      const to = round * ofRegions + regionOf[district]!;
      regions.n[to]! += districts.n[from]!;
      regions.d[to]! += districts.d[from]!;
      regions.reported[to]! += districts.reported[from]!;
    }
  };
  let round = 0;
  for (let i = 0; i < amount.shares; i++) {
    const [numerator, denominator] = shareElements(i);
    for (const year of amount.years) {
      const n = column(numerator, year);
      const d = column(denominator, year);
      for (let o = 0; o < count; o++) {
        if (n.status[o] !== 0 || d.status[o] !== 0) continue;
        const to = round * ofDistricts + districtOf[o]!;
        districts.n[to]! += n.values[o]!;
        districts.d[to]! += d.values[o]!;
        districts.reported[to]! += 1;
        organisations[round * count + o] = (100 * n.values[o]!) / d.values[o]!;
      }
      rise(round++);
    }
  }
  for (let i = 0; i < amount.counts; i++) {
    const [first, second, third] = countElements(i);
    for (const year of amount.years) {
      const a = column(first, year);
      const b = column(second, year);
      const c = column(third, year);
      for (let o = 0; o < count; o++) {
        if (a.status[o] !== 0 || b.status[o] !== 0 || c.status[o] !== 0) continue;
        const to = round * ofDistricts + districtOf[o]!;
        const sum = a.values[o]! + b.values[o]! + c.values[o]!;
        districts.n[to]! += sum;
        districts.reported[to]! += 1;
        organisations[round * count + o] = sum;
      }
      rise(round++);
    }
  }
  return { organisations, districts, regions };
}

type Given = { unit: string; element: string; period: string; status: string; value?: number | string };

/** The least that filling columns takes: three look-ups and two writes per observation. */
export function fillByHand(
  units: ObservationColumns['units'],
  elements: readonly string[],
  years: readonly string[],
  cells: readonly Given[],
): { readonly values: Float64Array; readonly status: Uint8Array } {
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
  return { values, status };
}
