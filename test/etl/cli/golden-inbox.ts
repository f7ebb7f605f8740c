import { cpSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenAlone } from '../../acceptance/golden-alone.ts';
import { freshFolder, records } from '../../e2e/msoko.ts';
import { say } from './console.ts';

/** The day on which everything happens. */
export const date = ['--date', '2024-12-15'] as const;

export const observations = (lines: readonly string[]): string =>
  `organisation,period,element,value\n${lines.join('\n')}\n`;

/** A file of observations in the inbox, of a day. */
export function put(dir: string, name: string, lines: readonly string[], day = '2024-12-01'): void {
  const path = join(dir, 'inbox', name);
  writeFileSync(path, observations(lines));
  utimesSync(path, new Date(day), new Date(day));
}

export const exported = async (dir: string, what: string): Promise<Record<string, string>[]> =>
  records((await say(dir, 'export', what, ...date)).out);

export const observed = async (dir: string, element: string, organisation = 's1', period = '2024/25') =>
  (await exported(dir, 'observations')).find(
    (r) => r.element === element && r.organisation === organisation && r.period === period,
  );

let ran: Promise<string> | undefined;

async function firstRun(): Promise<string> {
  const dir = goldenAlone();
  await say(dir, 'run', ...date);
  return dir;
}

/** A workspace of one's own as the first run left it; that run is made once per file of tests. */
export async function afterFirstRun(): Promise<string> {
  ran ??= firstRun();
  const copy = join(freshFolder(), 'golden');
  cpSync(await ran, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}
