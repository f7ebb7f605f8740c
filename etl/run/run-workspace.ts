import type { Issue } from '../../shared/issue/issue.ts';
import { countBySeverity } from '../../shared/issue/severity.ts';
import type { UnitReturn } from '../../shared/live-state/return-sheets.ts';
import type { AccessEvent } from '../../shared/ministry/access.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import type { Day } from '../../shared/period/period.ts';
import { registerChanges } from '../../shared/register/register-change.ts';
import { nightFault, withoutRepeats } from '../google/night-fault.ts';
import type { SharedNight } from '../google/share/night.ts';
import { readJournal } from '../share/journal.ts';
import type { Store } from '../store/store.ts';
import { assembleRegister } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { type Assessment, assess } from './assess.ts';
import { projectView } from './checked-values.ts';
import { collect } from './collect.ts';
import { isComparisonPath } from './comparison-output.ts';
import { isOrganisationPath } from './organisation-outputs.ts';
import { type DistrictSummary, isSummaryPath, outputsOf, type RunOutputs } from './outputs.ts';
import { keepPassingIssues } from './passing-issues.ts';
import { type Published, publish } from './publish.ts';
import { isReturnPath } from './return-outputs.ts';

/** The answer of `msoko run --json` (contracts §6), without its duration. */
export interface RunReport {
  readonly runId: number;
  readonly date: Day;
  readonly workbooks: { readonly read: number; readonly unchanged: number; readonly failed: number };
  /** `total`: values and answers given; cells left empty do not count. */
  readonly observations: {
    readonly total: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  };
  /** Results of organisations in assessment procedures that count. */
  readonly results: number;
  readonly issues: { readonly error: number; readonly warning: number; readonly info: number };
  /** Rows of `export indicators`. */
  readonly indicators: number;
  /** Files that hold the results, below the workspace. */
  readonly outputs: readonly string[];
}

/** What the ledger keeps of a run; «Журнал» shows it. */
export type RunSummary = Pick<RunReport, 'workbooks' | 'observations' | 'results' | 'issues'>;

/** What a run wrote into Google spreadsheets, and where it could not. */
export interface GoogleOutcome {
  readonly written: readonly { readonly path: string; readonly title: string; readonly tabs: number }[];
  readonly issues: readonly Issue[];
}

export interface RunProgress {
  reading(done: number, total: number, path: string): void;
  evaluating(): void;
  writing(path: string): void;
  /** Before a wait for Google. */
  waiting?(seconds: number): void;
}

export interface RunOutcome {
  readonly report: RunReport;
  readonly assessment: Assessment;
  readonly changed: boolean;
  readonly beside: readonly string[];
  readonly google: GoogleOutcome;
  /** Why the Google part is not done; the schedule then tries again the same night. */
  readonly unfinished?: Issue;
}

/** The nightly job on files: read what is new, judge and evaluate everything, write what changed. Idempotent. */
export async function runWorkspace(
  workspace: Workspace,
  store: Store,
  date: Day,
  progress: RunProgress,
): Promise<RunOutcome> {
  // a table that cannot be read is told before anything is done
  const written = await readJournal(workspace.paths.root);
  const run = await store.beginRun(date);
  await openNightClient(workspace, progress);
  const collected = await collect(workspace, store, run.id, progress.reading);
  await noticeRegister(workspace, store, run.id, date);
  progress.evaluating();
  const assessment = await assess(workspace, store, date, collected.passing);
  const changed = collected.changed || run.resumed;
  const before = changed
    ? await projectView(workspace, store, store.before(run.id), date)
    : assessment.observations;
  const observations = compare(before, assessment.observations);
  const counts: RunSummary = {
    workbooks: {
      read: await store.filesRead(run.id),
      unchanged: collected.unchanged,
      failed: collected.failed,
    },
    observations,
    results: assessment.results.filter((r) => r.level === 'organisation').length,
    issues: countBySeverity(assessment.issues),
  };
  await store.finishRun(run.id, JSON.stringify(counts), changed);
  const write = async (journal: readonly AccessEvent[]) => {
    const outputs = outputsOf(workspace, assessment, await store.runs(), date, journal);
    return { outputs, published: await publish(workspace, outputs.files, progress.writing, isRetired) };
  };
  // files first: Google may keep us waiting
  let made = await write(written);
  const shared = await sharedNight(workspace, date);
  if (shared && shared.journal.length !== written.length) made = again(made, await write(shared.journal));
  const { outputs, published } = made;
  const summaries = await writeBack(workspace, store, outputs.summaries, published, progress.writing);
  const returns = await returnBack(workspace, store, outputs.returns, progress.writing);
  const ministries = await shared?.write(
    outputs.ministries.map((one) => ({ ...one, inputs: published.inputs.get(one.path) ?? '' })),
    progress.writing,
  );
  const google = {
    written: [...summaries.written, ...(ministries?.written ?? []), ...returns.written],
    issues: withoutRepeats(
      [...(shared?.issues ?? []), ...summaries.issues, ...returns.issues, ...(ministries?.issues ?? [])],
      assessment.issues,
    ),
  };
  await keepPassingIssues(workspace, [...collected.passing, ...google.issues]);
  const unfinished = nightFault([...assessment.issues, ...google.issues]);
  if (!unfinished) await store.completeRun(run.id);
  const late = countBySeverity(google.issues);
  return {
    report: {
      runId: run.id,
      date,
      ...counts,
      issues: {
        error: counts.issues.error + late.error,
        warning: counts.issues.warning + late.warning,
        info: counts.issues.info + late.info,
      },
      indicators: assessment.indicators.size,
      outputs: published.paths,
    },
    assessment,
    changed: changed || published.written > 0 || google.written.length > 0,
    beside: published.beside,
    google,
    ...(unfinished && { unfinished }),
  };
}

