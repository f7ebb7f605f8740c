import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../etl/bin/msoko.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the real program in a process of its own, as a person does. */
export function msoko(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, ...args], {
      cwd: options.cwd ?? tmpdir(),
      env: { ...process.env, ...options.env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** A new folder below the system's temporary one. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'msoko-e2e-'));

/** A copy of the golden workspace that a test may change. */
export function goldenCopy(): string {
  const dir = join(freshFolder(), 'golden');
  cpSync(fileURLToPath(new URL('../golden', import.meta.url)), dir, { recursive: true });
  return dir;
}

/** Rows of a CSV text as records. */
export function records(csv: string): Record<string, string>[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const split = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '',
    );
  const names = split(header);
  return lines.map((line) => Object.fromEntries(split(line).map((value, i) => [names[i] ?? '', value])));
}
