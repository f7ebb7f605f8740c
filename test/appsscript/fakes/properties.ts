import { strict } from './strict.ts';

/** Bytes a property may hold, and all of a store together (quotas of Apps Script). */
const maxValue = 9 * 1024;
const maxStore = 500 * 1024;

export function propertiesStore(values = new Map<string, string>()) {
  const store: object = strict('Properties', {
    getProperty: (key: string) => values.get(key) ?? null,
    setProperty: (key: string, value: string) => {
      if (Buffer.byteLength(value) > maxValue) throw new Error('Argument too large: value');
      values.set(key, String(value));
      let all = 0;
      for (const [k, v] of values) all += Buffer.byteLength(k) + Buffer.byteLength(v);
      if (all > maxStore) throw new Error('You have exceeded the property storage quota.');
      return store;
    },
    deleteProperty: (key: string) => {
      values.delete(key);
      return store;
    },
    getKeys: () => [...values.keys()],
  });
  return { store, values };
}

/** `isContained`: is there a document at all? */
export function propertiesService(isContained = true) {
  const [document, user, script] = [propertiesStore(), propertiesStore(), propertiesStore()];
  return {
    service: strict('PropertiesService', {
      getDocumentProperties: () => (isContained ? document.store : null),
      getUserProperties: () => user.store,
      getScriptProperties: () => script.store,
    }),
    document: document.values,
    user: user.values,
    script: script.values,
  };
}
