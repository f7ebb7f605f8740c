import type { Issue } from '../../../shared/issue/issue.ts';
import { spreadsheetId, spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import { returnSheets, returnTabs, type UnitReturn } from '../../../shared/live-state/return-sheets.ts';
import { lockMark } from '../../../shared/submission/lock-mark.ts';
import { contentHash } from '../../run/fingerprint.ts';
import type { StoredSource } from '../../store/store.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { googleIssue } from '../google-issue.ts';
import { nightClient } from '../night-client.ts';
import { googleStore, type KnownSpreadsheet, readGoogleState } from '../state.ts';
import { summaryFingerprint } from './summary-fingerprint.ts';
import { writeOwnTabs } from './write-own-tabs.ts';
import type { WriteBack, WrittenSummary } from './write-summaries.ts';
import { readWrittenReturns, saveWrittenReturns } from './written-returns.ts';

/**
 * Tells each organisation in its own spreadsheet what the night found: the tab «Замечания», while there is anything to
 * mend, and the hidden `_state` for the add-on. No request where it is what was written last and nobody has deleted a tab. A report that is returned
 * loses the locks of the add-on, so that whoever works there can mend it. A spreadsheet that cannot be written is an issue
 * and stops nobody.
 */
export async function writeReturns(
  workspace: Workspace,
  sources: readonly StoredSource[],
  returns: readonly UnitReturn[],
  progress: (title: string) => void,
): Promise<WriteBack> {
  const { google: settings } = workspace.config;
  const google = await nightClient(workspace).catch(() => undefined);
  if (!google || !settings?.summary || !settings.returns) return { written: [], issues: [] };
  const store = googleStore(workspace);
  const files = (await readGoogleState(store))?.files ?? {};
  const before = await readWrittenReturns(store);
  const after = { ...before };
  const office = [
    ...new Set([...settings.editors, ...(google.account === undefined ? [] : [google.account])]),
  ];
  const drawing = summaryFingerprint(settings.editors, google.account);
  const present = new Map(
    sources.filter(({ state }) => state === 'present').map((source) => [source.path, source]),
  );
  const written: WrittenSummary[] = [];
  const issues: Issue[] = [];
  const due = new Map(
    returns.flatMap((one) => {
      const id = spreadsheetId(one.report.file);
      return id !== undefined && present.has(one.report.file) ? [[id, one] as const] : [];
    }),
  );
  const gone = Object.keys(before).filter((id) => !due.has(id));
  for (const [id, given] of [...due, ...gone.map((id) => [id, undefined] as const)]) {
    const path = spreadsheetPath(id);
    const source = present.get(path);
    if (!source) {
      // neither read nor written any more: whoever took it away has its tabs
      delete after[id];
      continue;
    }
    const inputs = given === undefined ? '' : contentHash(`${drawing} ${JSON.stringify(given)}`);
    if (before[id] === inputs && hasAll(files[id], given)) continue;
    const title = source.title ?? '';
    try {
      progress(title);
      const sheets = given === undefined ? [] : returnSheets(given, office);
      const { written: tabs } = await writeOwnTabs(
        google,
        id,
        { title, sheets, isPart: true },
        {
          set: 'returns',
          editors: settings.editors,
          ...(given?.report.state === 'returned' && { unlock: lockMark }),
        },
      );
      if (tabs > 0) written.push({ path, title, tabs });
      if (given === undefined) delete after[id];
      else after[id] = inputs;
    } catch (error) {
      const place = { file: path, ...(source.title !== undefined && { title: source.title }) };
      const issue = googleIssue(error, place, 'returns', google.account);
      issues.push({ ...issue, ...(source.unit !== undefined && { organisation: source.unit }) });
    }
  }
  await saveWrittenReturns(store, after);
  return { written, issues };
}

/** Were the tabs still there when the spreadsheet was read last? Reading it told, so the question costs no request. */
function hasAll(known: KnownSpreadsheet | undefined, given: UnitReturn | undefined): boolean {
  if (known?.returnTabs === undefined || given === undefined) return true;
  const there = new Set(known.returnTabs);
  return returnTabs(given).every((key) => there.has(key));
}
