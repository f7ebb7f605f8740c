import type { Issue } from '../../../shared/issue/issue.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import { scheduleTexts as texts } from '../../../shared/texts/schedule.ts';
import { askHealth, checkHealth } from '../../schedule/check.ts';
import { type CronFields, readCron } from '../../schedule/cron.ts';
import { keepNights } from '../../schedule/daemon.ts';
import { countedMissed, type Due } from '../../schedule/due.ts';
import { logLine } from '../../schedule/log-line.ts';
import type { Timetable } from '../../schedule/occurrences.ts';
import { runDue } from '../../schedule/once.ts';
import { readState, stateFile } from '../../schedule/state-file.ts';
import { stopSignals } from '../../schedule/stop-signals.ts';
import { zonedText } from '../../schedule/zoned-time.ts';
import { readConfig, type WorkspaceConfig } from '../../workspace/config.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { workspacePaths } from '../../workspace/paths.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command, CommandContext } from '../context.ts';
import { describeRun, exitCodeOf, runInStore, secondsSince } from './run.ts';

const defaultPort = 8737;
const defaultWait = 60;
/** Docker gives ten seconds between SIGTERM and SIGKILL. */
const defaultGrace = 8;

function wholeNumber(raw: unknown, least: number, most: number): number | undefined {
  const n = typeof raw === 'string' && /^\d{1,5}$/.test(raw) ? Number(raw) : Number.NaN;
  return n >= least && n <= most ? n : undefined;
}

const timetableOf = (config: WorkspaceConfig): Timetable => ({
  // the settings were checked when they were read
  cron: readCron(config.schedule) as CronFields,
  zone: config.timeZone,
});

function faultText(issue: Issue): { readonly message: string; readonly hint: string } {
  const { text, todo } = issueText(issue);
  return { message: text, hint: todo };
}

/** Why a run begins, in a line of the log. */
function reason(due: Due, moment: (at: number) => string, now: number): string {
  if (due.isFirst || due.at === undefined) return texts.first;
  const isLate = due.missed > 1 || now - due.at > 5 * 60_000;
  return isLate ? texts.missed(due.missed, countedMissed, moment(due.at)) : texts.due(moment(due.at));
}

/** Does what is due and ends; the process of a night, and the command for timers of the system. */
async function once({ streams, workspace: dir, json, options }: CommandContext): Promise<number> {
  const wait = options.wait === undefined ? defaultWait : wholeNumber(options.wait, 0, 1440);
  if (wait === undefined)
    throw new CommandError('schedule.wait', texts.badWait(String(options.wait)), texts.badWaitHint);
  const workspace = await openWorkspace(dir);
  const timetable = timetableOf(workspace.config);
  const { zone } = timetable;
  const moment = (at: number): string => texts.moment(zonedText(at, zone));
  const say = (text: string): void => streams.log(logLine(text, zone, Date.now()));
  let started = 0;
  const { due, outcome, lastStart } = await runDue(workspace, {
    timetable,
    waitMs: wait * 60_000,
    now: Date.now,
    waiting: () => say(texts.locked),
    run: (store, due) => {
      say(reason(due, moment, Date.now()));
      started = performance.now();
      return runInStore(workspace, store, undefined, streams);
    },
  });
  const seconds = secondsSince(started);
  const fault = outcome?.unfinished && faultText(outcome.unfinished);
  if (outcome) {
    const { workbooks, issues } = outcome.report;
    say(texts.done(Math.round(seconds), workbooks.read, workbooks.unchanged, workbooks.failed, issues.error));
    if (fault) say(texts.unfinished(fault.message, fault.hint));
  }
  if (json) {
    const times = {
      ran: outcome !== undefined,
      missed: due.missed,
      lastRun: lastStart === undefined ? null : zonedText(lastStart, zone),
      nextRun: due.nextAt === undefined ? null : zonedText(due.nextAt, zone),
      ...(fault && { unfinished: fault }),
    };
    await streams.out(
      `${JSON.stringify(outcome ? { ...times, report: { ...outcome.report, seconds } } : times)}\n`,
    );
  } else if (outcome) await streams.out(describeRun(outcome));
  else {
    const next = due.nextAt === undefined ? texts.nothingNext : texts.next(moment(due.nextAt));
    await streams.out(`${texts.notDue} ${next}\n`);
  }
  return outcome ? exitCodeOf(outcome.report) : exitCodes.fine;
}

async function check(file: string, { streams, json }: CommandContext): Promise<number> {
  const health = await checkHealth(file);
  await streams.out(`${json ? JSON.stringify(health) : health.message}\n`);
  // container engines know 0 and 1 only
  return health.ok ? 0 : 1;
}

async function keep(file: string, config: WorkspaceConfig, context: CommandContext): Promise<number> {
  const { options, streams, workspace, json } = context;
  const asked = options.port === undefined ? defaultPort : wholeNumber(options.port, 1, 65_535);
  if (asked === undefined)
    throw new CommandError('schedule.port', texts.badPort(String(options.port)), texts.badPortHint);
  const grace = options.grace === undefined ? defaultGrace : wholeNumber(options.grace, 0, 3600);
  if (grace === undefined)
    throw new CommandError('schedule.grace', texts.badGrace(String(options.grace)), texts.badGraceHint);
  const other = await readState(file);
  if (other?.port !== undefined && (await askHealth(other.port, other.instance)))
    throw new CommandError('schedule.runs', texts.alreadyRuns, texts.alreadyRunsHint, exitCodes.locked);
  const signals = stopSignals();
  try {
    const health = await keepNights({
      workspace,
      stateFile: file,
      expression: config.schedule.trim(),
      timetable: timetableOf(config),
      ...(options['no-health'] !== true && {
        port: { number: asked, isExact: options.port !== undefined },
      }),
      log: streams.log,
      graceSeconds: grace,
      stop: signals,
    });
    if (json) await streams.out(`${JSON.stringify(health)}\n`);
    return exitCodes.fine;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CommandError('schedule.port', texts.portBusy(asked), texts.portBusyHint);
  } finally {
    signals.release();
  }
}

export const scheduleCommand: Command = {
  name: 'schedule',
  summary: texts.summary,
  usage: [
    'msoko schedule [--port ПОРТ | --no-health] [--grace СЕКУНДЫ]',
    'msoko schedule --once [--wait МИНУТЫ]',
    'msoko schedule --check',
  ],
  examples: ['msoko schedule --workspace район', 'msoko schedule --check', 'msoko schedule --once --wait 10'],
  options: {
    once: { type: 'boolean', help: texts.once },
    check: { type: 'boolean', help: texts.check },
    port: { type: 'string', help: texts.port },
    'no-health': { type: 'boolean', help: texts.noHealth },
    grace: { type: 'string', help: texts.grace },
    wait: { type: 'string', help: texts.wait },
  },
  arity: [0, 0],
  async run(context) {
    const { options, date, workspace } = context;
    if (date !== undefined) throw new CommandError('schedule.date', texts.noDate, texts.noDateHint);
    const ways = [options.once, options.check].filter(Boolean).length;
    const isForKeeping =
      options.port !== undefined || options.grace !== undefined || options['no-health'] === true;
    if (ways > 1 || (ways > 0 && isForKeeping) || (options.port !== undefined && options['no-health']))
      throw new CommandError('schedule.options', texts.oneOf, texts.oneOfHint);
    if (options.once) return once(context);
    const { root, config: path } = workspacePaths(workspace);
    const config = await readConfig(path);
    const file = stateFile(root, config);
    return options.check ? check(file, context) : keep(file, config, context);
  },
};
