import { concreteCodes } from '../../../shared/catalog/concrete.ts';
import type { Form } from '../../../shared/catalog/types.ts';
import { type FormField, fieldsOf } from '../../../shared/form-view/fields.ts';
import { type FormOrganisation, organisationsOf } from '../../../shared/form-view/organisations.ts';
import type { Cell } from '../../../shared/indicator/columns.ts';
import { earlierOfOrganisations } from '../../../shared/review/earlier-of-organisations.ts';
import type { OpenedTab } from '../../calls/form.ts';
import { server } from '../kit/server.ts';
import type { FormsBook } from './book.ts';

/** A form's tab as it stood when the form was opened. */
export interface OpenedForm extends OpenedTab {
  /** The workbook's own, of all periods, with what has been saved since; none where rows are organisations. */
  fields: readonly FormField[];
  readonly organisations: readonly FormOrganisation[];
  /** What these had in the school year before. */
  readonly earlier: readonly Cell[];
}

/**
 * Reads the tab of a form: by its mark, else the tabs are looked through for the form's keys. Undefined where no tab has
 * them.
 */
export async function openForm(book: FormsBook, form: Form): Promise<OpenedForm | undefined> {
  const name = `form/${form.code}`;
  const marked = book.tabs.get(name);
  const direct = marked === undefined ? undefined : opened(book, form, await server('formTab', marked));
  if (direct) return direct;
  const codes = [...book.catalog.elements.values()]
    .filter((element) => element.form === form.code)
    .flatMap((element) => [element.code, ...element.aliases, ...concreteCodes(book.catalog, element)]);
  const found = opened(book, form, await server('findTab', 'keys', codes));
  if (found) book.tabs.set(name, found.tab);
  return found;
}

function opened(book: FormsBook, form: Form, tab: OpenedTab | null): OpenedForm | undefined {
  if (!tab) return undefined;
  const fields = fieldsOf(tab.sheet, book.catalog, form.code);
  const organisations = organisationsOf(tab.sheet, book.catalog, book.definitions, form.code);
  if (fields.length + organisations.length === 0) return undefined;
  const earlier = earlierOfOrganisations(tab.sheet, book.catalog);
  return { ...tab, fields, organisations, earlier };
}
