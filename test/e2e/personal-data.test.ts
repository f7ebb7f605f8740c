import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { goldenCopy, msoko, records } from './msoko.ts';

/** Invented; each must be refused wherever it is typed, and its words must be found nowhere afterwards. */
const personal = {
  name: 'Выдумова Мария Петровна',
  phone: '+7 928 555-44-33',
  bare: '89285554433',
  email: 'vydumova.masha@mail.ru',
  snils: '112-233-445 95',
  passport: 'паспорт 82 03 123456',
} as const;
const traces = ['Выдумов', 'vydumov', '555-44-33', '9285554433', '112-233-445', '82 03 123456'];

/** All files below a folder as texts: zip parts are inflated, everything else is taken byte by byte. */
function contents(folder: string): { file: string; text: string }[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return entries.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [{ file, text: bytes.toString('utf8') }];
    const parts = Object.entries(unzipSync(bytes));
    return parts.map(([part, data]) => ({
      file: `${file}#${part}`,
      text: Buffer.from(data).toString('utf8'),
    }));
  });
}

/** Types into the entry cells of a workbook that was handed out, by their keys. */
async function fill(
  from: string,
  to: string,
  values: Readonly<Record<string, string | number>>,
): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(from);
  let typed = 0;
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      const value = values[String(row.getCell(1).value)];
      if (value === undefined || sheet.name.startsWith('_')) return;
      row.getCell(5).value = value;
      typed++;
    });
  }
  expect(typed).toBe(Object.keys(values).length);
  await workbook.xlsx.writeFile(to);
}

it('refuses personal data in workbooks and in CSV, and keeps its words nowhere', async () => {
  const workspace = goldenCopy();
  const inside = (...path: string[]) => join(workspace, ...path);
  appendFileSync(
    inside('catalog', 'elements.csv'),
    'g.order,Реквизиты приказа,g_school,school,,organisation,text,,,,,,none,last,,,\n',
  );
  const [{ code = '' } = {}] = records(readFileSync(inside('organisations.csv'), 'utf8')).filter(({ type }) =>
    (type ?? '').split(' ').includes('school'),
  );
  const at = ['--workspace', workspace, '--date', '2025-06-01'];
  const made = await msoko(['templates', ...at]);
  expect(made.code, made.stderr).toBe(0);
  const year = readdirSync(inside('templates'))[0]!;
  const sent = inside('inbox', 'заполнено');
  mkdirSync(sent);
  await fill(inside('templates', year, `${code}.xlsx`), join(sent, 'книга.xlsx'), {
    'g.pupils': personal.name,
    'g.passed': Number(personal.bare),
    'g.order': personal.passport,
    'g.olymp': personal.phone,
  });
  const lines = [
    'organisation,period,element,value',
    // a year of its own for each, so that none is the repetition of another
    ...Object.values(personal).flatMap((text, i) => [
      `${code},201${i}/1${i + 1},g.order,"${text}"`,
      `${code},201${i}/1${i + 1},g.pupils,"${text}"`,
      `"${text}",2023/24,g.pupils,5`,
      `${code},2023/24,"${text}",5`,
      `${code},"${text}",g.pupils,5`,
    ]),
  ];
  writeFileSync(join(sent, 'значения.csv'), `${lines.join('\n')}\n`);

  // the other kinds of tables, further columns of registers, names of files and of tabs
  appendFileSync(inside('organisations.csv'), `x9,Школа,school,gor,,НОО,,,,,${personal.name}\n`);
  const register = readFileSync(inside('organisations.csv'), 'utf8').split('\n');
  writeFileSync(inside('organisations.csv'), [`${register[0]},head`, ...register.slice(1)].join('\n'));
  writeFileSync(
    join(sent, 'реестр.csv'),
    `organisation,district,name,director,phone\nx8,gor,Школа № 8,${personal.name},${personal.phone}\n`,
  );
  writeFileSync(
    join(sent, 'результаты.csv'),
    [
      'school_year,procedure,subject,grade,district,organisation,participants,mark2,mark3,mark4,mark5',
      `2024/25,${personal.name},РУ,4,gor,${code},10,1,2,3,4`,
      `2024/25,ВПР,${personal.name},4,gor,${code},10,1,2,3,4`,
      `2024/25,ВПР,РУ,4,gor,${personal.name},10,1,2,3,4`,
      `2024/25,ВПР,РУ,4,${personal.phone},${code},10,1,2,3,4`,
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(sent, 'признаки.csv'),
    `год,муниципалитет,логин,название,4 РУ,число\n2024,gor,edu1,${personal.name},1,1\n`,
  );
  writeFileSync(join(sent, `Отчёт_${personal.name.replaceAll(' ', '_')}.csv`), lines.slice(0, 1).join('\n'));
  writeFileSync(join(sent, `${personal.snils}.xlsx`), 'text');
  mkdirSync(join(sent, 'Выдумова М.П'));
  writeFileSync(join(sent, 'Выдумова М.П', `данные.${personal.name}`), 'text');

  const run = await msoko(['run', ...at]);
  expect(run.code, run.stderr).toBe(3);
  const told = [run.stdout, run.stderr];
  for (const kind of ['issues', 'observations']) {
    const exported = await msoko(['export', kind, ...at]);
    expect(exported.code).toBe(0);
    told.push(exported.stdout, exported.stderr);
  }
  const found = records(told[2]!).filter((issue) => issue.code === 'cell.personal_data');
  // four cells of the workbook; of the CSV a text and a number of each kind; two columns and a head; four rows of
  // results and one of markers; three paths
  expect(found).toHaveLength(4 + 2 * Object.keys(personal).length + 3 + 5 + 3);
  expect(found.filter(({ severity }) => severity === 'warning')).toHaveLength(1 + 3);
  expect(found.every(({ raw, source }) => raw === '' && source !== '')).toBe(true);

  const files = ['store', 'outbox'].flatMap((folder) => contents(inside(folder)));
  expect(files.length).toBeGreaterThan(5);
  for (const trace of traces) {
    expect(files.filter(({ text }) => text.includes(trace)).map(({ file }) => file)).toEqual([]);
    for (const text of told) expect(text).not.toContain(trace);
  }
});
