import type { Form } from '../../../shared/catalog/types.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import type { FormOrganisation } from '../../../shared/form-view/organisations.ts';
import type { Period } from '../../../shared/period/period.ts';
import type { FormsBook } from './book.ts';
import { draftOf } from './drafts.ts';
import type { OpenedForm } from './open-form.ts';

/** A form as it is filled in for one unit: the workbook's own, or an organisation of the district. */
export interface Task {
  readonly book: FormsBook;
  readonly form: Form;
  readonly opened: OpenedForm;
  readonly organisation?: FormOrganisation;
}

/** Where the fields are kept, with what has been saved since the form was opened. */
export const ownerOf = ({ opened, organisation }: Task): { fields: readonly FormField[] } =>
  organisation ?? opened;

/** Where the draft is kept. */
export const draftKeyOf = ({ book, form, organisation }: Task, { key }: Period): string =>
  draftOf(book, form, key, organisation?.code);
