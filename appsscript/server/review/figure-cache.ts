import { fnv1a } from '../../../shared/number/fnv1a.ts';
import type { Figures } from '../../engine/main.ts';

/** Seconds: as long as a sheet full of formulas takes to be worked out. */
const seconds = 60;
/** Characters of a piece: at most three bytes each, an entry holds 100 kB. */
const pieceLength = 30_000;
const generationKey = 'figures';

/**
 * The figures of the workbook, kept for a minute so that the formulas of a sheet do not all work them out. `watched`:
 * what the cells hold that a formula refers to; once they change, the kept figures are not asked any more.
 */
export class FigureCache {
  private readonly cache = CacheService.getDocumentCache();
  private readonly key: string;

  constructor(watched: string) {
    const generation = this.cache?.get(generationKey) ?? '';
    this.key = `figures ${generation} ${watched.length} ${fnv1a(watched)}`;
  }

  get(): Figures | undefined {
    const count = Number(this.cache?.get(this.key) ?? 0);
    if (!this.cache || count === 0) return undefined;
    const keys = Array.from({ length: count }, (_, i) => `${this.key} ${i}`);
    const pieces = this.cache.getAll(keys);
    const text = keys.map((key) => pieces[key] as string | undefined);
    // the cache may forget any of them at any time
    if (text.some((piece) => piece === undefined)) return undefined;
    return JSON.parse(text.join('')) as Figures;
  }

  put(figures: Figures): void {
    const text = JSON.stringify(figures);
    const pieces: Record<string, string> = {};
    let count = 0;
    for (let at = 0; at < text.length; at += pieceLength) {
      pieces[`${this.key} ${count++}`] = text.slice(at, at + pieceLength);
    }
    this.cache?.putAll(pieces, seconds);
    this.cache?.put(this.key, String(count), seconds);
  }

  /** From now on nothing that was kept is asked. */
  static forget(): void {
    CacheService.getDocumentCache()?.put(generationKey, Date.now().toString(36), 6 * 60 * 60);
  }
}
