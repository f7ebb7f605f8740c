/**
 * What the page keeps in the browser. Some browsers refuse storage to pages inside others: then nothing is kept, and
 * nothing breaks.
 */
export const storage = {
  get(key: string): unknown {
    try {
      const text = localStorage.getItem(key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  },
  set(key: string, value: unknown): void {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {}
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {}
  },
} as const;
