import type { Issue } from '../../../shared/issue/issue.ts';
import { spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import { type AccessEvent, activeAccess } from '../../../shared/ministry/access.ts';
import type { Day } from '../../../shared/period/period.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { shareTexts } from '../../../shared/texts/share.ts';
import { appendJournal, readJournal } from '../../share/journal.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { type Google, googleOf } from '../client/google.ts';
import { googleIssue } from '../google-issue.ts';
import { nightClient, nightContact } from '../night-client.ts';
import { googleStore } from '../state.ts';
import { summaryFingerprint } from '../write/summary-fingerprint.ts';
import { writeOwnTabs } from '../write/write-own-tabs.ts';
import type { WriteBack, WrittenSummary } from '../write/write-summaries.ts';
import { fileState } from './ministry-book.ts';
import { readMinistryState, saveMinistryState } from './ministry-state.ts';
import { syncAccess } from './sync-access.ts';

/** The file of a district for the ministry: hash of what it depends on, and how to make it. */
export interface MinistryToWrite {
  readonly district: string;
  readonly inputs: string;
  readonly plan: (events: readonly AccessEvent[]) => Plan;
}

export interface SharedNight {
  /** share.csv as it is now. */
  readonly journal: readonly AccessEvent[];
  readonly issues: readonly Issue[];
  /** Brings the spreadsheets up to the plans; to be called when the files are written. */
  readonly write: (due: readonly MinistryToWrite[], progress: (title: string) => void) => Promise<WriteBack>;
}

const command = 'msoko run';

/**
 * The nightly part of sharing: what has run out is taken away, what nobody wrote down is written down, and spreadsheets
 * that exist stay up to date; one in the bin is not written any more. None is made here. Two requests per shared
 * spreadsheet where nothing has changed; a spreadsheet that Google refuses is an issue and stops nobody.
 */
export async function shareByNight(workspace: Workspace, date: Day): Promise<SharedNight> {
  const { root } = workspace.paths;
  const store = googleStore(workspace);
  const state = await readMinistryState(store);
  const issues: Issue[] = [];
  /** Districts whose spreadsheet is not to be written. */
  const left = new Set<string>();
  const shared = Object.entries(state);
  if (shared.length === 0)
    return { journal: await readJournal(root), issues, write: async () => ({ written: [], issues: [] }) };
  const google = await clientOf(workspace);
  for (const [district, { spreadsheet }] of google ? shared : []) {
    try {
      const check = { district, date, command, manage: () => managing(workspace) };
      await appendJournal(root, await syncAccess(google!, spreadsheet, await readJournal(root), check));
      if ((await fileState(google!, spreadsheet)) !== 'binned') continue;
      left.add(district);
      if (isShared(await readJournal(root), district)) issues.push(binnedIssue(spreadsheet, district));
    } catch (error) {
      left.add(district);
      issues.push(issueOf(error, spreadsheet, district, google));
    }
  }
  return {
    journal: await readJournal(root),
    issues,
    write: async (due, progress) => {
      if (!google) return { written: [], issues: [] };
      const after: Record<string, { spreadsheet: string; inputs: string }> = { ...state };
      const late: Issue[] = [];
      const written: WrittenSummary[] = [];
      const drawing = summaryFingerprint(workspace.config.google!.editors, google.account);
      const journal = await readJournal(root);
      for (const { district, inputs, plan } of due) {
        const own = state[district];
        if (!own || left.has(district)) continue;
        const lines = journal.filter((event) => event.district === district);
        const now = `${drawing} ${inputs} ${lines.length}`;
        if (own.inputs === now) continue;
        try {
          const { editors } = workspace.config.google!;
          const made = plan(journal);
          progress(made.title);
          const tabs = await writeOwnTabs(google, own.spreadsheet, made, { set: 'ministry', editors });
          if (tabs.written > 0)
            written.push({ path: spreadsheetPath(own.spreadsheet), title: made.title, tabs: tabs.written });
          after[district] = { spreadsheet: own.spreadsheet, inputs: now };
        } catch (error) {
          late.push(issueOf(error, own.spreadsheet, district, google));
        }
      }
      await saveMinistryState(store, after);
      return { written, issues: late };
    },
  };
}

/** Not once all that was granted has been taken away again: whoever did that and used the bin has ended the sharing. */
function isShared(journal: readonly AccessEvent[], district: string): boolean {
  const wasGranted = journal.some((event) => event.district === district && event.action === 'granted');
  const holds = activeAccess(journal, district).some(({ command: by }) => by !== shareTexts.causes.folder);
  return holds || !wasGranted;
}

const binnedIssue = (id: string, district: string): Issue => ({
  code: 'google.trashed',
  place: { file: spreadsheetPath(id) },
  organisation: district,
  params: { task: 'ministry' },
});

const issueOf = (error: unknown, id: string, district: string, google: Google | undefined): Issue => ({
  ...googleIssue(error, { file: spreadsheetPath(id) }, 'ministry', google?.account),
  organisation: district,
});

/** The client of the night where it may write, else one of our own. A key that is refused was told of before. */
const clientOf = (workspace: Workspace): Promise<Google | undefined> =>
  (workspace.config.google?.summary
    ? nightClient(workspace)
    : googleOf(workspace, 'write', { contact: nightContact(workspace) })
  ).catch(() => undefined);

async function managing(workspace: Workspace): Promise<Google> {
  const google = await googleOf(workspace, 'manage');
  if (!google) throw new RangeError('a workspace without Google');
  return google;
}
