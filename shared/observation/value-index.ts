import { compareText } from '../number/compare-text.ts';
import type { Observation } from './observation.ts';

/**
 * Numbers the values (unit × period × element) of millions of observations, in the order they come, without building a
 * key text for each: three nested maps, of which the inner two mostly stay the same from one observation to the next.
 */
export class ValueIndex {
  readonly #units = new Map<string, Map<string, Map<string, number>>>();
  readonly #elements = new Set<string>();
  #unit: string | undefined;
  #period: string | undefined;
  #periods: Map<string, Map<string, number>> = new Map();
  #slots: Map<string, number> = new Map();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the observation's value; a new one is `size` before the call. */
  slot({ unit, period, element }: Observation): number {
    if (unit !== this.#unit) {
      this.#periods = child(this.#units, unit);
      this.#unit = unit;
      this.#period = undefined;
    }
    if (period !== this.#period) {
      this.#slots = child(this.#periods, period);
      this.#period = period;
    }
    const known = this.#slots.get(element);
    if (known !== undefined) return known;
    this.#slots.set(element, this.#size);
    this.#elements.add(element);
    return this.#size++;
  }

  /** All numbers, sorted by unit, period and element in code-point order. */
  sorted(): Int32Array {
    const elements = [...this.#elements].sort(compareText);
    const position = new Map(elements.map((element, i) => [element, i]));
    const result = new Int32Array(this.#size);
    let at = 0;
    for (const [, periods] of byKey(this.#units)) {
      for (const [, slots] of byKey(periods)) {
        const positions = new Int32Array(slots.size);
        let i = 0;
        for (const element of slots.keys()) positions[i++] = position.get(element)!;
        for (const p of positions.sort()) result[at++] = slots.get(elements[p]!)!;
      }
    }
    return result;
  }
}

function child<V>(parent: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let found = parent.get(key);
  if (!found) {
    found = new Map();
    parent.set(key, found);
  }
  return found;
}

const byKey = <V>(map: Map<string, V>): [string, V][] => [...map].sort((a, b) => compareText(a[0], b[0]));
