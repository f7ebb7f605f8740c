import type { Form } from '../../../shared/catalog/types.ts';
import { draftKey, hasKept } from '../editing/draft.ts';
import type { FormsBook } from './book.ts';

/** Where the draft of a form in a period is kept; of an organisation's where a district fills it. */
export const draftOf = (
  { id }: Pick<FormsBook, 'id'>,
  { code }: Pick<Form, 'code'>,
  period: string,
  organisation?: string,
): string => draftKey(id, organisation === undefined ? code : `${code}@${organisation}`, period);

/** Whether anything of a form was typed and not saved; for an organisation only where one is named. */
export function hasDraft(book: FormsBook, form: Form, organisation?: string): boolean {
  const units = organisation === undefined ? [undefined, ...book.definitions.unit.keys()] : [organisation];
  return units.some((unit) => book.periods(form).some(({ key }) => hasKept(draftOf(book, form, key, unit))));
}
