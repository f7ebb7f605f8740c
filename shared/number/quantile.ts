/**
 * A quantile by linear interpolation (Hyndman & Fan 1996, type 7: `QUARTILE.INC` of spreadsheets) of `count` > 0 values, the
 * n-th smallest by `at(n)` from 0. A share of 0.5 is the median: of an even number the middle of the two in the middle.
 */
export function quantile(count: number, at: (index: number) => number, share: number): number {
  const place = (count - 1) * share;
  const below = Math.floor(place);
  const low = at(below);
  return below + 1 < count ? low + (place - below) * (at(below + 1) - low) : low;
}
