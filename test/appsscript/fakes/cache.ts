import { strict } from './strict.ts';

/** Bytes of one entry (quota of CacheService). */
const maxValue = 100 * 1024;

/** CacheService without forgetting; `values.clear()` is Google's right at any time. */
export function cacheService() {
  const values = new Map<string, string>();
  const put = (key: string, value: string): void => {
    if (key.length > 250) throw new Error('Argument too large: key');
    if (Buffer.byteLength(value) > maxValue) throw new Error('Argument too large: value');
    values.set(key, value);
  };
  const cache = strict('Cache', {
    get: (key: string) => values.get(key) ?? null,
    getAll: (keys: string[]) =>
      Object.fromEntries(keys.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : []))),
    put: (key: string, value: string, _seconds?: number) => put(key, value),
    putAll: (entries: Record<string, string>, _seconds?: number) => {
      for (const [key, value] of Object.entries(entries)) put(key, value);
    },
    remove: (key: string) => values.delete(key),
  });
  return {
    service: strict('CacheService', {
      getDocumentCache: () => cache,
      getUserCache: () => cache,
      getScriptCache: () => cache,
    }),
    values,
  };
}
