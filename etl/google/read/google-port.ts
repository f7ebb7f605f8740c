import type { Issue } from '../../../shared/issue/issue.ts';
import {
  fileAddress,
  folderAddress,
  isSpreadsheetPath,
  spreadsheetPath,
} from '../../../shared/issue/spreadsheet.ts';
import { compareText } from '../../../shared/number/compare-text.ts';
import type { WorkbookData } from '../../../shared/parse/workbook.ts';
import { emptyContent } from '../../csv/content.ts';
import type { ListedSource, OpenedSource, SourceListing, SourcePort } from '../../run/collect/source-port.ts';
import type { SourceContext } from '../../source/read-source.ts';
import { workbookContent } from '../../source/workbook-content.ts';
import type { StoredSource } from '../../store/store.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { googleIssue } from '../google-issue.ts';
import { nightClient } from '../night-client.ts';
import {
  type GoogleState,
  googleStore,
  type KnownSpreadsheet,
  readGoogleState,
  writeGoogleState,
} from '../state.ts';
import { readWritten } from '../write/written-state.ts';
import { SpreadsheetCache, spreadsheetHash } from './cache.ts';
import { FolderLost } from './folder-lost.ts';
import { lookAtFolder } from './look-at-folder.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

/** The spreadsheets of the workspace's folder on Google Drive. Google out of reach is an issue, never an error. */
export const googlePort = (
  workspace: Workspace,
  context: SourceContext,
  connect: () => Promise<Google | undefined> = () => nightClient(workspace),
): SourcePort => new GooglePort(workspace, context, connect);

class GooglePort implements SourcePort {
  readonly #workspace: Workspace;
  readonly #context: SourceContext;
  readonly #store: string;
  readonly #cache: SpreadsheetCache;
  readonly #connect: () => Promise<Google | undefined>;
  /** Ids of what was read in this run, with the tabs of returns that stand there, where it could be read. */
  readonly #read = new Map<string, readonly string[] | undefined>();
  /** Ids of the spreadsheets that bear a summary of ours. */
  #written: ReadonlySet<string> = new Set();
  #google: Google | undefined;
  #state: GoogleState | undefined;

  constructor(workspace: Workspace, context: SourceContext, connect: () => Promise<Google | undefined>) {
    this.#connect = connect;
    this.#workspace = workspace;
    this.#context = context;
    this.#store = googleStore(workspace);
    this.#cache = new SpreadsheetCache(this.#store);
  }

  owns = isSpreadsheetPath;

  async list(known: ReadonlyMap<string, StoredSource>): Promise<SourceListing> {
    const folder = this.#workspace.config.google?.folder ?? '';
    const before = await readGoogleState(this.#store);
    const summaries = Object.values(await readWritten(this.#store));
    this.#written = new Set(summaries.map(({ spreadsheet }) => spreadsheet));
    try {
      this.#google = await this.#connect();
      this.#state = await lookAtFolder(this.#google!, folder, before, ({ id, modified }) =>
        isAsStored(known.get(spreadsheetPath(id)), modified),
      );
      const notes = Object.entries(this.#state.unread).map(unreadIssue);
      return { sources: this.#sources(this.#state, known), isComplete: true, issues: [], notes };
    } catch (error) {
      const issue = this.#folderIssue(error, folder);
      // what was read before may still have to be read again under a changed catalogue
      const kept = before?.folder === folder ? before : undefined;
      const sources = kept ? this.#sources(kept, known) : [];
      return {
        sources: sources.filter(({ hash }) => hash !== undefined),
        isComplete: false,
        issues: [issue],
      };
    }
  }

  /** The state moves on only now: what it says was read is committed. */
  async done(): Promise<void> {
    if (!this.#state) return;
    const files = Object.entries(this.#state.files).map(
      ([id, file]) => [id, { ...file, ...this.#nowKnown(id, file) }] as const,
    );
    await writeGoogleState(this.#store, { ...this.#state, files: Object.fromEntries(files) });
    await this.#cache.keepOnly(new Set(files.map(([id]) => id)));
  }

  #nowKnown(id: string, { isStale }: KnownSpreadsheet): Partial<KnownSpreadsheet> {
    const returnTabs = this.#read.get(id);
    return { isStale: isStale && !this.#read.has(id), ...(returnTabs && { returnTabs: [...returnTabs] }) };
  }

  #sources({ files }: GoogleState, known: ReadonlyMap<string, StoredSource>): ListedSource[] {
    return Object.entries(files)
      .map(([id, file]): ListedSource => {
        const path = spreadsheetPath(id);
        const stored = known.get(path);
        const hash = !file.isStale && isAsStored(stored, file.modified) ? stored!.hash : undefined;
        return {
          path,
          title: file.title,
          fileTime: timeOf(file.modified),
          ...(file.hidden !== undefined && { hidden: file.hidden }),
          ...(hash !== undefined && { hash }),
          open: () => this.#open(id, file, hash),
        };
      })
      .sort((a, b) => compareText(a.path, b.path));
  }

  /** `hash`: of what was read before and is still so. */
  async #open(id: string, file: KnownSpreadsheet, hash: string | undefined): Promise<OpenedSource> {
    const cached = hash === undefined ? undefined : await this.#cache.read(id, hash);
    if (cached && hash !== undefined) return this.#opened(id, file, cached, hash);
    try {
      if (!this.#google || !this.#state) throw new GoogleError('unavailable', { message: '', hint: '' });
      const reading = await readSpreadsheet(this.#google, id, {
        modified: file.modified,
        hasOwnTabs: this.#written.has(id),
      });
      this.#read.set(id, reading.ok ? reading.returnTabs : undefined);
      if (reading.ok) {
        const now = spreadsheetHash(reading.workbook);
        await this.#cache.write(id, now, reading.workbook);
        return this.#opened(id, file, reading.workbook, now);
      }
      const issue: Issue = { ...reading.issue, place: this.#document(id, file) };
      return {
        state: 'open',
        hash: `${issue.code}:${file.modified}`,
        content: () => ({ ...emptyContent('unreadable'), issues: [issue] }),
      };
    } catch (error) {
      const place = this.#document(id, file);
      return { state: 'closed', issue: googleIssue(error, place, 'workbook', this.#google?.account) };
    }
  }

  #opened(id: string, file: KnownSpreadsheet, workbook: WorkbookData, hash: string): OpenedSource {
    const dated = { ...workbook, modified: file.modified };
    return {
      state: 'open',
      hash,
      content: () => workbookContent(dated, this.#document(id, file), this.#context),
    };
  }

  #document = (id: string, { title }: KnownSpreadsheet) => ({ file: spreadsheetPath(id), title });

  #folderIssue(error: unknown, folder: string): Issue {
    const place = { file: folderAddress(folder) };
    const account = this.#google?.account;
    return error instanceof FolderLost
      ? googleIssue(new GoogleError('not_found', { message: '', hint: '' }), place, 'folder', account)
      : googleIssue(error, place, 'folder', account);
  }
}

/** Somebody put a workbook of Excel into the folder and waits for it to count. */
const unreadIssue = ([id, title]: readonly [string, string]): Issue => ({
  code: 'google.not_spreadsheet',
  place: { file: fileAddress(id), title },
});

/** Drive's times are exact to the millisecond. */
const timeOf = (modified: string): number => Date.parse(modified) || 0;

const isAsStored = (stored: StoredSource | undefined, modified: string): boolean =>
  stored?.fileTime === timeOf(modified);
