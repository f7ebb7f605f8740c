import { resolveConcrete } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Column, ObservationColumns } from '../indicator/columns.ts';
import { rejected } from '../indicator/status.ts';

/** A value that must not count. `element` is concrete. */
export interface Rejection {
  readonly unit: string;
  readonly element: string;
  readonly period: string;
}

/** The same observations with some values rejected; columns that no rejection touches are shared, none is changed. */
export function withRejected(
  observations: ObservationColumns,
  catalog: Catalog,
  rejections: readonly Rejection[],
): ObservationColumns {
  const byElement = new Map<string, ReadonlyMap<string, Column>>(observations.byElement);
  const copies = new Map<Column, Column>();
  for (const { unit, element, period } of rejections) {
    const old = observations.byElement.get(element)?.get(period);
    const level = resolveConcrete(catalog, element)?.element.level ?? 'organisation';
    const at = observations.units.indexOf(unit, level);
    if (!old || at === undefined) continue;
    let copy = copies.get(old);
    if (!copy) {
      copy = { ...old, status: old.status.slice() };
      copies.set(old, copy);
      byElement.set(element, new Map(byElement.get(element)).set(period, copy));
    }
    copy.status[at] = rejected;
  }
  return { ...observations, byElement };
}
