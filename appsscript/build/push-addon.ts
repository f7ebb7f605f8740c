import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addonPushTexts as texts } from '../../shared/texts/addon-push.ts';
import { entriesFor } from '../entries.ts';
import { buildAddon } from './build-addon.ts';
import { checkScript, maxServerBytes } from './check-script.ts';

/** Where the add-on goes: one script project. With `parentId` it lives inside that one spreadsheet. */
export interface Target {
  readonly name: string;
  readonly scriptId: string;
  readonly parentId?: string;
  /** Without the custom function of a Cyrillic name. */
  readonly latinOnly?: boolean;
}

/** Thrown where nothing may be pushed, or where Google did not take what was. The message tells a person what to do. */
export class PushError extends Error {
  override readonly name = 'PushError';
}

/** Reads `<folder>/<name>.json`, all of them where no names are given. Throws PushError. */
export async function readTargets(folder: string, names: readonly string[]): Promise<Target[]> {
  const there = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).sort();
  const wanted = names.length > 0 ? names.map((name) => `${name}.json`) : there;
  if (wanted.length === 0) throw new PushError(texts.noTargets);
  return Promise.all(
    wanted.map(async (file) => {
      if (!there.includes(file)) throw new PushError(texts.unknownTarget(file, there));
      const name = basename(file, '.json');
      const given = await readFile(join(folder, file), 'utf8').then(parsed);
      const { scriptId, parentId, latinOnly } = given ?? {};
      if (typeof scriptId !== 'string' || scriptId === '') throw new PushError(texts.badTarget(file));
      return {
        name,
        scriptId,
        ...(typeof parentId === 'string' && parentId !== '' && { parentId }),
        ...(latinOnly === true && { latinOnly }),
      };
    }),
  );
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export interface PushOptions {
  /** Folder for what is built; each target has its own folder there. */
  readonly dist: string;
  /** Command that runs clasp. */
  readonly clasp: readonly [string, ...string[]];
}

/**
 * Builds the add-on for a target, checks it and pushes it with clasp, manifest included; answers the names of the files
 * that Google took. Nothing changed = an empty list. Throws PushError, also where clasp says it is done but left a file out.
 */
export async function pushAddon(
  { name, scriptId, parentId, latinOnly = false }: Target,
  options: PushOptions,
): Promise<string[]> {
  const built = await buildAddon({ isBound: parentId !== undefined, latinOnly });
  const names = entriesFor({ latinOnly }).map((entry) => entry.name);
  const faults = checkScript(built.get('server.js') ?? '', { names, limit: maxServerBytes });
  if (faults.length > 0) throw new PushError(texts.unfit(faults.map((f) => `${f.code}: ${f.detail}`)));
  // clasp takes only a folder inside the one with its project file
  const root = join(options.dist, name);
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, 'files'), { recursive: true });
  await writeFile(
    join(root, '.clasp.json'),
    JSON.stringify({ scriptId, rootDir: 'files', ...(parentId && { parentId }) }),
  );
  for (const [file, text] of built) await writeFile(join(root, 'files', file), text);
  const [command, ...first] = options.clasp;
  // without --force a changed manifest is skipped in silence
  const answer = await run(command, [...first, '--json', '--project', root, 'push', '--force']);
  if (answer.code !== 0) throw new PushError(texts.refused(name, answer.text));
  const pushed = pushedFiles(answer.text);
  if (pushed === undefined) throw new PushError(texts.unreadable(name, answer.text));
  const missing = pushed.length === 0 ? [] : [...built.keys()].filter((file) => !pushed.includes(file));
  if (missing.length > 0) throw new PushError(texts.leftOut(name, missing));
  return pushed;
}

/** Names in the list that `clasp --json push` prints; undefined where it printed something else. */
function pushedFiles(text: string): string[] | undefined {
  const start = text.indexOf('[');
  try {
    const list: unknown = JSON.parse(text.slice(Math.max(start, 0)));
    return Array.isArray(list) ? list.map((path) => basename(String(path).replaceAll('\\', '/'))) : undefined;
  } catch {
    return undefined;
  }
}

const run = (command: string, args: readonly string[]): Promise<{ code: number; text: string }> =>
  new Promise((resolve) => {
    execFile(command, args, { encoding: 'utf8', timeout: 300_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, text: code === 0 ? stdout : `${stdout}${stderr}`.trim() });
    });
  });

/** The pinned clasp of this project, run by this Node. */
export const ownClasp = (): readonly [string, string] => [
  process.execPath,
  createRequire(import.meta.url).resolve('@google/clasp'),
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  try {
    for (const target of await readTargets(here('../targets'), process.argv.slice(2))) {
      const files = await pushAddon(target, { dist: here('../dist'), clasp: ownClasp() });
      process.stderr.write(`${texts.done(target.name, files)}\n`);
    }
  } catch (error) {
    if (!(error instanceof PushError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
