import { beginningsOf } from './beginnings.ts';
import type { Catalog, DataElement } from './types.ts';

/** Elements that were switched off: nobody asks for them any more, but workbooks handed out before still hold them. */
export type Retired = ReadonlyMap<string, DataElement>;

/** The built-in elements that the catalogue of a workspace has lost, and their old names. */
export function retiredElements(builtin: Pick<Catalog, 'elements'>, now: Pick<Catalog, 'elements'>): Retired {
  const kept = new Set([...now.elements.values()].flatMap(({ code, aliases }) => [code, ...aliases]));
  const retired = new Map<string, DataElement>();
  for (const element of builtin.elements.values()) {
    for (const code of [element.code, ...element.aliases]) if (!kept.has(code)) retired.set(code, element);
  }
  return retired;
}

/** The retired element that a concrete code named; its members are not asked about. */
export function retiredBy(retired: Retired, code: string): DataElement | undefined {
  for (const base of beginningsOf(code)) {
    const element = retired.get(base);
    if (element) return element;
  }
  return undefined;
}
