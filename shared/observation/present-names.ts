import { concreteCode, resolveConcrete } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';

/**
 * Rewrites what was read under an older catalogue: a concrete code under an old name of its element (`aliases`) becomes
 * the code in use, so that a value counts once whatever name its file gave it. Rows that need no change, and codes the
 * catalogue does not know, stay the very same objects.
 */
export function underPresentNames<T extends { readonly element?: string }>(
  catalog: Catalog,
): (rows: readonly T[]) => readonly T[] {
  if (![...catalog.elements.values()].some((element) => element.aliases.length > 0)) return (rows) => rows;
  const present = new Map<string, string>();
  const nameOf = (code: string): string => {
    let name = present.get(code);
    if (name === undefined) {
      const found = resolveConcrete(catalog, code);
      name = found ? concreteCode(found.element.code, found.members) : code;
      present.set(code, name);
    }
    return name;
  };
  return (rows) => {
    let renamed: T[] | undefined;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (row.element === undefined) continue;
      const element = nameOf(row.element);
      if (element === row.element) continue;
      renamed ??= [...rows];
      renamed[i] = { ...row, element };
    }
    return renamed ?? rows;
  };
}
