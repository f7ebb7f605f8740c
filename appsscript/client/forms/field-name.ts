import type { FormField } from '../../../shared/form-view/fields.ts';

/** A field by itself, outside its step. */
export const fieldName = ({ element, memberTitles }: Pick<FormField, 'element' | 'memberTitles'>): string =>
  memberTitles.length === 0 ? element.name : `${element.name} (${memberTitles.join(', ')})`;
