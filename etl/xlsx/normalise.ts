import { unzipSync, type Zippable, zipSync } from 'fflate';
import { compareText } from '../../shared/number/compare-text.ts';

/** Parts of an Office package by path, without the leading slash. */
export type Parts = Map<string, Uint8Array>;

/** The parts of a package we made ourselves; for files of people use the reader, which limits inflation. */
export function unpack(bytes: Uint8Array): Parts {
  // a package lists files only; folders come from the zip library that wrote it
  return new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')));
}

/**
 * A zip whose bytes depend on nothing but the parts (contracts §8): entries sorted by path, dated 1980-01-01 00:00,
 * deflated by fflate at a fixed level. `[Content_Types].xml` thereby comes first, as Office likes it.
 */
export function pack(parts: Parts): Uint8Array {
  const entries: Zippable = {};
  // local time on purpose: zip dates have no zone, and fflate takes the local parts of the date
  const mtime = new Date(1980, 0, 1, 0, 0, 0);
  for (const path of [...parts.keys()].sort(compareText)) {
    entries[path] = [parts.get(path) as Uint8Array, { mtime, level: 6, mem: 8 }];
  }
  return zipSync(entries);
}
