/** Characters that all names of tabs in one request may have: servers take addresses of some 16 kB, often less. */
const longestNames = 6000;
const separator = '&ranges=';

/** Whole tabs as ranges, all in one request unless their names are too long for one address. */
export function tabRanges(names: readonly string[]): string[][] {
  const requests: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const range = `'${name.replace(/'/g, "''")}'`;
    const own = encodeURIComponent(range).length + separator.length;
    if (length + own > longestNames) {
      requests.push([]);
      length = 0;
    }
    requests[requests.length - 1]!.push(range);
    length += own;
  }
  return requests;
}
