import type { Observation } from '../../../shared/observation/observation.ts';
import type { TemplateBook } from '../../run/template-books.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { type BookFile, bookKey, createFile, findFiles } from './files.ts';
import type { Folder } from './folder.ts';
import { knownValues } from './known-values.ts';
import { mailboxesOf, shareBook } from './share-book.ts';
import { writeBook } from './write-book.ts';

/** How it went with one spreadsheet. */
export interface CreatedBook {
  readonly code: string;
  readonly name: string;
  readonly part?: 'all';
  readonly state: 'created' | 'updated' | 'unchanged' | 'failed';
  /** Undefined where there is none yet. */
  readonly link?: string;
  /** Mailboxes that may fill it in, by the register. */
  readonly mailboxes: readonly string[];
  readonly granted: readonly string[];
  /** Words of the column that are no mailboxes, and mailboxes that Google refused. */
  readonly badMailboxes: readonly string[];
  readonly refused: readonly string[];
  readonly kept: readonly string[];
  readonly added: readonly string[];
  /** Links of further spreadsheets of the same unit and year. */
  readonly doubles: readonly string[];
  readonly error?: { readonly code: string; readonly message: string };
}

export interface CreateInput {
  readonly folder: Folder;
  readonly workspace: Workspace;
  readonly books: readonly TemplateBook[];
  readonly schoolYear: string;
  readonly observations: readonly Observation[];
  readonly progress: (book: TemplateBook, at: number) => void;
}

/** One file's trouble; with any other nothing more can be done. */
const ofOneFile: ReadonlySet<string> = new Set(['forbidden', 'not_found', 'bad_request']);

/**
 * Makes a spreadsheet for each workbook that has none, and brings the others to their plans. A second call finds the
 * files of the first by their marks, also those that an interrupted call left half made. Throws GoogleError.
 */
export async function createBooks(google: Google, input: CreateInput): Promise<CreatedBook[]> {
  const { folder, workspace, books, schoolYear, observations, progress } = input;
  const files = await findFiles(google, folder, schoolYear);
  const known = knownValues(workspace.catalog, observations);
  const editors = [...(google.account ? [google.account] : []), ...(workspace.config.google?.editors ?? [])];
  const made: CreatedBook[] = [];
  for (const [at, book] of books.entries()) {
    progress(book, at);
    const found = files.get(bookKey(book)) ?? [];
    let file: BookFile | undefined = found[0];
    const { good: mailboxes, bad: badMailboxes } = mailboxesOf(book.columns);
    const of = {
      code: book.code,
      name: book.name,
      ...(book.part && { part: book.part }),
      mailboxes,
      badMailboxes,
    };
    try {
      file ??= await createFile(google, folder, book, schoolYear);
      const { isChanged, kept, added } = await writeBook(google, {
        book,
        spreadsheetId: file.id,
        records: workspace.catalog.records,
        timeZone: workspace.config.timeZone,
        editors,
        known: known(file.id),
        isFresh: found.length === 0,
      });
      const { granted, refused } = await shareBook(google, file.id, mailboxes);
      const state = found.length === 0 ? 'created' : isChanged ? 'updated' : 'unchanged';
      const doubles = found.slice(1).map(({ link }) => link);
      made.push({ ...of, state, link: file.link, granted, refused, kept, added, doubles });
    } catch (error) {
      if (!(error instanceof GoogleError) || !ofOneFile.has(error.code)) throw error;
      made.push({
        ...of,
        state: 'failed',
        ...(file && { link: file.link }),
        granted: [],
        refused: [],
        kept: [],
        added: [],
        doubles: [],
        error: { code: `google.${error.code}`, message: error.message },
      });
    }
  }
  return made;
}
