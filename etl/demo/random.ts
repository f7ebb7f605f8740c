/** FNV-1a of a text: the same number for the same words on every machine. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in [0, 1) that depends on the words alone, so the order of drawing cannot matter. */
export const chance = (...words: readonly (string | number)[]): number => hash(words.join('\n')) / 2 ** 32;
