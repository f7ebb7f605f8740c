import type { Catalog, Indicator } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';
import { combinations, concreteCode, type Members } from './concrete.ts';

/** One version of one concrete indicator: `vpr.share` with its dims bound to members. */
export interface Definition {
  /** Concrete code. */
  readonly code: string;
  readonly indicator: Indicator;
  readonly members: Members;
}

const holds = (indicator: Indicator, schoolYear: string): boolean =>
  (indicator.validFrom === '' || indicator.validFrom <= schoolYear) &&
  (indicator.validTo === '' || indicator.validTo >= schoolYear);

/** Finds the version of an indicator that counts in a school year (evaluation.md, Versions). */
export class Definitions {
  private readonly catalog: Catalog;
  private readonly byBase = new Map<string, Indicator[]>();
  private readonly versions = new Map<string, Definition[]>();

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    for (const indicator of catalog.indicators) {
      if (indicator.kind === 'group') continue;
      const versions = this.byBase.get(indicator.code);
      if (versions) versions.push(indicator);
      else this.byBase.set(indicator.code, [indicator]);
    }
    // should versions overlap, the youngest counts: never the order of rows
    for (const versions of this.byBase.values())
      versions.sort((a, b) => compareText(b.validFrom, a.validFrom));
    for (const versions of this.byBase.values()) for (const v of versions) this.spread(v);
  }

  private spread(indicator: Indicator): void {
    for (const members of combinations(indicator.dims, this.catalog.dimensions)) {
      const code = concreteCode(indicator.code, indicator.dims, members);
      const known = this.versions.get(code);
      const definition = { code, indicator, members };
      if (known) known.push(definition);
      else this.versions.set(code, [definition]);
    }
  }

  /** All concrete codes of any version, in code-point order. */
  codes(): string[] {
    return [...this.versions.keys()].sort(compareText);
  }

  at(code: string, schoolYear: string): Definition | undefined {
    return this.versions.get(code)?.find((d) => holds(d.indicator, schoolYear));
  }

  /** The version of a base code. */
  baseAt(base: string, schoolYear: string): Indicator | undefined {
    return this.byBase.get(base)?.find((indicator) => holds(indicator, schoolYear));
  }

  /** Some version of a base code or of a concrete one. */
  anyOf(code: string): Indicator | undefined {
    return this.byBase.get(code)?.[0] ?? this.versions.get(code)?.[0]?.indicator;
  }
}