interface Written {
  readonly outputs: RunOutputs;
  readonly published: Published;
}

/** Files written twice in one run: the second time only those that tell of who sees what. */
const again = (first: Written, second: Written): Written => ({
  outputs: second.outputs,
  published: {
    ...second.published,
    written: first.published.written + second.published.written,
    beside: [...new Set([...first.published.beside, ...second.published.beside])],
  },
});

const isRetired = (path: string): boolean =>
  isReturnPath(path) || isOrganisationPath(path) || isComparisonPath(path) || isSummaryPath(path);

/** One client for all of the run; a key or an address that is refused is told by those who need it. */
async function openNightClient(workspace: Workspace, progress: RunProgress): Promise<void> {
  if (!workspace.config.google) return;
  const { nightClient } = await import('../google/night-client.ts');
  await nightClient(workspace, (seconds) => progress.waiting?.(seconds)).catch(() => undefined);
}

/** What was shared with the ministry, held against what Google says. */
async function sharedNight(workspace: Workspace, date: Day): Promise<SharedNight | undefined> {
  if (!workspace.config.google) return undefined;
  const { shareByNight } = await import('../google/share/night.ts');
  return shareByNight(workspace, date);
}

/** Remembers how the register has changed since the run before: names, dates and mergers have a history. */
async function noticeRegister(workspace: Workspace, store: Store, run: number, date: Day): Promise<void> {
  const inbox = (await store.registerRows()).map(({ row }) => ({ file: '', ...row }));
  const { organisations } = assembleRegister(workspace.districts, workspace.organisationRows, inbox);
  const changes = registerChanges(await store.registerEvents(), organisations);
  if (changes.length > 0) await store.appendRegisterChanges(run, date, changes);
}

/** Nothing of Google is loaded where the workspace names no folder of it. */
async function writeBack(
  workspace: Workspace,
  store: Store,
  summaries: readonly DistrictSummary[],
  { inputs }: Published,
  progress: (title: string) => void,
): Promise<GoogleOutcome> {
  if (!workspace.config.google?.summary) return { written: [], issues: [] };
  const { writeSummaries } = await import('../google/write/write-summaries.ts');
  const due = summaries.map((summary) => ({ ...summary, inputs: inputs.get(summary.path) ?? '' }));
  return writeSummaries(workspace, await store.sources(), due, progress);
}

async function returnBack(
  workspace: Workspace,
  store: Store,
  returns: readonly UnitReturn[],
  progress: (title: string) => void,
): Promise<GoogleOutcome> {
  const { google } = workspace.config;
  if (!google?.summary || !google.returns) return { written: [], issues: [] };
  const { writeReturns } = await import('../google/write/write-returns.ts');
  return writeReturns(workspace, await store.sources(), returns, progress);
}

/** Both lists are sorted by unit, period, element; an empty cell counts as nothing there. */
function compare(before: readonly Observation[], after: readonly Observation[]): RunReport['observations'] {
  const given = (o: Observation) => o.status !== 'not_reported';
  const key = (o: Observation) => `${o.unit}\n${o.period}\n${o.element}`;
  const old = new Map(before.filter(given).map((o) => [key(o), o]));
  let total = 0;
  let added = 0;
  let changed = 0;
  for (const o of after) {
    if (!given(o)) continue;
    total++;
    const was = old.get(key(o));
    if (!was) added++;
    else if (was.status !== o.status || was.value !== o.value) changed++;
    old.delete(key(o));
  }
  return { total, added, changed, removed: old.size };
}
