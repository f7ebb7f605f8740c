import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Night } from './collect-process.ts';
import { benchDate, sendReports, writeDistrict } from './invented-district.ts';
import { median, ratioOf } from './measure.ts';
import { type Line, milliseconds, type Section } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = fileURLToPath(new URL('collect-process.ts', import.meta.url));

/** The process did not do what is being measured. */
class NotThatNight extends Error {
  override readonly name = 'NotThatNight';
}

/** A process of its own, so that memory is its own too. */
function night(
  dir: string,
  files: { read: number; unchanged: number },
  flags: readonly string[] = [],
): Night {
  const text = execFileSync(process.execPath, [...flags, '--import', 'tsx', script, dir, benchDate], {
    cwd: root,
    encoding: 'utf8',
  });
  const told = JSON.parse(text) as Night;
  // a night that read something else than it was given would be compared in vain
  if (told.read !== files.read || told.unchanged !== files.unchanged || told.indicators === 0) {
    throw new NotThatNight(JSON.stringify(told));
  }
  return told;
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

interface District {
  readonly dir: string;
  readonly files: number;
}

async function prepare(folder: string, schools: number, files: number): Promise<District> {
  const dir = join(folder, `district-${files}`);
  await sendReports(await writeDistrict(dir, schools), range(files));
  return { dir, files };
}

/** A heap so small that garbage has to go at once: what is then at the peak is needed. */
const smallHeap = ['--max-old-space-size=96', '--max-semi-space-size=4'];

/** A night in which everything is new. */
function firstNight({ dir, files }: District, flags: readonly string[] = []): Night {
  rmSync(join(dir, 'store'), { recursive: true, force: true });
  return night(dir, { read: files, unchanged: 0 }, flags);
}

const pick = (nights: readonly Night[], of: (night: Night) => number): number[] => nights.map(of);

function line(
  what: string,
  unit: 'ms' | 'MB',
  a: readonly number[],
  b: readonly number[],
  goal?: number,
): Line {
  const text = (n: number) => (unit === 'ms' ? milliseconds(n) : `${n.toFixed(0)} MB`);
  return {
    what,
    ratio: ratioOf(a, b),
    seen: `${text(median(a))} : ${text(median(b))}`,
    ...(goal !== undefined && { goal }),
  };
}

/** Collecting and evaluating a few and four times as many workbooks; then again, unchanged and 5 % changed. */
export async function benchWorkspaces(folder: string, quick: boolean): Promise<Section> {
  const [few, many] = quick ? [1, 4] : [60, 240];
  const rounds = quick ? 1 : 3;
  const changed = Math.max(1, Math.round(many * 0.05));
  const large = await prepare(folder, many, many);
  const small = await prepare(folder, few, few);
  const sent = join(folder, 'sent');
  cpSync(join(large.dir, 'inbox'), sent, { recursive: true });

  const none = (): Night[] => [];
  const nights = {
    few: none(),
    many: none(),
    idle: none(),
    some: none(),
    fewTight: none(),
    manyTight: none(),
  };
  for (let round = 0; round < rounds; round++) {
    if (!quick) {
      nights.fewTight.push(firstNight(small, smallHeap));
      nights.manyTight.push(firstNight(large, smallHeap));
    }
    nights.few.push(firstNight(small));
    nights.many.push(firstNight(large));
    nights.idle.push(night(large.dir, { read: 0, unchanged: many }));
    await sendReports(await writeDistrict(large.dir, many), range(changed), 1);
    nights.some.push(night(large.dir, { read: changed, unchanged: many - changed }));
    cpSync(sent, join(large.dir, 'inbox'), { recursive: true });
  }
  const perFile = (list: readonly Night[], files: number) =>
    pick(list, (n) => (n.collecting + n.evaluating) / files);
  const peak = (n: Night) => n.peak;
  const collecting = (n: Night) => n.collecting;
  const whole = (n: Night) => n.collecting + n.evaluating;
  const last = nights.many.at(-1)!;
  return {
    title: `3. ${few} and ${many} workbooks, collected and evaluated (${last.observations} values, ${last.indicators} indicator rows)`,
    lines: [
      line(
        `time per file, ${many} : ${few}`,
        'ms',
        perFile(nights.many, many),
        perFile(nights.few, few),
        1.2,
      ),
      line(`peak memory, ${many} : ${few}`, 'MB', pick(nights.many, peak), pick(nights.few, peak), 1.2),
      ...(quick
        ? []
        : [
            line(
              `peak memory in a heap of 96 MB, ${many} : ${few}`,
              'MB',
              pick(nights.manyTight, peak),
              pick(nights.fewTight, peak),
              1.2,
            ),
          ]),
      line(
        `evaluating per file, ${many} : ${few}`,
        'ms',
        pick(nights.many, (n) => n.evaluating / many),
        pick(nights.few, (n) => n.evaluating / few),
      ),
      line(
        'collecting, nothing changed : all new',
        'ms',
        pick(nights.idle, collecting),
        pick(nights.many, collecting),
        0.1,
      ),
      line(
        `collecting, ${changed} changed : all new`,
        'ms',
        pick(nights.some, collecting),
        pick(nights.many, collecting),
        0.15,
      ),
      line(
        'collecting and evaluating, nothing changed : all new',
        'ms',
        pick(nights.idle, whole),
        pick(nights.many, whole),
      ),
    ],
  };
}
