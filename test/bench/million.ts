import type { Catalog } from '../../shared/catalog/types.ts';
import { type Cell, ColumnsBuilder, type ObservationColumns } from '../../shared/indicator/columns.ts';
import type { Register } from '../../shared/register/register.ts';
import { smallCatalog } from '../fixtures/small-catalog.ts';
import { district, organisation, register } from '../fixtures/small-register.ts';
import { seeded } from './random.ts';

/** How much there is: organisations × elements × school years. */
export interface Amount {
  readonly organisations: number;
  readonly districts: number;
  /** Indicators n ÷ d. */
  readonly shares: number;
  /** Indicators a + b + c. */
  readonly counts: number;
  readonly years: readonly string[];
}

/** A million: 1,000 organisations × 250 elements × 4 years into 120 indicators. */
export const million: Amount = {
  organisations: 1000,
  districts: 40,
  shares: 110,
  counts: 10,
  years: ['2021/22', '2022/23', '2023/24', '2024/25'],
};

export interface Invented extends Amount {
  readonly catalog: Catalog;
  readonly register: Register;
  readonly date: string;
}

const code = (letter: string, i: number): string => `${letter}${String(i).padStart(4, '0')}`;

/** Numerator and denominator elements of a share, the three of a count, in the order of `elementsOf`. */
export const shareElements = (i: number): readonly [string, string] => [`share.n${i}`, `share.d${i}`];
export const countElements = (i: number): readonly [string, string, string] => [
  `count.a${i}`,
  `count.b${i}`,
  `count.c${i}`,
];

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

export const elementsOf = (amount: Amount): string[] => [
  ...range(amount.shares).flatMap(shareElements),
  ...range(amount.counts).flatMap(countElements),
];

/** Codes in the order in which the yardstick goes through them. */
export const indicatorsOf = (amount: Amount): string[] => [
  ...range(amount.shares).map((i) => code('s', i)),
  ...range(amount.counts).map((i) => code('c', i)),
];

/** Whole numbers, one in twenty missing, so that pairs really have to be matched; organisation by organisation. */
export function inventCells(amount: Amount): Cell[] {
  const elements = elementsOf(amount);
  const random = seeded(7);
  const cells: Cell[] = [];
  for (const unit of organisationsOf(amount)) {
    for (const period of amount.years) {
      for (const element of elements) {
        const isGiven = random(20) > 0;
        cells.push(
          isGiven
            ? { unit, element, period, status: 'value', value: random(500) }
            : { unit, element, period, status: 'not_reported' },
        );
      }
    }
  }
  return cells;
}

const organisationsOf = (amount: Amount): string[] => range(amount.organisations).map((i) => code('o', i));

/** Register and catalogue of that many units, elements and indicators. */
export function invent(amount: Amount): Invented {
  const elements = elementsOf(amount);
  const perDistrict = Math.ceil(amount.organisations / amount.districts);
  return {
    ...amount,
    date: '2025-08-31',
    register: register(
      organisationsOf(amount).map((o, i) =>
        organisation(o, { district: code('d', Math.floor(i / perDistrict)) }),
      ),
      range(amount.districts).map((i) => district(code('d', i), { region: i % 2 === 0 ? 'r0' : 'r1' })),
    ),
    catalog: smallCatalog({
      elements: Object.fromEntries(elements.map((element) => [element, {}])),
      indicators: [
        ...range(amount.shares).map((i) => {
          const [numerator, denominator] = shareElements(i);
          return { code: code('s', i), kind: 'share' as const, numerator, denominator };
        }),
        ...range(amount.counts).map((i) => ({
          code: code('c', i),
          kind: 'count' as const,
          numerator: countElements(i).join(' + '),
        })),
      ],
    }),
  };
}

export function columnsOf({ register, catalog }: Invented, cells: readonly Cell[]): ObservationColumns {
  const builder = new ColumnsBuilder(register, catalog);
  for (const cell of cells) builder.add(cell);
  return builder.build();
}
