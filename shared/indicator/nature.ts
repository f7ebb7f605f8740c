import { elementRead } from '../catalog/concrete.ts';
import type { Catalog, CollectionLevel, Indicator } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { inputsOf } from '../expression/inputs.ts';
import type { Frequency } from '../period/period.ts';
import type { Definitions } from './definitions.ts';

/** Where an indicator's inputs are reported, and how often. `mixed` = one side organisations, the other the district. */
export interface Nature {
  readonly numerator: CollectionLevel | undefined;
  readonly denominator: CollectionLevel | undefined;
  readonly unit: CollectionLevel | 'mixed' | undefined;
  readonly frequency: Frequency | undefined;
}

/** Thrown for a definition that leans on itself; the catalogue's loader refuses it beforehand. */
export class CycleError extends Error {
  override readonly name = 'CycleError';
}

/** The denominator that counts: `count` and `presence` have none of their own (contracts §1). */
export const denominatorOf = (indicator: Indicator): Expression | undefined =>
  indicator.kind === 'count' || indicator.kind === 'presence' ? undefined : indicator.denominator;

interface Trait {
  readonly level: CollectionLevel;
  readonly frequency: Frequency | undefined;
}

/** Finds levels and frequencies of indicators through all that they are made of. */
export class Natures {
  private readonly catalog: Catalog;
  private readonly definitions: Definitions;
  private readonly known = new Map<Indicator, Nature>();
  private readonly open = new Set<Indicator>();

  constructor(catalog: Catalog, definitions: Definitions) {
    this.catalog = catalog;
    this.definitions = definitions;
  }

  of(indicator: Indicator): Nature {
    const known = this.known.get(indicator);
    if (known) return known;
    if (this.open.has(indicator)) throw new CycleError(indicator.code);
    this.open.add(indicator);
    const { validFrom, validTo } = indicator;
    const years = [validFrom, validTo].filter((y) => y !== '');
    const n = indicator.numerator && this.side(indicator.numerator, years);
    const denominator = denominatorOf(indicator);
    const d = denominator && this.side(denominator, years);
    const mixed = n && d && n.level !== d.level;
    const nature: Nature = {
      numerator: n?.level,
      denominator: d?.level,
      unit: mixed ? 'mixed' : (n ?? d)?.level,
      frequency: (n ?? d)?.frequency,
    };
    this.open.delete(indicator);
    this.known.set(indicator, nature);
    return nature;
  }

  private side(expression: Expression, years: readonly string[]): Trait | undefined {
    const traits: Trait[] = [];
    for (const code of inputsOf(expression)) {
      const trait = this.input(code, years);
      if (trait) traits.push(trait);
    }
    // a side that mixes levels is refused by the loader; should one come, it meets at the district
    return traits.find((t) => t.level === 'district') ?? traits[0];
  }

  private input(code: string, years: readonly string[]): Trait | undefined {
    const element = elementRead(this.catalog, code)?.element;
    if (element) {
      return { level: element.level, frequency: this.catalog.forms.get(element.form)?.frequency };
    }
    const same = years.map((year) => this.definitions.baseAt(code, year)).find((i) => i !== undefined);
    const indicator = same ?? this.definitions.anyOf(code);
    if (!indicator) return undefined;
    const { unit, frequency } = this.of(indicator);
    return unit && { level: unit === 'mixed' ? 'district' : unit, frequency };
  }
}
