import { countBySeverity } from '../../shared/issue/severity.ts';
import type { AccessEvent } from '../../shared/ministry/access.ts';
import type { Day } from '../../shared/period/period.ts';
import { nightFault } from '../google/night-fault.ts';
import { readJournal } from '../share/journal.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { assess } from './assess.ts';
import { projectView } from './checked-values.ts';
import { collect } from './collect.ts';
import { compareObservations } from './compare-observations.ts';
import { isComparisonPath } from './comparison-output.ts';
import { openNightClient, sharedNight, type Written, writeGoogle } from './google-part.ts';
import { noticeRegister } from './notice-register.ts';
import { isOrganisationPath } from './organisation-outputs.ts';
import { isSummaryPath, outputsOf } from './outputs.ts';
import { keepPassingIssues } from './passing-issues.ts';
import { publish } from './publish.ts';
import { isReturnPath } from './return-outputs.ts';
import type { RunOutcome, RunProgress, RunSummary } from './run-report.ts';

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
  const observations = compareObservations(before, assessment.observations);
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
  const { published } = made;
  const google = await writeGoogle(workspace, store, made, shared, assessment.issues, progress.writing);
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
