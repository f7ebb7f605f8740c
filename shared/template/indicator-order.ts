import type { Indicator } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';
import { directionTitles } from '../texts/template.ts';

const directions = Object.keys(directionTitles);

/** Compares printed numbers by their parts: 1.9 before 1.10. */
export function compareNumbers(a: string, b: string): number {
  const partsOf = (text: string): readonly string[] => text.match(/\d+|[^\d.]+/g) ?? [];
  const left = partsOf(a);
  const right = partsOf(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i], right[i]];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const both = /^\d/.test(x) && /^\d/.test(y);
    const order = both ? Number(x) - Number(y) : compareText(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

const place = (direction: string): number => {
  const at = directions.indexOf(direction);
  return at < 0 ? directions.length : at;
};

/** By direction, then printed number (those without one last), then code. */
const compareIndicators = (a: Indicator, b: Indicator): number =>
  place(a.direction) - place(b.direction) ||
  compareText(a.direction, b.direction) ||
  Number(a.no === '') - Number(b.no === '') ||
  compareNumbers(a.no, b.no) ||
  compareText(a.code, b.code);

/**
 * Indicators as printed: sorted, each followed by its children; groups without a child that is shown are left out.
 * `shown` decides on all but groups.
 */
export function printedOrder(
  all: readonly Indicator[],
  shown: (indicator: Indicator) => boolean,
): Indicator[] {
  const sorted = [...all].sort(compareIndicators);
  const codes = new Set(sorted.map((i) => i.code));
  const children = new Map<string, Indicator[]>();
  for (const indicator of sorted) {
    const parent = codes.has(indicator.parent) && indicator.parent !== indicator.code ? indicator.parent : '';
    const list = children.get(parent) ?? [];
    list.push(indicator);
    children.set(parent, list);
  }
  const visit = (indicator: Indicator): Indicator[] => {
    const below = (children.get(indicator.code) ?? []).flatMap(visit);
    const own = indicator.kind === 'group' ? below.length > 0 : shown(indicator);
    return own ? [indicator, ...below] : below;
  };
  return (children.get('') ?? []).flatMap(visit);
}
