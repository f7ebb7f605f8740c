import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { workbookTexts } from '../../shared/texts/spreadsheet.ts';

export interface WriteOutcome {
  /** `beside`: the file is open in another program, so the new content stands next to it under `path`. */
  readonly state: 'written' | 'unchanged' | 'beside';
  readonly path: string;
}

export interface WriteAtomicOptions {
  /** Puts the finished file in the place of the old one; the rename of the file system unless a test says otherwise. */
  readonly replace?: (from: string, to: string) => Promise<void>;
}

/**
 * Writes a file whole or not at all: into a temporary file in the same folder, flushed to disk, then renamed.
 * Creates folders. A file that has these bytes already is not touched, so its time tells when it last changed.
 * Windows refuses to replace a file that is open in Excel: then `… (новый).xlsx` is written beside it.
 * Throws what the file system throws otherwise; the old file is then intact and no temporary file remains.
 */
export async function writeAtomic(
  file: string,
  bytes: Uint8Array,
  { replace = rename }: WriteAtomicOptions = {},
): Promise<WriteOutcome> {
  if (await hasBytes(file, bytes)) return { state: 'unchanged', path: file };
  try {
    await writeAndReplace(file, bytes, replace);
    return { state: 'written', path: file };
  } catch (error) {
    if (!isInUse(error)) throw error;
    const beside = besidePath(file);
    if (!(await hasBytes(beside, bytes))) await writeAndReplace(beside, bytes, replace);
    return { state: 'beside', path: beside };
  }
}

/** `сводка.xlsx` → `сводка (новый).xlsx`. */
export function besidePath(file: string): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}${workbookTexts.beside}${ext}`);
}

async function hasBytes(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const { size } = await stat(file);
    return size === bytes.length && (await readFile(file)).equals(bytes);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || isInUse(error)) return false;
    throw error;
  }
}

async function writeAndReplace(
  file: string,
  bytes: Uint8Array,
  replace: (from: string, to: string) => Promise<void>,
): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  // one name, not a random one: what a killed run left behind is overwritten by the next
  const temporary = path.join(folder, `.${path.basename(file)}.tmp`);
  try {
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await replace(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** The rename itself must reach the disk; Windows neither needs nor allows this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isInUse(error: unknown): boolean {
  return ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
