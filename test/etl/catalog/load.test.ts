import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogError } from '../../../etl/catalog/catalog-error.ts';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { readCatalogCsv } from '../../../etl/catalog/read-csv.ts';

const golden = new URL('../../golden', import.meta.url).pathname;
let workspace = '';

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'msoko-catalog-'));
  await mkdir(join(workspace, 'catalog'));
});
afterEach(() => rm(workspace, { recursive: true }));

const write = (name: string, text: string | Uint8Array) => writeFile(join(workspace, 'catalog', name), text);
const bytes = (text: string) => new TextEncoder().encode(text);

async function faultsOf(): Promise<CatalogError> {
  const error = await loadCatalog({ workspace }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(CatalogError);
  return error as CatalogError;
}

describe('loading', () => {
  it('finds the built-in tables from any current folder', async () => {
    const before = process.cwd();
    process.chdir(workspace);
    try {
      expect((await loadCatalog({})).forms.size).toBeGreaterThan(0);
    } finally {
      process.chdir(before);
    }
  });

  it('a workspace without a folder catalog has the built-in catalogue', async () => {
    await rm(join(workspace, 'catalog'), { recursive: true });
    const [own, builtin] = await Promise.all([loadCatalog({ workspace }), loadCatalog({})]);
    expect(own).toEqual(builtin);
  });

  it('the golden workspace adds its six elements and four indicators', async () => {
    const [own, builtin] = await Promise.all([loadCatalog({ workspace: golden }), loadCatalog({})]);
    expect(own.elements.size - builtin.elements.size).toBe(6);
    expect(own.indicators.length - builtin.indicators.length).toBe(4);
    expect(own.elements.get('g.trips')?.origin).toEqual({ file: 'catalog/elements.csv', line: 5 });
  });

  it("a roadmap may lie in a folder of its own, as the built-in ones do; other folders are the district's business", async () => {
    const folder = join('roadmaps', 'my-plan');
    await mkdir(join(workspace, 'catalog', folder), { recursive: true });
    await mkdir(join(workspace, 'catalog', 'старое'));
    await write(join(folder, 'roadmap.csv'), 'id,district,title\nmy-plan,Район,План\n');
    await write(join(folder, 'activities.csv'), 'id,direction,title,deadline\na-1,leaders,Дело,ежегодно\n');
    await write(join('старое', 'x.csv'), 'не,каталог\n1,2\n');
    const { activities } = await loadCatalog({ workspace });
    expect(activities.filter((one) => one.roadmap === 'my-plan')).toMatchObject([{ id: 'a-1' }]);
  });

  it("rows of a roadmap that do not name it replace those of the district's own", async () => {
    await writeFile(
      join(workspace, 'districts.csv'),
      'code,name,region,region_name,roadmap\nd,Район,RU-DA,,botlikh\n',
    );
    await write('a.csv', 'id,direction,title,deadline\n1.13,leaders,Другое,май 2025\n');
    const { activities } = await loadCatalog({ workspace });
    const changed = activities.filter((one) => one.title === 'Другое');
    expect(changed).toMatchObject([{ roadmap: 'botlikh', id: '1.13', deadline: 'май 2025' }]);
  });

  it('tells the kind of a file by its header, whatever its name, delimiter, encoding and line ends', async () => {
    await write('что-то.csv', '\uFEFFdimension;member;title;order\r\ncolour;red;"Красный; тёплый";1\r\n');
    // «Синий» in windows-1251
    const blue = [0xd1, 0xe8, 0xed, 0xe8, 0xe9];
    await write(
      'x.csv',
      new Uint8Array([...bytes('dimension\tmember\ttitle\torder\ncolour\tblue\t'), ...blue, 9, 0x32]),
    );
    const { dimensions } = await loadCatalog({ workspace });
    expect(dimensions.get('colour')?.members).toEqual([
      { member: 'red', title: 'Красный; тёплый', order: 1 },
      { member: 'blue', title: 'Синий', order: 2 },
    ]);
  });

  it('replaces and removes built-in rows', async () => {
    await write(
      'own.csv',
      'id,title,mechanism,disabled\nobjectivity,Объективность,1.1,\nlegal-framework,,,1\n',
    );
    const { directions } = await loadCatalog({ workspace });
    expect(directions.get('objectivity')).toMatchObject({ title: 'Объективность', mechanism: '1.1' });
    expect(directions.has('legal-framework')).toBe(false);
  });

  it('throws all faults of all files at once, in Russian, with file and line', async () => {
    await write('a.csv', 'dimension,member,title,order\ncolour,Red,,1\n');
    await write('b.csv', 'id,title,mechanism\nplain,,\nплохо,,\n');
    await write('c.xlsx', bytes('это не книга'));
    const error = await faultsOf();
    expect(error.faults.map((f) => `${f.file}:${f.line} ${f.code}`)).toEqual([
      'catalog/c.xlsx:1 file.unreadable',
      'catalog/a.csv:2 code.member',
      'catalog/b.csv:3 code.id',
    ]);
    expect(error.message).toContain('ошибок: 3');
    expect(error.message).toContain(
      'catalog/a.csv:2: столбец member. «Red» не может быть значением измерения',
    );
    expect(error.message).toContain('catalog/c.xlsx:1: Файл не является книгой Excel');
  });

  it('leaves alone what a spreadsheet program hides in the folder', async () => {
    await write('~$c.xlsx', 'lock');
    await write('.~lock.c.csv', 'lock');
    await write('readme.txt', 'заметки');
    await expect(loadCatalog({ workspace })).resolves.toBeDefined();
  });
});

describe('reading a CSV file', () => {
  it('counts lines as an editor does, after quoted line breaks and blank lines too', () => {
    const text = 'dimension,member,title,order\ngrade,g1,"Первый\nкласс",1\n\n,,,\ngrade,g2,Второй,2\n';
    const { rows } = readCatalogCsv(bytes(text), 'x.csv', 'workspace');
    expect(rows.map((row) => [row.line, row.columns.member])).toEqual([
      [2, 'g1'],
      [6, 'g2'],
    ]);
  });

  it('keeps every cell as text', () => {
    const text = 'id,title,mechanism\n007,1.10,TRUE\n';
    expect(readCatalogCsv(bytes(text), 'x.csv', 'workspace').rows[0]?.columns).toEqual({
      id: '007',
      title: '1.10',
      mechanism: 'TRUE',
    });
  });
});
