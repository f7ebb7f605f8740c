import { catalogPlace } from '../../texts/catalog.ts';
import { nearest } from '../../texts/nearest.ts';
import type { Draft } from '../draft.ts';
import type { TableKind } from '../table-kinds.ts';
import type { Origin } from '../types.ts';

/** What kind of thing a name should have named; shared/texts/catalog.ts has the Russian words. */
export type NamedKind =
  | 'form'
  | 'dimension'
  | 'member'
  | 'direction'
  | 'parent'
  | 'element'
  | 'indicator'
  | 'input'
  | 'column'
  | 'roadmap'
  | 'activity'
  | 'record';

/**
 * Adds the fault that a name names nothing: with the row that removed it, else with the nearest known name.
 * `kinds`: the tables where the name could have stood.
 */
export function addUnknown(
  draft: Draft,
  at: { readonly origin: Origin; readonly column: string },
  kind: NamedKind,
  value: string,
  known: Iterable<string>,
  kinds: readonly TableKind[] = [],
): void {
  const place = { file: at.origin.file, line: at.origin.line, column: at.column };
  for (const table of kinds) {
    const origin = removed(draft.tables[table].disabled).get(value);
    if (origin === undefined) continue;
    const params = { kind, value, where: catalogPlace(origin) };
    draft.faults.push({ ...place, code: 'reference.disabled', params });
    return;
  }
  // looked for when it is read: of the many built-in rows that a short catalogue leaves out nobody asks
  let near: string | undefined;
  const params = {
    kind,
    value,
    get near(): string {
      near ??= nearest(value, [...known]) ?? '';
      return near;
    },
  };
  draft.faults.push({ ...place, code: 'reference.unknown', params });
}

const indexes = new WeakMap<ReadonlyMap<string, Origin>, Map<string, Origin>>();

/** Rows that were removed, by their key and by its beginnings: of `code | version` also by the code. */
function removed(disabled: ReadonlyMap<string, Origin>): ReadonlyMap<string, Origin> {
  const known = indexes.get(disabled);
  if (known !== undefined) return known;
  const index = new Map<string, Origin>();
  for (const [key, origin] of disabled) {
    const parts = key.split(' | ');
    for (let n = 1; n <= parts.length; n++) {
      const name = parts.slice(0, n).join(' | ');
      if (!index.has(name)) index.set(name, origin);
    }
  }
  indexes.set(disabled, index);
  return index;
}
