import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { googleCreateTexts as texts } from '../../../shared/texts/google-create.ts';
import { csvLines } from '../../export/table.ts';
import { writeAtomic } from '../../files/write-atomic.ts';
import { templateFolder } from '../../run/template-outputs.ts';
import type { CreatedBook } from './create-books.ts';

/**
 * Writes the list of links that a district sends round; gives its path below the workspace. Excel takes a CSV without
 * the mark at its start for windows-1251.
 */
export async function writeLinks(
  root: string,
  schoolYear: string,
  books: readonly CreatedBook[],
): Promise<string> {
  // one list for the workbooks of all and one for those for all, since each call makes one of the two
  const name = books.some(({ part }) => part === 'all') ? texts.linkFileForAll : texts.linkFile;
  const path = `${templateFolder(schoolYear)}/${name}`;
  const rows = books.map(({ code, name: title, link, mailboxes }) => [
    code,
    title,
    link ?? '',
    mailboxes.length > 0 ? texts.access.given : texts.access.none,
  ]);
  const lines = [...csvLines({ header: [...texts.linkColumns], rows })].join('');
  const absolute = join(root, path);
  await mkdir(dirname(absolute), { recursive: true });
  await writeAtomic(absolute, new TextEncoder().encode(`\uFEFF${lines}`));
  return path;
}
