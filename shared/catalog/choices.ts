import type { Catalog, RecordField } from './types.ts';

/** An answer of a list: what is stored and what people see. */
export interface Choice {
  readonly code: string;
  readonly title: string;
}

/** The answers of a field of type `list`, in printing order; `direction` is the table of directions. */
export function choicesOf(
  catalog: Pick<Catalog, 'dimensions' | 'directions'>,
  field: Pick<RecordField, 'list'>,
): Choice[] {
  const dimension = catalog.dimensions.get(field.list);
  if (dimension) return dimension.members.map(({ member, title }) => ({ code: member, title }));
  if (field.list !== 'direction') return [];
  return [...catalog.directions.values()].map(({ id, title }) => ({ code: id, title }));
}
