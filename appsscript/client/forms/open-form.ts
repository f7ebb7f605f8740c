import type { Form } from '../../../shared/catalog/types.ts';
import { type FormField, fieldsOf } from '../../../shared/form-view/fields.ts';
import type { CellRange, SheetData } from '../../../shared/parse/workbook.ts';
import type { OpenedTab } from '../../calls/form.ts';
import { server } from '../kit/server.ts';
import type { FormsBook } from './book.ts';

/** A form's tab as it stood when the form was opened. */
export interface OpenedForm {
  readonly tab: number;
  readonly sheet: SheetData;
  /** Of all periods; with what has been saved since. */
  fields: readonly FormField[];
  readonly handedIn: readonly CellRange[];
  readonly formulas: OpenedTab['formulas'];
}

/**
 * Reads the tab of a form: by its mark, else the tabs are looked through for the form's keys. Undefined where no tab has
 * them, as in a district's book by organisations.
 */
export async function openForm(book: FormsBook, form: Form): Promise<OpenedForm | undefined> {
  const name = `form/${form.code}`;
  const marked = book.tabs.get(name);
  const direct = marked === undefined ? null : await server('formTab', marked);
  const fields = direct ? fieldsOf(direct.sheet, book.catalog, form.code) : [];
  if (direct && fields.length > 0) return { ...direct, fields };
  const codes = [...book.catalog.elements.values()]
    .filter((element) => element.form === form.code)
    .flatMap((element) => [element.code, ...element.aliases]);
  const found = await server('findTab', 'keys', codes);
  if (!found) return undefined;
  book.tabs.set(name, found.tab);
  const own = fieldsOf(found.sheet, book.catalog, form.code);
  return own.length === 0 ? undefined : { ...found, fields: own };
}
