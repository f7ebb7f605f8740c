import type { FormField } from '../../../shared/form-view/fields.ts';

/** A field by itself, outside its step. */
export const fieldName = ({ element, memberTitles }: FormField): string =>
  memberTitles.length === 0 ? element.name : `${element.name} (${memberTitles.join(', ')})`;
