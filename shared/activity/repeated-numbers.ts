import type { Activity } from '../catalog/types.ts';

/** `<roadmap>/<no>` of printed numbers that several activities have: there the id tells them apart. */
export function repeatedNumbers(activities: readonly Activity[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  const repeated = new Set<string>();
  for (const { roadmap, no } of activities) {
    const number = `${roadmap}/${no}`;
    if (numbers.has(number)) repeated.add(number);
    numbers.add(number);
  }
  return repeated;
}
