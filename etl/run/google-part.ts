import type { Issue } from '../../shared/issue/issue.ts';
import type { UnitReturn } from '../../shared/live-state/return-sheets.ts';
import type { Day } from '../../shared/period/period.ts';
import { withoutRepeats } from '../google/night-fault.ts';
import type { SharedNight } from '../google/share/night.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import type { DistrictSummary, RunOutputs } from './outputs.ts';
import type { Published } from './publish.ts';
import type { GoogleOutcome, RunProgress } from './run-report.ts';

/** What a run has made, and how its files were written. */
export interface Written {
  readonly outputs: RunOutputs;
  readonly published: Published;
}

/** One client for all of the run; a key or an address that is refused is told by those who need it. */
export async function openNightClient(workspace: Workspace, progress: RunProgress): Promise<void> {
  if (!workspace.config.google) return;
  const { nightClient } = await import('../google/night-client.ts');
  await nightClient(workspace, {
    onWait: (seconds) => progress.waiting?.(seconds),
    onBegin: (seconds) => progress.contacting?.(seconds),
    onSilence: (seconds) => progress.silent?.(seconds),
  }).catch(() => undefined);
}

/** Reading has shown, and told, that Google is not there: nothing is tried again in this run. */
async function isOutOfReach(workspace: Workspace): Promise<boolean> {
  const { nightContact } = await import('../google/night-client.ts');
  return nightContact(workspace).isLost;
}

/** What was shared with the ministry, held against what Google says. */
export async function sharedNight(workspace: Workspace, date: Day): Promise<SharedNight | undefined> {
  if (!workspace.config.google || (await isOutOfReach(workspace))) return undefined;
  const { shareByNight } = await import('../google/share/night.ts');
  return shareByNight(workspace, date);
}

/**
 * Brings the spreadsheets up to what the run has made: summaries, remarks to organisations, files for the ministry. What
 * Google refuses is an issue; nothing is tried where it was out of reach before; `told`: what the run has said already.
 */
export async function writeGoogle(
  workspace: Workspace,
  store: Store,
  { outputs, published }: Written,
  shared: SharedNight | undefined,
  told: readonly Issue[],
  progress: (title: string) => void,
): Promise<GoogleOutcome> {
  if (!workspace.config.google || (await isOutOfReach(workspace))) return { written: [], issues: [] };
  const summaries = await writeBack(workspace, store, outputs.summaries, published, progress);
  const returns = await returnBack(workspace, store, outputs.returns, progress);
  const ministries = await shared?.write(
    outputs.ministries.map((one) => ({ ...one, inputs: published.inputs.get(one.path) ?? '' })),
    progress,
  );
  return {
    written: [...summaries.written, ...(ministries?.written ?? []), ...returns.written],
    issues: withoutRepeats(
      [...(shared?.issues ?? []), ...summaries.issues, ...returns.issues, ...(ministries?.issues ?? [])],
      told,
    ),
  };
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
