import { combinations, concreteCode, type Members, membersBy } from '../catalog/concrete.ts';
import { inForce } from '../catalog/in-force.ts';
import type { Catalog, Indicator } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';

/** One version of one concrete indicator: `vpr.share` with its dims bound to members. */
export interface Definition {
  /** Concrete code. */
  readonly code: string;
  readonly indicator: Indicator;
  readonly members: Members;
}

/** Finds the version of an indicator that counts in a school year (evaluation.md, Versions). */
export class Definitions {
  private readonly catalog: Catalog;
  private readonly byBase = new Map<string, Indicator[]>();
  private readonly versions = new Map<string, Definition[]>();
  /** Concrete code under an old name of the indicator → the one in use. */
  private readonly renamed = new Map<string, string>();

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
    for (const combination of combinations(this.catalog, indicator.dims)) {
      const code = concreteCode(indicator.code, combination);
      for (const alias of indicator.aliases) this.renamed.set(concreteCode(alias, combination), code);
      const known = this.versions.get(code);
      const definition = { code, indicator, members: membersBy(indicator.dims, combination) };
      if (known) known.push(definition);
      else this.versions.set(code, [definition]);
    }
  }

  /** All concrete codes of any version, in code-point order. */
  codes(): string[] {
    return [...this.versions.keys()].sort(compareText);
  }

  /** The version in force of a concrete code, also under an old name. */
  at(code: string, schoolYear: string): Definition | undefined {
    const versions = this.versions.get(code) ?? this.versions.get(this.renamed.get(code) ?? '');
    return versions?.find((d) => inForce(d.indicator, schoolYear));
  }

  /** The version of a base code. */
  baseAt(base: string, schoolYear: string): Indicator | undefined {
    return this.byBase.get(base)?.find((indicator) => inForce(indicator, schoolYear));
  }

  /** Some version of a base code or of a concrete one. */
  anyOf(code: string): Indicator | undefined {
    return this.byBase.get(code)?.[0] ?? this.versions.get(code)?.[0]?.indicator;
  }
}
