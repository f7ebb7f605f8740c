import { valueError } from './google-error.ts';

/**
 * Refuses what JSON would silently turn into null (and Google into "leave the old cell"): NaN, Infinity, undefined in a
 * list; and what is no data at all. A property that is undefined is left out of JSON and allowed. Throws GoogleError
 * `value` that names the place.
 */
export function checkSendable(value: unknown, where = ''): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw valueError(where, String(value));
  } else if (Array.isArray(value)) {
    // by index: holes count as undefined
    for (let i = 0; i < value.length; i++) {
      const at = `${where}[${i}]`;
      if (value[i] === undefined) throw valueError(at, 'undefined');
      checkSendable(value[i], at);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      checkSendable((value as Record<string, unknown>)[key], where === '' ? key : `${where}.${key}`);
    }
  } else if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') {
    throw valueError(where, typeof value);
  }
}

/**
 * The same API object whose methods check their parameters first: the client copies them before it sends, and its copy
 * drops undefined at the end of a list.
 */
export function checkedApi<T extends object>(api: T): T {
  const seen = new WeakMap<object, object>();
  const wrap = <O extends object>(target: O): O => {
    const known = seen.get(target);
    if (known) return known as O;
    // the library freezes its objects, and a proxy may not answer for a frozen property otherwise
    const proxy = new Proxy(Object.create(target) as O, {
      get(_, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member === 'function') {
          return (...args: unknown[]) => {
            const { auth: _auth, media: _media, ...params } = (args[0] ?? {}) as Record<string, unknown>;
            checkSendable(params);
            return Reflect.apply(member, target, args);
          };
        }
        return typeof member === 'object' && member !== null && name !== 'context' ? wrap(member) : member;
      },
    });
    seen.set(target, proxy);
    return proxy;
  };
  return wrap(api);
}
