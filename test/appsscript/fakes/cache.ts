import { strict } from './strict.ts';

/** Bytes of one entry, characters of a key, and seconds of its life (reference of CacheService). */
const maxValue = 100 * 1024;
const maxKey = 250;
const maxSeconds = 21_600;
/** Entries a cache holds; one more, and it keeps the 900 that expire last. */
const maxEntries = 1000;
const keptEntries = 900;

/** CacheService; `values.clear()` is Google's right at any time. `isContained`: is there a document at all? */
export function cacheService(isContained = true) {
  const values = new Map<string, string>();
  const put = (key: string, value: string, seconds = 600): void => {
    if (key.length > maxKey) throw new Error('Argument too large: key');
    if (Buffer.byteLength(value) > maxValue) throw new Error('Argument too large: value');
    if (seconds < 1 || seconds > maxSeconds) throw new Error(`Invalid argument: ${seconds}`);
    values.delete(key);
    values.set(key, value);
    if (values.size <= maxEntries) return;
    for (const old of [...values.keys()].slice(0, values.size - keptEntries)) values.delete(old);
  };
  const cache = strict('Cache', {
    get: (key: string) => values.get(key) ?? null,
    getAll: (keys: string[]) =>
      Object.fromEntries(keys.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : []))),
    put,
    putAll: (entries: Record<string, string>, seconds?: number) => {
      for (const [key, value] of Object.entries(entries)) put(key, value, seconds);
    },
    remove: (key: string) => values.delete(key),
  });
  return {
    service: strict('CacheService', {
      getDocumentCache: () => (isContained ? cache : null),
      getUserCache: () => cache,
      getScriptCache: () => cache,
    }),
    values,
  };
}
