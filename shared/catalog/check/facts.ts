import type { Draft } from '../draft.ts';
import { overlap } from '../in-force.ts';
import type { Reference } from '../references.ts';
import type { CollectionLevel, Indicator } from '../types.ts';
import type { Side } from './sides.ts';

/** What an input is made of, through nested indicators down to the elements. */
export interface Facts {
  readonly frequencies: ReadonlySet<string>;
  readonly levels: ReadonlySet<CollectionLevel>;
}

/** Gathers the facts of inputs; a cycle is walked once (it is reported on its own). */
export class FactFinder {
  private readonly draft: Draft;
  private readonly sides: ReadonlyMap<Indicator, readonly Side[]>;
  private readonly known = new Map<Indicator, Facts>();

  constructor(draft: Draft, sides: ReadonlyMap<Indicator, readonly Side[]>) {
    this.draft = draft;
    this.sides = sides;
  }

  /**
   * `from`: the version that uses the input, so that only versions holding at the same time count. Where none does, it
   * is still an input of its level and frequency, only without a definition then.
   */
  ofInput(input: Reference, from: Indicator | undefined): Facts {
    if (input.type === 'element') {
      const form = this.draft.catalog.forms.get(input.element.form);
      return {
        frequencies: new Set(form === undefined ? [] : [form.frequency]),
        levels: new Set([input.element.level]),
      };
    }
    const alongside = input.versions.filter((version) => from === undefined || overlap(version, from));
    const versions = alongside.length > 0 ? alongside : input.versions;
    return union(versions.map((version) => this.ofIndicator(version)));
  }

  private ofIndicator(indicator: Indicator): Facts {
    const before = this.known.get(indicator);
    if (before !== undefined) return before;
    this.known.set(indicator, union([]));
    const inputs = (this.sides.get(indicator) ?? []).flatMap((side) => side.inputs);
    const facts = union(inputs.map((input) => this.ofInput(input, indicator)));
    this.known.set(indicator, facts);
    return facts;
  }
}

const union = (all: readonly Facts[]): Facts => ({
  frequencies: new Set(all.flatMap((facts) => [...facts.frequencies])),
  levels: new Set(all.flatMap((facts) => [...facts.levels])),
});
