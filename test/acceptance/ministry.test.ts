import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../etl/xlsx/normalise.ts';
import { goldenCopy } from '../e2e/msoko.ts';
import { say } from '../etl/cli/console.ts';
import { put, sendReport } from '../fixtures/send-report.ts';

const date = ['--date', '2024-12-15'] as const;
let dir: string;

const file = (name = 'ministry') => join(dir, 'outbox', `${name}.xlsx`);
/** Everything that stands anywhere in a workbook: each part of the package as text, tags and all. */
const everything = (name?: string) =>
  [...unpack(readFileSync(file(name)))]
    .map(([part, bytes]) => `${part}\n${new TextDecoder().decode(bytes)}`)
    .join('\n');

/** Which of the traces a workbook holds: a failure names them instead of printing the workbook. */
const found = (traces: readonly string[], name?: string) => {
  const all = everything(name);
  return traces.filter((trace) => all.includes(trace));
};

beforeAll(async () => {
  dir = goldenCopy();
  // 2 of 3 pupils: 66.7 % of a single school is about three children, the district's 92 of 123 is not
  const inbox = join(dir, 'inbox', 'observations.csv');
  const typed = readFileSync(inbox, 'utf8');
  writeFileSync(
    inbox,
    typed.replace('g.pupils,н/д', 'g.pupils,3').replace('s2,2024/25,g.passed,40', 's2,2024/25,g.passed,2'),
  );
  const more = (table: string, ...lines: string[]) =>
    appendFileSync(join(dir, 'catalog', table), `${lines.join('\n')}\n`);
  more('elements.csv', 'g.head,Директор обучен,g_school,school,,organisation,yes_no,,,,,,sum,last,,,');
  more(
    'indicators.csv',
    'g.heads_trained,leaders,5,,Доля обученных директоров,% обученных директоров,presence,%,g.head,,,,,,,,,,,,,,,,,,',
    'g.signs,objectivity,6,,Доля школ на проверке,% школ на проверке,share,%,objectivity.schools_with_signs,objectivity.schools,,,,,,,,,,,,,,,,,',
  );
  appendFileSync(inbox, 's1,2024/25,g.head,да\ns2,2024/25,g.head,нет\n');
  appendFileSync(
    inbox,
    'gor,2024/25,objectivity.schools,7319\ngor,2024/25,objectivity.schools_with_signs,7211\n',
  );
  appendFileSync(inbox, 's1,2024/25,g.unheard_of,5\n');
  put(
    dir,
    'признаки.csv',
    'Год;Муниципалитет;Логин;Наименование;4 РУ;Количество маркеров\n2024;Горный район;;Средняя школа № 1;1;64821\n',
  );
  const draft = { 'g.children 2024/25': 86_417 };
  await sendReport(dir, 'черновик-сада.xlsx', { unit: 'k1', typed: draft, submitted: 'нет' });
  const returned = { 'g.trips 2024/25:q2': 73_519, 'g.pupils 2024/25': 91_357 };
  await sendReport(dir, 'вернули.xlsx', {
    unit: 's2',
    typed: returned,
    on: '2024-12-01',
    post: 'заместитель',
  });
  const decision = {
    organisation: 's2',
    decision: 'returned',
    day: '2024-12-10',
    remark: 'Сверьте с журналом',
  };
  await sendReport(dir, 'район.xlsx', { unit: 'gor', rows: { reception: [{ values: decision }] } });
  const run = await say(dir, 'run', ...date);
  expect(run.log).toBe('');
});

describe('ministry.xlsx', () => {
  it('tells submitted figures with their parts and coverage', () => {
    // 100 × 92 ÷ 123
    const figures = ['74.7967479674796', '<v>92</v>', '<v>123</v>', 'Горный район', 'Средняя школа № 1'];
    expect(found(figures)).toEqual(figures);
  });

  it('holds no value of a draft or of a returned report', () => {
    expect(found(['86417', '73519', '91357'])).toEqual([]);
    expect(found(['черновик-сада', 'вернули', 'Сверьте с журналом', 'заместитель', '10.12.2024'])).toEqual(
      [],
    );
    expect(found(['Сверьте с журналом'], 'returns/s2')).toHaveLength(1);
  });

  it('holds no marker of objectivity, by figure, form or word', () => {
    expect(
      found(['64821', '7319', '7211', 'на проверке', 'еобъективн', 'objectivity.schools', 'признаки.csv']),
    ).toEqual([]);
    expect(found(['<v>7211</v>'], 'district')).toHaveLength(1);
  });

  it('holds nothing of one person: a head’s answer and a share of three children', () => {
    expect(found(['66.6666666666666'], 'district')).toHaveLength(1);
    expect(found(['66.6666666666666'])).toEqual([]);
    // what heads do is told of the district alone
    const heads = '% обученных директоров';
    expect(sheet('Показатели').includes(heads)).toBe(true);
    const ofSchools = sheet('Показатели организаций');
    expect(ofSchools.includes('% освоивших программу')).toBe(true);
    expect(ofSchools.includes(heads)).toBe(false);
  });

  it('holds no issues, no paths, no links to workbooks', () => {
    expect(found(['g.unheard_of', 'observations.csv', 'inbox', 'outbox', '.xlsx', dir])).toEqual([]);
    expect(found(['TargetMode="External"'])).toEqual([]);
  });

  it('is not touched where nothing has changed', async () => {
    const { mtimeMs } = statSync(file());
    await say(dir, 'run', ...date);
    expect(statSync(file()).mtimeMs).toBe(mtimeMs);
  });

  it('is the same made anew, whatever drafts, faults and files have come', async () => {
    const before = readFileSync(file());
    writeFileSync(file(), 'испорчен');
    const typed = { 'g.pupils 2024/25': 4 };
    await sendReport(dir, 'ещё черновик.xlsx', { unit: 's1', typed, submitted: 'нет' });
    put(dir, 'папка/лишнее.csv', 'organisation,period,element,value\ns1,2024/25,g.nothing,1\n');
    await say(dir, 'run', ...date);
    expect(readFileSync(file()).equals(before)).toBe(true);
  });
});

/** The texts of one tab, in the order of its cells. */
function sheet(name: string): string {
  const parts = unpack(readFileSync(file()));
  const text = (part: string) => new TextDecoder().decode(parts.get(part));
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((m) => m[1]);
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map((m) =>
    m[1]!.replace(/<[^>]+>/g, ''),
  );
  const cells = text(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`).matchAll(
    /t="s"[^>]*><v>(\d+)<\/v>/g,
  );
  return [...cells].map((m) => strings[Number(m[1])]).join('\n');
}
