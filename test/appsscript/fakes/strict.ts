/** Thrown where code uses something of Apps Script that the fakes do not imitate: better a failing test than a wrong one. */
export class NotImitated extends Error {
  override readonly name = 'NotImitated';
}

/** An object whose unknown members throw, so that a misspelt or unexpected method cannot pass for `undefined`. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
        const value = Reflect.get(target, key, receiver) as unknown;
        // a class of the fakes keeps private members, which a proxy does not have
        return typeof value === 'function' ? value.bind(target) : value;
      }
      throw new NotImitated(`${name}.${key}`);
    },
    set(_, key) {
      throw new NotImitated(`${name}.${String(key)} = …`);
    },
  });
}
