import { mkdtemp, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { besidePath, writeAtomic } from '../../../etl/files/write-atomic.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'msoko-atomic-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const inUse = (busy: string, code: string) => async (from: string, to: string) => {
  if (to === busy) throw Object.assign(new Error(`${code}: resource busy`), { code });
  await rename(from, to);
};

describe('writeAtomic', () => {
  test('creates folders and writes', async () => {
    const file = path.join(folder, 'outbox', 'район', 'district.xlsx');
    expect(await writeAtomic(file, bytes('one'))).toEqual({ state: 'written', path: file });
    expect(await readFile(file, 'utf8')).toBe('one');
    expect(await readdir(path.dirname(file))).toEqual(['district.xlsx']);
  });

  test('leaves a file with the same bytes alone', async () => {
    const file = path.join(folder, 'a.xlsx');
    await writeAtomic(file, bytes('one'));
    const old = new Date('2020-01-01T00:00:00Z');
    await utimes(file, old, old);
    expect(await writeAtomic(file, bytes('one'))).toEqual({ state: 'unchanged', path: file });
    expect((await stat(file)).mtime).toEqual(old);
    expect(await writeAtomic(file, bytes('two'))).toEqual({ state: 'written', path: file });
    expect(await readFile(file, 'utf8')).toBe('two');
  });

  test.each(['EBUSY', 'EPERM', 'EACCES'])('writes beside a file that is open in Excel (%s)', async (code) => {
    const file = path.join(folder, 'сводка.xlsx');
    const beside = path.join(folder, 'сводка (новый).xlsx');
    await writeAtomic(file, bytes('one'));
    const replace = inUse(file, code);
    expect(await writeAtomic(file, bytes('two'), { replace })).toEqual({ state: 'beside', path: beside });
    expect(await writeAtomic(file, bytes('two'), { replace })).toEqual({ state: 'beside', path: beside });
    expect(await readFile(file, 'utf8')).toBe('one');
    expect(await readFile(beside, 'utf8')).toBe('two');
    expect((await readdir(folder)).sort()).toEqual(['сводка (новый).xlsx', 'сводка.xlsx']);
  });

  test('a failure leaves the old file and nothing else', async () => {
    const file = path.join(folder, 'a.xlsx');
    await writeAtomic(file, bytes('one'));
    await expect(writeAtomic(file, bytes('two'), { replace: inUse(file, 'ENOSPC') })).rejects.toThrow(
      'ENOSPC',
    );
    expect(await readFile(file, 'utf8')).toBe('one');
    expect(await readdir(folder)).toEqual(['a.xlsx']);
  });

  test('a folder in the place of the file is an error, not a reason to write elsewhere', async () => {
    const file = path.join(folder, 'a.xlsx');
    await writeAtomic(path.join(file, 'inner.txt'), bytes('one'));
    await expect(writeAtomic(file, bytes('two'))).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  });
});

test('besidePath keeps folder and extension', () => {
  expect(besidePath(path.join('outbox', 'd.1', 'ministry.xlsx'))).toBe(
    path.join('outbox', 'd.1', 'ministry (новый).xlsx'),
  );
});
