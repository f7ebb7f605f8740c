import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { detectPersonalData } from '../../shared/parse/personal-data.ts';
import { scheduleTexts as texts } from '../../shared/texts/schedule.ts';
import { isLogLine } from './log-line.ts';

/** How an attempt to do what is due ended. */
export type Ended =
  | {
      readonly kind: 'done';
      /** Start of the last complete run as the zone's clocks showed it; null if there is none. */
      readonly lastRun: string | null;
      /** Files and spreadsheets that could not be read; undefined where nothing was due. */
      readonly unreadable?: number;
    }
  | { readonly kind: 'locked' }
  /** `isPartial`: files are done and the log has it all; what is left is to be tried again. */
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly hint: string;
      readonly isPartial?: boolean;
    };

export interface Attempt {
  readonly ended: Promise<Ended>;
  /** Ends it at once; what it has stored stays, the next run goes on from there. */
  stop(): void;
}

const launcher = fileURLToPath(new URL('../bin/msoko.js', import.meta.url));
/** Exit codes of contracts §6 after which the run itself is complete, and the one of a held store. */
const complete = new Set([0, 1, 3]);
const storeHeld = 4;
/** One line of JSON is expected; more than this is no answer. */
const longestAnswer = 16_000_000;

/**
 * Does what is due in a process of its own: its memory goes back to the system every morning, a crash of a native library
 * ends only that process, and settings and program are read anew. Lines of its log are handed on.
 */
export function spawnAttempt(workspace: string, log: (line: string) => void): Attempt {
  const args = [launcher, 'schedule', '--once', '--wait', '0', '--json', '--workspace', workspace];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // Ctrl+C reaches every process of the group: the run must not die of it before it was asked to stop
    detached: process.platform !== 'win32',
  });
  let answer = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    if (answer.length < longestAnswer) answer += text;
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (isLogLine(line)) log(`${line}\n`);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => resolve(died(error.code ?? error.name)));
    child.on('close', (code, signal) => resolve(endOf(code, signal, answer)));
  });
  return { ended, stop: () => void child.kill('SIGTERM') };
}

const died = (how: string): Ended => ({ kind: 'failed', message: texts.died(how), hint: texts.diedHint });

/** The parts of the answer that count; it comes from this very program. */
interface Answer {
  readonly lastRun?: unknown;
  readonly report?: { readonly workbooks?: { readonly failed?: unknown } };
  readonly unfinished?: { readonly message: string; readonly hint: string };
}

/** What the exit code and the answer of the process mean. */
export function endOf(code: number | null, signal: string | null, answer: string): Ended {
  if (signal !== null || code === null) return died(texts.signal(signal ?? '?'));
  if (code === storeHeld) return { kind: 'locked' };
  const json = parse(answer);
  if (complete.has(code) && typeof json?.ran === 'boolean') {
    const { lastRun, report, unfinished } = json as Answer;
    if (unfinished) return { kind: 'failed', isPartial: true, ...unfinished };
    const unreadable = report?.workbooks?.failed;
    return {
      kind: 'done',
      lastRun: typeof lastRun === 'string' ? lastRun : null,
      ...(typeof unreadable === 'number' && { unreadable }),
    };
  }
  const error = json?.error as { code?: string; message?: string; hint?: string } | undefined;
  if (error?.message === undefined) return died(texts.exit(code));
  // a path may hold a person's name, and a log is kept and copied
  if (detectPersonalData(error.message) !== undefined)
    return { kind: 'failed', message: texts.withheld(error.code ?? ''), hint: texts.withheldHint };
  return { kind: 'failed', message: error.message, hint: error.hint ?? '' };
}

function parse(answer: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(answer);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
