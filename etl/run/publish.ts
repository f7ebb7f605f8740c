import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { writeAtomic } from '../files/write-atomic.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { contentHash, drawingFingerprint } from './fingerprint.ts';

/** One generated file: what it is made from, and how. */
export interface Output {
  /** Path below the workspace, with `/`. */
  readonly path: string;
  /** Everything the bytes depend on, as text; equal inputs are not drawn again. */
  readonly inputs: () => string;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface Published {
  /** Paths below the workspace, with `/`, as they lie there now. */
  readonly paths: readonly string[];
  /** Paths that were newly written because the file itself was open elsewhere (Windows). */
  readonly beside: readonly string[];
  readonly written: number;
}

interface Made {
  readonly inputs: string;
  readonly hash: string;
}

/**
 * Writes the outputs that are due. A file whose inputs are those of last time and which still lies there unchanged is
 * left alone; one whose new bytes equal the old ones is not touched either. What an earlier run wrote, is due no more and
 * `isRetired` names is removed, unless somebody has changed it since.
 */
export async function publish(
  workspace: Workspace,
  outputs: readonly Output[],
  progress: (path: string) => void,
  isRetired: (path: string) => boolean = () => false,
): Promise<Published> {
  const memoryPath = join(workspace.paths.root, workspace.config.store, 'outputs.json');
  const before = await readFile(memoryPath, 'utf8')
    .then((text) => JSON.parse(text) as Record<string, Made>)
    .catch((): Record<string, Made> => ({}));
  const drawing = drawingFingerprint();
  const made: Record<string, Made> = { ...before };
  const paths: string[] = [];
  const beside: string[] = [];
  let written = 0;
  for (const output of outputs) {
    const absolute = join(workspace.paths.root, output.path);
    const inputs = contentHash(`${drawing}\n${output.inputs()}`);
    const old = before[output.path];
    const lies = old?.inputs === inputs ? await readFile(absolute).catch(() => undefined) : undefined;
    if (old && lies && contentHash(lies) === old.hash) {
      paths.push(output.path);
      continue;
    }
    progress(output.path);
    const bytes = await output.bytes();
    await mkdir(dirname(absolute), { recursive: true });
    const outcome = await writeAtomic(absolute, bytes);
    if (outcome.state !== 'unchanged') written++;
    if (outcome.state === 'beside') {
      beside.push(relative(workspace.paths.root, outcome.path).split(sep).join('/'));
      delete made[output.path];
    } else made[output.path] = { inputs, hash: contentHash(bytes) };
    paths.push(output.path);
  }
  const due = new Set(outputs.map((output) => output.path));
  for (const [path, { hash }] of Object.entries(before)) {
    if (due.has(path) || !isRetired(path)) continue;
    if (!(await retire(join(workspace.paths.root, path), hash))) continue;
    delete made[path];
    written++;
  }
  const text = `${JSON.stringify(made, null, 1)}\n`;
  if (text !== `${JSON.stringify(before, null, 1)}\n`) {
    await mkdir(dirname(memoryPath), { recursive: true });
    await writeFile(memoryPath, text);
  }
  return { paths, beside, written };
}

/** Removes a file that is still as it was written; false if another program holds it, so that the next run tries again. */
async function retire(absolute: string, hash: string): Promise<boolean> {
  const lies = await readFile(absolute).catch(() => undefined);
  if (lies === undefined || contentHash(lies) !== hash) return true;
  return rm(absolute).then(
    () => true,
    () => false,
  );
}
