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
    for (const [key, origin] of draft.tables[table].disabled) {
      if (key !== value && !key.startsWith(`${value} | `)) continue;
      const params = { kind, value, where: catalogPlace(origin) };
      draft.faults.push({ ...place, code: 'reference.disabled', params });
      return;
    }
  }
  draft.faults.push({
    ...place,
    code: 'reference.unknown',
    params: { kind, value, near: nearest(value, [...known]) ?? '' },
  });
}
