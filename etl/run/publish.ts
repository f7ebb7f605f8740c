import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { besidePath, writeAtomic } from '../files/write-atomic.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { contentHash, drawingFingerprint } from './fingerprint.ts';

/** One generated file: what it is made from, and how. */
export interface Output {
  /** Path below the workspace, with `/`. */
  readonly path: string;
  /** Everything the bytes depend on, as text; equal inputs are not drawn again. */
  readonly inputs: () => string;
  readonly bytes: () => Promise<Uint8Array>;
  /** One of a great many alike: not named in the report of a run. */
  readonly isUnlisted?: boolean;
  /** A workbook that people fill in: what they changed is left as it is, and a new one is written beside it. */
  readonly handedOut?: boolean;
}

export interface Published {
  /** Paths below the workspace, with `/`, as they lie there now. */
  readonly paths: readonly string[];
  /** Paths that were newly written because the file itself was open elsewhere (Windows). */
  readonly beside: readonly string[];
  readonly written: number;
  /** Paths of files that people changed and that were therefore left as they are, though newer ones stand beside them. */
  readonly kept: readonly string[];
  /** By the path of each output as it was asked for: hash of everything it depends on. */
  readonly inputs: ReadonlyMap<string, string>;
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
  const kept: string[] = [];
  const hashes = new Map<string, string>();
  let written = 0;
  for (const output of outputs) {
    const inputs = contentHash(`${drawing}\n${output.inputs()}`);
    hashes.set(output.path, inputs);
    const place = await placeOf(workspace.paths.root, output, inputs, before);
    const { path } = place;
    kept.push(...place.kept);
    if (!output.isUnlisted) paths.push(path);
    if (place.isCurrent) continue;
    const absolute = join(workspace.paths.root, path);
    progress(path);
    const bytes = await output.bytes();
    await mkdir(dirname(absolute), { recursive: true });
    const outcome = await writeAtomic(absolute, bytes);
    if (outcome.state !== 'unchanged') written++;
    if (outcome.state === 'beside') {
      beside.push(relative(workspace.paths.root, outcome.path).split(sep).join('/'));
      delete made[path];
    } else made[path] = { inputs, hash: contentHash(bytes) };
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
  return { paths, beside, written, kept, inputs: hashes };
}

interface OutputPlace {
  readonly path: string;
  /** True where nothing has to be written. */
  readonly isCurrent: boolean;
  readonly kept: readonly string[];
}

/**
 * Where an output goes. A file that is not as it was made has been filled in by somebody: if it is handed out, the
 * newer one goes beside it, unless it would be the same workbook.
 */
async function placeOf(
  root: string,
  { path, handedOut = false, bytes }: Output,
  inputs: string,
  before: Readonly<Record<string, Made>>,
): Promise<OutputPlace> {
  const kept: string[] = [];
  for (let at = path; ; at = besidePath(at).split(sep).join('/')) {
    const old = before[at];
    const isSame = old?.inputs === inputs;
    const lies = handedOut || isSame ? await readFile(join(root, at)).catch(() => undefined) : undefined;
    if (lies === undefined) return { path: at, isCurrent: false, kept };
    const isOurs = old ? contentHash(lies) === old.hash : handedOut && lies.equals(await bytes());
    if (isOurs || !handedOut) return { path: at, isCurrent: isOurs && isSame, kept };
    if (isSame) return { path: at, isCurrent: true, kept };
    kept.push(at);
  }
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
