import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { detectPersonalData } from '../../shared/parse/personal-data.ts';

const quoted = /"[^"]*"|'[^']*'|`[^`]*`|«[^»]*»/g;

/** What went wrong in one line: everything quoted is taken out, and all of it where a person is still named. */
export function faultHead(error: unknown): string {
  const isError = error instanceof Error;
  const head = (isError ? `${error.name}: ${error.message}` : String(error))
    .replace(quoted, '…')
    .slice(0, 500);
  return detectPersonalData(head) === undefined ? head : isError ? error.name : '…';
}

/**
 * What developers need of a fault of ours, without the data of organisations: the message with everything quoted taken
 * out, since libraries quote what they choked on, and the frames of the stack.
 */
export function faultReport(error: unknown): string {
  const isError = error instanceof Error;
  const frames = isError ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const lines = [faultHead(error), ...frames];
  return `${lines.join('\n')}\nNode ${process.version}, ${process.platform}\n`;
}

/** Writes the report into a new temporary folder; undefined where not even that can be written. */
export async function writeFaultReport(error: unknown): Promise<string | undefined> {
  try {
    const file = join(await mkdtemp(join(tmpdir(), 'msoko-')), 'report.txt');
    await writeFile(file, faultReport(error));
    return file;
  } catch {
    return undefined;
  }
}
