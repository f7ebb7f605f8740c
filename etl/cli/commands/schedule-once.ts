import type { Issue } from '../../../shared/issue/issue.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import { scheduleTexts as texts } from '../../../shared/texts/schedule.ts';
import { countedMissed, type Due } from '../../schedule/due.ts';
import { logLine } from '../../schedule/log-line.ts';
import { runDue } from '../../schedule/once.ts';
import { stateFile, writeOnce } from '../../schedule/state-file.ts';
import { timetableOf } from '../../schedule/timetable-of.ts';
import { zonedText } from '../../schedule/zoned-time.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { CommandContext } from '../context.ts';
import { describeRun, exitCodeOf, runInStore, secondsSince } from './run.ts';
import { wholeNumber } from './whole-number.ts';

const defaultWait = 60;

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
export async function once({ streams, workspace: dir, json, options }: CommandContext): Promise<number> {
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
  const ends = {
    lastRun: lastStart === undefined ? null : zonedText(lastStart, zone),
    nextRun: due.nextAt === undefined ? null : zonedText(due.nextAt, zone),
  };
  const healthy =
    ends.lastRun === null ? texts.healthy.waiting : texts.healthy.done(texts.moment(ends.lastRun));
  await writeOnce(stateFile(workspace.paths.root, workspace.config), {
    ok: fault === undefined,
    ...ends,
    message: fault ? texts.unfinished(fault.message, fault.hint) : healthy,
  });
  if (json) {
    const times = {
      ran: outcome !== undefined,
      missed: due.missed,
      ...ends,
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
