import type { Place } from '../../../shared/issue/issue.ts';
import { webLink } from '../../../shared/issue/place.ts';
import { severityOf } from '../../../shared/issue/severity.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { googleWriteTexts } from '../../../shared/texts/google-write.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import type { RunOutcome } from '../../run/run-report.ts';
import { runWorkspace } from '../../run/run-workspace.ts';
import type { Store } from '../../store/store.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.ts';
import { unknownRoadmapLines, unknownRoadmaps } from '../../workspace/unknown-roadmaps.ts';
import { exitCodes } from '../command-error.ts';
import type { Command, Streams } from '../context.ts';
import { Progress } from '../progress.ts';
import { today } from '../today.ts';

const texts = cliTexts.run;
/** How many errors are listed on the screen; the rest stand in the summary. */
const shown = 10;

/** Runs the nightly job in a workspace and tells how it goes; used by `run` and `demo`. `started`: when waiting began. */
export async function runIn(
  workspace: Workspace,
  date: string | undefined,
  streams: Streams,
  started = performance.now(),
): Promise<RunOutcome & { seconds: number }> {
  const outcome = await withStore(workspace, (store) => runInStore(workspace, store, date, streams));
  return { ...outcome, seconds: secondsSince(started) };
}

/** The same with an open store; used by `schedule`. */
export async function runInStore(
  workspace: Workspace,
  store: Store,
  date: string | undefined,
  streams: Streams,
): Promise<RunOutcome> {
  const progress = new Progress(streams);
  const outcome = await runWorkspace(workspace, store, date ?? today(workspace.config.timeZone), {
    reading: (done, total, path) => progress.show(texts.reading(done, total, path)),
    evaluating: () => progress.show(texts.evaluating),
    writing: (path) => progress.show(texts.writing(path)),
    contacting: (seconds) => progress.show(googleWriteTexts.contacting(timeIn(seconds))),
    silent: (seconds) => progress.say(googleWriteTexts.silent(Math.ceil(seconds), timeIn(seconds))),
    waiting: (seconds) => progress.show(googleWriteTexts.waiting(seconds)),
  });
  progress.clear();
  return outcome;
}

/** The time of the day on this machine's clock after so many seconds. */
const timeIn = (seconds: number): string => new Date(Date.now() + seconds * 1000).toTimeString().slice(0, 8);

/** Since a reading of `performance.now()`, to the millisecond. */
export const secondsSince = (started: number): number => Math.round(performance.now() - started) / 1000;

/** The exit code of a run that was carried out (contracts §6). */
export function exitCodeOf({ workbooks, issues }: RunOutcome['report']): number {
  if (workbooks.failed > 0) return exitCodes.unreadable;
  return issues.error > 0 ? exitCodes.dataErrors : exitCodes.fine;
}

/** What a person wants to know after a run: what was read, what is wrong in whose cell, where the results lie. */
export function describeRun({ report, assessment, changed, beside, google }: RunOutcome): string {
  const { workbooks, observations, issues } = report;
  const names = new Map(assessment.register.organisations.map((o) => [o.code, o.name]));
  const errors = assessment.issues.filter((issue) => severityOf(issue) === 'error');
  const lines = [
    texts.read(workbooks.read, workbooks.unchanged, workbooks.failed),
    texts.observations(observations.total, observations.added, observations.changed, observations.removed),
    ...(report.results > 0 ? [texts.results(report.results)] : []),
    texts.issues(issues.error, issues.warning, issues.info),
    texts.indicators(report.indicators),
  ];
  if (errors.length > 0) {
    lines.push('', texts.worst);
    for (const issue of errors.slice(0, shown)) {
      const { text, todo } = issueText(issue);
      const who = issue.organisation ? `${names.get(issue.organisation) ?? issue.organisation}: ` : '';
      const place = placeLine(issue.place);
      lines.push(`  • ${who}${text}`, `    ${texts.todo(todo)}`, `    ${place}`);
    }
    if (errors.length > shown) lines.push(`  ${texts.more(errors.length - shown)}`);
  }
  lines.push('', changed ? texts.outputs : texts.nothingNew);
  const listed = report.outputs.length > shown ? report.outputs.slice(0, shown - 1) : report.outputs;
  for (const path of listed) lines.push(`  ${path}`);
  if (listed.length < report.outputs.length)
    lines.push(`  ${texts.moreOutputs(report.outputs.length - listed.length)}`);
  for (const path of beside) lines.push(texts.beside(path));
  const online = google.written.length > shown ? google.written.slice(0, shown - 1) : google.written;
  for (const { title, path, tabs } of online) lines.push(`  ${googleWriteTexts.summary(title, tabs, path)}`);
  if (online.length < google.written.length)
    lines.push(`  ${googleWriteTexts.more(google.written.length - online.length)}`);
  for (const issue of google.issues) {
    const { text, todo } = issueText(issue);
    lines.push('', text, texts.todo(todo), placeLine(issue.place));
  }
  return `${lines.join('\n')}\n`;
}

/** Where to look: file, tab and cell; of a Google spreadsheet also the address that opens the cell. */
function placeLine(place: Place): string {
  const { file, title, tab, cell, line } = place;
  const url = webLink(place);
  if (url === undefined) return texts.place(file, tab, cell, line);
  return title === undefined ? url : `${texts.online(title, tab, cell)}: ${url}`;
}

export const runCommand: Command = {
  name: 'run',
  summary: texts.summary,
  usage: ['msoko run'],
  examples: ['msoko run --workspace район', 'msoko run --date 2025-06-30 --json'],
  arity: [0, 0],
  async run({ streams, workspace, date, json }) {
    const started = performance.now();
    const opened = await openWorkspace(workspace);
    // said at once too: the rest of the night goes on without the plan
    for (const line of unknownRoadmapLines(unknownRoadmaps(opened.districtRows, opened.catalog)))
      streams.log(`${line}\n`);
    if (process.env.MSOKO_DATABASE_URL) streams.log(`${texts.noServerStore}\n`);
    const outcome = await runIn(opened, date, streams, started);
    const { report, seconds } = outcome;
    await streams.out(json ? `${JSON.stringify({ ...report, seconds })}\n` : describeRun(outcome));
    return exitCodeOf(report);
  },
};
