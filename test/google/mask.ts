import { badRequest } from './errors.ts';

/** A parsed field mask: `undefined` stands for "all of it". */
export interface Mask {
  [field: string]: Mask | undefined;
}

/** Parses `a,b.c,d(e,f/g),*`. @throws ApiError 400 on a malformed mask */
export function parseMask(text: string): Mask {
  const tokens = text.match(/[\w$*-]+|[(),./]/g) ?? [];
  let at = 0;
  const bad = (): never => {
    throw badRequest(`Invalid field selection ${text}`);
  };
  const list = (): Mask => {
    const mask: Mask = {};
    for (;;) {
      const name = tokens[at++];
      if (name === undefined || !/[\w*]/.test(name)) bad();
      const inner = rest();
      const known = mask[name!];
      mask[name!] = name! in mask && (!known || !inner) ? undefined : inner && { ...known, ...inner };
      if (tokens[at] !== ',') return mask;
      at++;
    }
  };
  const path = (): Mask => {
    const name = tokens[at++];
    if (name === undefined || !/[\w*]/.test(name)) bad();
    return { [name!]: rest() };
  };
  const rest = (): Mask | undefined => {
    const next = tokens[at];
    if (next === '.' || next === '/') {
      at++;
      return path();
    }
    if (next === '(') {
      at++;
      const inner = list();
      if (tokens[at++] !== ')') bad();
      return inner;
    }
    return undefined;
  };
  const mask = list();
  if (at < tokens.length) bad();
  return mask;
}

/** The part of a value that a mask selects; lists are walked through. */
export function project(value: unknown, mask: Mask | undefined): unknown {
  if (!mask || '*' in mask || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  const result: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value))
    if (name in mask && item !== undefined) result[name] = project(item, mask[name]);
  return result;
}

/** Copies the fields named by the mask from `source` into a copy of `target`; a field absent in `source` is cleared. */
export function applyMask<T extends object>(target: T, source: object | undefined, mask: Mask): T {
  if ('*' in mask) return structuredClone(source ?? {}) as T;
  const result: Record<string, unknown> = { ...(target as Record<string, unknown>) };
  const from = (source ?? {}) as Record<string, unknown>;
  for (const [name, inner] of Object.entries(mask)) {
    const value = from[name];
    if (!inner || '*' in inner) {
      if (value === undefined || value === null) delete result[name];
      else result[name] = structuredClone(value);
      continue;
    }
    const old = result[name];
    const merged = applyMask(
      old && typeof old === 'object' ? (old as object) : {},
      value && typeof value === 'object' ? (value as object) : undefined,
      inner,
    );
    if (Object.keys(merged).length === 0) delete result[name];
    else result[name] = merged;
  }
  return result as T;
}
