import { fieldKey } from '../../../shared/record/record.ts';
import { registerTable } from '../../../shared/record/register-table.ts';
import type { OpenedTab } from '../../calls/form.ts';
import type { FormsBook } from '../forms/book.ts';
import { server } from '../kit/server.ts';

/**
 * Reads the tab of a register: by its mark, else the tabs are looked through for its keys. Undefined where no tab has
 * them.
 */
export async function openRecordTab(book: FormsBook, record: string): Promise<OpenedTab | undefined> {
  const name = `record/${record}`;
  const marked = book.tabs.get(name);
  const direct = marked === undefined ? null : await server('formTab', marked);
  if (direct && registerTable(direct.sheet, record)) return direct;
  const keys = (book.catalog.records.get(record)?.fields ?? []).map(({ code }) => fieldKey(record, code));
  const found = keys.length === 0 ? null : await server('findTab', 'records', keys);
  if (!found) return undefined;
  book.tabs.set(name, found.tab);
  return found;
}
