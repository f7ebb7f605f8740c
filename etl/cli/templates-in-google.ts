import { googleCreateTexts as texts } from '../../shared/texts/google-create.ts';
import { templatesTexts } from '../../shared/texts/templates-command.ts';
import type { Google } from '../google/client/google.ts';
import type { CreatedBook } from '../google/create/create-books.ts';
import type { Folder } from '../google/create/folder.ts';
import type { Assessment } from '../run/assess.ts';
import { enteredBefore } from '../run/entered-before.ts';
import { lastYearOf } from '../run/last-year.ts';
import { rosterBooks, templateBooks } from '../run/template-books.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { CommandError, exitCodes } from './command-error.ts';
import type { CommandContext } from './context.ts';
import { Progress } from './progress.ts';

export interface GoogleAccount {
  readonly google: Google;
  readonly folder: Folder;
}

/** The client for making and sharing files, its folder looked up. Throws CommandError without `google` in the config. */
export async function googleAccount(workspace: Workspace): Promise<GoogleAccount> {
  const { googleOf } = await import('../google/client/google-of.ts');
  const google = await googleOf(workspace, 'manage');
  if (!google) throw new CommandError('templates.google', texts.noConfig, texts.noConfigHint);
  const { openFolder } = await import('../google/create/folder.ts');
  return { google, folder: await openFolder(google, workspace.config.google!.folder) };
}

export interface InGoogle {
  readonly account: GoogleAccount;
  readonly workspace: Workspace;
  readonly assessment: Assessment;
  readonly forAll: boolean;
  /** School years that the command closed and opened again. */
  readonly year: { readonly closed?: string; readonly reopened?: string };
  readonly context: CommandContext;
}

/** `msoko templates --google`: makes or upgrades the spreadsheets and tells how it went; gives the exit code. */
export async function inGoogle(input: InGoogle): Promise<number> {
  const { account, workspace, assessment, forAll, year, context } = input;
  const { createBooks } = await import('../google/create/create-books.ts');
  const { writeLinks } = await import('../google/create/links-file.ts');
  const { register, observations, records, activities } = assessment;
  const { schoolYear } = workspace.config;
  const lastYear = lastYearOf(schoolYear, observations);
  const plans = forAll
    ? rosterBooks(workspace, register, schoolYear, lastYear, { activities })
    : templateBooks(
        workspace,
        register,
        schoolYear,
        lastYear,
        enteredBefore(workspace.catalog, schoolYear, records, activities),
      );
  const progress = new Progress(context.streams);
  progress.show(texts.looking);
  const books = await createBooks(account.google, {
    folder: account.folder,
    workspace,
    books: plans,
    schoolYear,
    observations,
    progress: ({ name }, at) => progress.show(texts.making(name, at + 1, plans.length)),
  });
  const links = await writeLinks(workspace.paths.root, schoolYear, books);
  progress.clear();
  const count = (state: CreatedBook['state']): number => books.filter((book) => book.state === state).length;
  if (context.json) {
    const answer = {
      schoolYear,
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      failed: count('failed'),
      links,
      books: books.map(({ mailboxes: _, granted, ...book }) => ({ ...book, granted: granted.length })),
      ...year,
    };
    await context.streams.out(`${JSON.stringify(answer)}\n`);
  } else await context.streams.out(`${described(books, links, year, forAll).join('\n')}\n`);
  return count('failed') > 0 ? exitCodes.unreadable : exitCodes.fine;
}

function described(
  books: readonly CreatedBook[],
  links: string,
  { closed, reopened }: InGoogle['year'],
  forAll: boolean,
): string[] {
  const count = (state: CreatedBook['state']): number => books.filter((book) => book.state === state).length;
  const granted = books.reduce((sum, book) => sum + book.granted.length, 0);
  const unshared = books.filter(({ mailboxes }) => mailboxes.length === 0).length;
  return [
    texts.done(count('created'), count('updated'), count('unchanged')),
    ...books.flatMap((book) => troubles(book)),
    texts.links(links),
    ...(granted > 0 ? [texts.shared(granted)] : []),
    ...(unshared > 0 ? [texts.notShared(unshared)] : []),
    ...(closed ? [templatesTexts.closed(closed)] : []),
    ...(reopened ? [templatesTexts.reopened(reopened)] : []),
    ...(forAll && books.length === 0 ? [templatesTexts.nobodyForAll] : []),
  ];
}

const troubles = ({ name, error, badMailboxes, refused, kept, added, doubles }: CreatedBook): string[] => [
  ...(error ? [texts.bookFailed(name, error.message)] : []),
  ...badMailboxes.map((word) => texts.badMailbox(name, word)),
  ...refused.map((mailbox) => texts.shareFailed(name, mailbox)),
  ...(added.length > 0 ? [texts.added(name, added)] : []),
  ...kept.map((tab) => texts.kept(name, tab)),
  ...(doubles.length > 0 ? [texts.several(name, doubles)] : []),
];
