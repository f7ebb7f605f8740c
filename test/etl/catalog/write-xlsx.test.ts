import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { writeCatalogXlsx } from '../../../etl/catalog/write-xlsx.ts';
import { tableKindNames } from '../../../shared/catalog/table-kinds.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msoko-catalog-'));
  await mkdir(join(folder, 'catalog'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Everything but where a row stands, maps as lists so that their order counts too. */
const content = (catalog: Catalog): unknown =>
  JSON.parse(
    JSON.stringify(catalog, (key, value) => {
      if (key === 'origin') return undefined;
      return value instanceof Map ? [...value] : value;
    }),
  );

it('the built-in catalogue as a workbook of the workspace is the same catalogue', async () => {
  const bytes = await writeCatalogXlsx({});
  await writeFile(join(folder, 'catalog', 'всё.xlsx'), bytes);
  const [again, builtin] = await Promise.all([loadCatalog({ workspace: folder }), loadCatalog({})]);
  expect(content(again)).toEqual(content(builtin));
  expect(again.forms.get('pupils')?.origin).toEqual({ file: 'catalog/всё.xlsx#forms', line: 2 });
});

it('the workbook alone, without the built-in tables, is the same catalogue', async () => {
  await writeFile(join(folder, 'catalog', 'всё.xlsx'), await writeCatalogXlsx({}));
  const [alone, builtin] = await Promise.all([
    loadCatalog({ builtin: join(folder, 'none'), workspace: folder }),
    loadCatalog({}),
  ]);
  expect(content(alone)).toEqual(content(builtin));
});

it('rows of the workspace stand in it, removed ones do not', async () => {
  await writeFile(
    join(folder, 'catalog', 'own.csv'),
    'dimension,member,title,order,disabled\ngrade,g1,Первый,1,\ngrade,g2,,,1\n',
  );
  const other = await mkdtemp(join(tmpdir(), 'msoko-catalog-'));
  await mkdir(join(other, 'catalog'));
  await writeFile(join(other, 'catalog', 'a.xlsx'), await writeCatalogXlsx({ workspace: folder }));
  const catalog = await loadCatalog({ builtin: join(other, 'none'), workspace: other });
  await rm(other, { recursive: true });
  const members = catalog.dimensions.get('grade')!.members;
  expect(members[0]).toMatchObject({ member: 'g1', title: 'Первый' });
  expect(members.map((m) => m.member)).not.toContain('g2');
});

it('every cell is text for another reader too, and 1.10 stays 1.10', async () => {
  const bytes = await writeCatalogXlsx({});
  const book = XLSX.read(bytes, { type: 'array', cellNF: true });
  expect(book.SheetNames).toEqual([...tableKindNames]);
  const types = new Set<string>();
  for (const sheet of Object.values(book.Sheets)) {
    for (const [address, cell] of Object.entries(sheet)) {
      if (!address.startsWith('!')) types.add(`${cell.t} ${cell.z}`);
    }
  }
  expect([...types]).toEqual(['s @']);
  const rows = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets.indicators!);
  expect(rows.map((row) => row.no)).toContain('1.16.10');
});

it('the same catalogue gives the same bytes', async () => {
  expect(
    Buffer.compare(Buffer.from(await writeCatalogXlsx({})), Buffer.from(await writeCatalogXlsx({}))),
  ).toBe(0);
});
