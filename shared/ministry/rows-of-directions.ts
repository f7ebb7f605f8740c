import type { Catalog } from '../catalog/types.ts';
import type { IndicatorTable } from '../summary/indicator-rows.ts';
import { rowsByDirection } from '../summary/sections.ts';

export interface DirectionRows {
  readonly direction: string;
  readonly title: string;
  readonly mechanism: string;
  readonly short: string;
  readonly rows: IndicatorTable['rows'];
}

/** The rows of the table by canonical direction, each direction once: documents number and order them differently. */
export function rowsOfDirections(
  { directions }: Pick<Catalog, 'directions'>,
  table: Pick<IndicatorTable, 'rows'>,
): DirectionRows[] {
  const found = new Map<string, IndicatorTable['rows'][number][]>();
  for (const { direction, rows } of rowsByDirection(table.rows))
    found.set(direction, [...(found.get(direction) ?? []), ...rows]);
  const order = [...directions.keys()];
  const place = (id: string): number => (directions.has(id) ? order.indexOf(id) : order.length);
  return [...found]
    .filter(([, rows]) => rows.some((row) => row.type === 'value'))
    .sort(([a], [b]) => place(a) - place(b))
    .map(([direction, rows]) => {
      const known = directions.get(direction);
      const title = known?.title ?? direction;
      return { direction, rows, title, mechanism: known?.mechanism ?? '', short: known?.short || title };
    });
}
