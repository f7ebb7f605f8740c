/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** The known word closest to what was written, or undefined if none is close enough to be meant. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  let found: string | undefined;
  let best = Math.max(2, Math.floor(written.length / 2)) + 1;
  for (const word of known) {
    const d = distance(written.toLowerCase(), word.toLowerCase());
    if (d < best) {
      best = d;
      found = word;
    }
  }
  return found;
}
