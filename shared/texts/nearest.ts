/**
 * Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`; `limit` where there are that many or more,
 * so that words that are nothing alike are given up early.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
      if (best < least) least = best;
    }
    // a swap reaches back two rows
    if (least >= limit && leastBefore >= limit - 1) return limit;
    leastBefore = least;
    before = last;
    last = row;
  }
  return Math.min(limit, last[b.length]!);
}

/** The known word closest to what was written, or undefined if none is close enough to be meant. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const meant = written.toLowerCase();
  let found: string | undefined;
  let best = Math.max(2, Math.floor(written.length / 2)) + 1;
  for (const word of known) {
    const d = distance(meant, word.toLowerCase(), best);
    if (d < best) {
      best = d;
      found = word;
    }
  }
  return found;
}
