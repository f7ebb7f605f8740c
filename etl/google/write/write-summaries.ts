import type { Issue } from '../../../shared/issue/issue.ts';
import { folderAddress, spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import type { Plan, PlanSheet } from '../../../shared/plan/plan.ts';
import type { StoredSource } from '../../store/store.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { googleIssue } from '../google-issue.ts';
import { nightClient } from '../night-client.ts';
import { googleStore, readGoogleState } from '../state.ts';
import { type DistrictBook, findBook } from './find-book.ts';
import { namedFiles } from './named-files.ts';
import { summaryFingerprint } from './summary-fingerprint.ts';
import { writeOwnTabs } from './write-own-tabs.ts';
import { readWritten, saveWritten, type WrittenState } from './written-state.ts';

/** The summary of a district: hash of what it depends on, and how to make it. */
export interface SummaryToWrite {
  readonly district: string;
  readonly inputs: string;
  readonly plan: () => Plan;
  /** The hidden tab for the add-on, in the spreadsheet of this id. */
  readonly state: (spreadsheetId: string) => PlanSheet;
}

export interface WrittenSummary {
  /** Address of the spreadsheet. */
  readonly path: string;
  readonly title: string;
  /** Tabs that were made or filled anew. */
  readonly tabs: number;
}

export interface WriteBack {
  readonly written: readonly WrittenSummary[];
  /** Spreadsheets that could not be written; the next run tries again. */
  readonly issues: readonly Issue[];
}

/**
 * Writes each district's summary into the district's spreadsheet, where it has one. No request where the summary is that
 * of last time and Drive tells of no change since; one read where somebody changed something; one batch where tabs
 * differ. A spreadsheet that cannot be written, or is there no more, is an issue and stops nobody.
 */
export async function writeSummaries(
  workspace: Workspace,
  sources: readonly StoredSource[],
  summaries: readonly SummaryToWrite[],
  progress: (title: string) => void,
): Promise<WriteBack> {
  const { config } = workspace;
  const store = googleStore(workspace);
  // an address or a key that is refused was told when the folder was looked at
  const google = await nightClient(workspace).catch(() => undefined);
  if (!google || !config.google?.summary) return { written: [], issues: [] };
  const files = (await readGoogleState(store))?.files ?? {};
  const before = await readWritten(store);
  const after: Record<string, WrittenState[string]> = { ...before };
  const drawing = summaryFingerprint(config.google.editors, google.account);
  const written: WrittenSummary[] = [];
  const issues: Issue[] = [];
  for (const { district, inputs: content, plan, state } of summaries) {
    const old = before[district];
    const inputs = `${drawing} ${content}`;
    let book: DistrictBook | undefined;
    try {
      book = await findBook(google, sources, district, config.schoolYear, old?.spreadsheet);
      if (!book) {
        if (old && !isThere(sources, old.spreadsheet))
          throw new GoogleError('not_found', { message: '', hint: '' });
        continue;
      }
      const { id, source } = book;
      const modified = files[id]?.modified;
      if (old?.spreadsheet === id && old.inputs === inputs && old.modified === modified) continue;
      const title = source.title ?? '';
      progress(title);
      const { written: tabs } = await writeOwnTabs(google, id, withState(namedFiles(plan()), state(id)), {
        set: 'summary',
        editors: config.google.editors,
      });
      if (tabs > 0) written.push({ path: spreadsheetPath(id), title, tabs });
      const now = tabs > 0 ? await modifiedTime(google, id) : modified;
      after[district] = { spreadsheet: id, inputs, modified: now ?? '' };
    } catch (error) {
      const lost = old && { file: spreadsheetPath(old.spreadsheet) };
      const place = book
        ? { file: book.source.path, ...(book.source.title !== undefined && { title: book.source.title }) }
        : (lost ?? { file: folderAddress(config.google.folder) });
      issues.push({ ...googleIssue(error, place, 'summary', google.account), organisation: district });
    }
  }
  await saveWritten(store, after);
  return { written, issues };
}

/** Is a spreadsheet still in the folder, be it that of another year? */
const isThere = (sources: readonly StoredSource[], id: string): boolean =>
  sources.some(({ path, state }) => path === spreadsheetPath(id) && state === 'present');

const withState = (plan: Plan, state: PlanSheet): Plan => ({ ...plan, sheets: [...plan.sheets, state] });

/** So that the next run does not take our own change for somebody else's. */
async function modifiedTime(google: Google, fileId: string): Promise<string | undefined> {
  const file = await google
    .call('drive', () => google.drive.files.get({ fileId, fields: 'modifiedTime', supportsAllDrives: true }))
    .catch(() => undefined);
  return file?.modifiedTime ?? undefined;
}
