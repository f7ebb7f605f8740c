import type { Catalog, ReferenceLevel, ReferenceValue } from '../catalog/types.ts';
import { parsePeriod } from '../period/period.ts';

/** Published figures that stand beside one of ours. */
export type References = Readonly<Partial<Record<ReferenceLevel, ReferenceValue>>>;

/**
 * For an indicator and period the published value of the country and of the region: of that very period, else the
 * latest earlier one of the same kind of period (of the same part of the year for stages and quarters).
 */
export class ReferenceRegister {
  private readonly rows = new Map<string, ReferenceValue[]>();

  constructor({ reference }: Pick<Catalog, 'reference'>) {
    for (const row of reference) {
      const key = `${row.indicator}\n${row.level}\n${row.region}`;
      this.rows.set(key, [...(this.rows.get(key) ?? []), row]);
    }
  }

  at(indicator: string, period: string, region: string): References {
    const country = this.latest(`${indicator}\ncountry\n`, period);
    const own = region === '' ? undefined : this.latest(`${indicator}\nregion\n${region}`, period);
    return { ...(country && { country }), ...(own && { region: own }) };
  }

  private latest(key: string, period: string): ReferenceValue | undefined {
    const asked = parsePeriod(period);
    if (asked === undefined) return undefined;
    let found: ReferenceValue | undefined;
    let day = '';
    for (const row of this.rows.get(key) ?? []) {
      const own = parsePeriod(row.period)!;
      if (own.frequency !== asked.frequency || partOf(row.period) !== partOf(period)) continue;
      if (own.first > asked.first || own.first < day) continue;
      found = row;
      day = own.first;
    }
    return found;
  }
}

/** `2024/25:start` → `start`, `2025-Q1` → `Q1`; empty for whole years. */
const partOf = (period: string): string => /[:-](.+)$/.exec(period)?.[1] ?? '';
