import { criterionItems } from '../criteria/criterion-item.ts';
import { clippedTitle } from '../criteria/criterion-title.ts';
import type { Catalog, RecordField } from './types.ts';

/** An answer of a list: what is stored and what people see. */
export interface Choice {
  readonly code: string;
  readonly title: string;
}

/** Lists whose answers are tables of their own, not members of a dimension. */
export const tableLists = ['direction', 'criterion'] as const;

/**
 * The answers of a field of type `list`, in printing order: members of a dimension, `direction` for the table of
 * directions, `criterion` for the criteria of organisations.
 */
export function choicesOf(
  catalog: Pick<Catalog, 'dimensions' | 'directions' | 'criteria'>,
  field: Pick<RecordField, 'list'>,
): Choice[] {
  const dimension = catalog.dimensions.get(field.list);
  if (dimension) return dimension.members.map(({ member, title }) => ({ code: member, title }));
  if (field.list === 'criterion')
    return criterionItems(catalog.criteria)
      .filter(({ criterion }) => criterion.level === 'organisation')
      .map((item) => ({ code: item.key, title: clippedTitle(catalog, item) }));
  if (field.list !== 'direction') return [];
  return [...catalog.directions.values()].map(({ id, title }) => ({ code: id, title }));
}
