import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTable } from '../../../etl/workspace/read-table.ts';

async function read(text: string | Uint8Array) {
  const path = join(await mkdtemp(join(tmpdir(), 'msoko-table-')), 'organisations.csv');
  await writeFile(path, text);
  return readTable(path, ['code', 'district']);
}

it.each([
  ['comma', 'code,name,district\n1,Школа,a\n'],
  ['semicolon with a mark', '\uFEFFcode;name;district\r\n1;Школа;a\r\n'],
  ['tab', 'code\tname\tdistrict\n1\tШкола\ta'],
])('%s', async (_, text) => {
  expect(await read(text)).toEqual([{ line: 2, columns: { code: '1', name: 'Школа', district: 'a' } }]);
});

it('numbers physical lines: blank ones and breaks inside quotes count', async () => {
  const rows = await read('code,name,district\n\n1,"Школа\nв две строки",a\n2,Сад,a\n');
  expect(rows.map((row) => [row.line, row.columns.code])).toEqual([
    [3, '1'],
    [5, '2'],
  ]);
});

it('refuses a row with more cells than the header, by its line', async () => {
  await expect(read('code,district\n1,a\n2,a,лишнее\n')).rejects.toThrow('строка 3');
});

it('names the required columns that are missing', async () => {
  await expect(read('code,name\n1,Школа\n')).rejects.toThrow('district');
});
