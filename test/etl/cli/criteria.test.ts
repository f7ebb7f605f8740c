import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, records } from '../../e2e/msoko.ts';
import { fillRecords } from '../../fixtures/fill-register-rows.ts';
import { parsed, say } from './console.ts';

const dir = freshFolder();
const date = ['--date', '2022-05-20'] as const;

/** Two districts, each with its own roadmap; extracurricular organisations have few forms. */
beforeAll(async () => {
  mkdirSync(join(dir, 'inbox'));
  writeFileSync(join(dir, 'msoko.config.json'), '{"schoolYear":"2021/22"}');
  writeFileSync(
    join(dir, 'districts.csv'),
    'code,name,region,region_name,roadmap\nd1,Горный район,RU-00,Область,nazran\nd2,Речной район,RU-00,Область,rutul\n',
  );
  writeFileSync(
    join(dir, 'organisations.csv'),
    'code,name,type,district,programmes\ns1,ДДТ «Радуга»,extracurricular,d1,ДОП\ns2,ДДТ «Заря»,extracurricular,d2,ДОП\n',
  );
  expect((await say(dir, 'templates', ...date)).code).toBe(0);
}, 60_000);

const send = (unit: string, rows: Parameters<typeof fillRecords>[1]) =>
  writeFileSync(
    join(dir, 'inbox', `${unit}.xlsx`),
    fillRecords(readFileSync(join(dir, 'templates', '2021-22', `${unit}.xlsx`)), rows),
  );
const self = (key: string, cells: Record<string, string>) => ({ record: 'criteria_self', key, cells });
const exported = async (what: string) => records((await say(dir, 'export', what, ...date)).out);

describe('criteria from the workbook to exports and summaries', () => {
  it('own answers, the district beside them, evidence and wrong cells', async () => {
    send('d1', [
      self('nazran/objectivity/4.11/district', {
        mark: 'да',
        document: 'Приказ № 15',
        date: '01.10.2021',
        link: 'https://example.ru/15',
      }),
      self('nazran/leaders/5.15/district', { mark: 'Да' }),
      self('nazran/talents/3.7/district', { mark: 'нет' }),
      { record: 'criteria_review', cells: { organisation: 'ДДТ «Радуга»', mark: 'Подтверждаю' } },
      {
        record: 'criteria_review',
        cells: { organisation: 's1', direction: 'talents', mark: 'Частично', remark: 'Нет приказа' },
      },
    ]);
    send('s1', [
      self('nazran/talents/1.1/organisation', { mark: 'да', link: 'сайт школы' }),
      self('nazran/objectivity/4.11/organisation', { mark: 'не применимо' }),
      self('nazran/leaders/1.1/organisation', { mark: 'может быть' }),
    ]);
    send('d2', [
      {
        record: 'criteria_expected',
        key: 'rutul/objectivity/2022/1',
        cells: { mark: 'достигнут', link: 'https://example.ru/2' },
      },
    ]);
    expect(parsed(await say(dir, 'run', ...date, '--json'))).toMatchObject({
      workbooks: { read: 3, failed: 0 },
      outputs: [
        'outbox/d1/district.xlsx',
        'outbox/d2/district.xlsx',
        'outbox/d1/ministry.xlsx',
        'outbox/d2/ministry.xlsx',
        'outbox/d1/returns/s1.xlsx',
        'outbox/comparison.xlsx',
        'outbox/issues.csv',
      ],
    });
    const rows = await exported('criteria');
    // 81 criteria of each level; rutul has none
    expect(rows).toHaveLength(162);
    const answered = rows.filter(({ status }) => status !== 'no_data');
    expect(
      answered.map((r) =>
        [r.direction, r.no, r.level, r.polarity, r.own_mark, r.district_mark, r.status].join(' '),
      ),
    ).toEqual([
      'leaders 15. district - yes yes not_met',
      'objectivity 11. district + yes yes met',
      'objectivity 11. organisation + not_applicable not_applicable not_applicable',
      'talents 1 organisation + yes partly partly',
      'talents 2 organisation +  partly partly',
      'talents 3 organisation +  partly partly',
      'talents 4 organisation +  partly partly',
      'talents 5 organisation +  partly partly',
      'talents 6 organisation +  partly partly',
      'talents 7 district + no no not_met',
      'talents 7 organisation +  partly partly',
      'talents 8 organisation +  partly partly',
      'talents 9 organisation +  partly partly',
    ]);
    expect(answered[1]).toEqual({
      roadmap: 'nazran',
      direction: 'objectivity',
      group: '4. Наличие управленческих решений по результатам анализа',
      no: '11.',
      level: 'district',
      unit: 'd1',
      polarity: '+',
      own_mark: 'yes',
      district_mark: 'yes',
      evidence: 'Приказ № 15 2021-10-01',
      link: 'https://example.ru/15',
      status: 'met',
    });
    const wrong = (await exported('issues')).filter(({ severity }) => severity === 'error');
    expect(wrong.map((i) => [i.code, i.organisation, i.element, i.raw])).toEqual([
      ['cell.link', 's1', 'criteria_self.link', 'сайт школы'],
      ['cell.list', 's1', 'criteria_self.mark', 'может быть'],
    ]);
  });

  it('links of the cycle are findings: found, missing, unknown', async () => {
    const found = await exported('findings');
    const verdict = (rule: string, unit: string) =>
      found.find((row) => row.rule === rule && row.unit === unit)?.verdict;
    expect(found.every((row) => row.kind === 'cycle' && row.period === '2021/22')).toBe(true);
    expect(verdict('nazran.objectivity.decisions', 'd1')).toBe('not_flagged');
    expect(verdict('nazran.talents.analysis', 'd1')).toBe('flagged');
    expect(verdict('nazran.objectivity.decisions', 's1')).toBe('not_enough_data');
    expect(verdict('rutul.objectivity.analysis', 'd2')).toBe('not_flagged');
    const row = found.find(({ rule, unit }) => rule === 'nazran.objectivity.decisions' && unit === 'd1')!;
    expect(JSON.parse(row.evidence!)).toMatchObject({
      state: 'yes',
      criteria: { met: ['nazran/objectivity/4.11/district'] },
    });
  });

  it('an organisation reads its own answers with the district’s mark beside', () => {
    const path = join(dir, 'outbox', 'd1', 'organisations', 's1.xlsx');
    const book = spreadsheet.read(readFileSync(path));
    const rows = spreadsheet.utils.sheet_to_json<string[]>(book.Sheets.Самооценка!, {
      header: 1,
      defval: '',
    });
    const text = rows.map((row) => row.join('|'));
    // two of three answers hold (the third was no answer), 9 talents are reviewed, one of them differently
    expect(text).toContainEqual(
      expect.stringMatching(
        /^Ответы даны на 2 из 81 критериев; выполнено 0, частично 9, не выполнено 0; район оценил 10, расходится 1\./,
      ),
    );
    const talents = rows.find((row) => row[6] === 'Нет приказа')!;
    expect(talents.slice(3, 7)).toEqual(['да', 'частично', 'частично', 'Нет приказа']);
    expect(talents[8]).toBe('адрес с ошибкой');
    // an answer that could not be read is none
    expect(rows.filter((row) => row[3] === 'нет ответа' && row[4] === 'не оценивал')).toHaveLength(71);
  });

  it('a run that reads nothing new rewrites nothing', async () => {
    const outputs = ['d1/district.xlsx', 'd2/district.xlsx', 'comparison.xlsx'].map((name) =>
      join(dir, 'outbox', name),
    );
    const before = outputs.map((path) => statSync(path).mtimeMs);
    const bytes = readFileSync(outputs[2]!);
    expect(parsed(await say(dir, 'run', ...date, '--json'))).toMatchObject({
      workbooks: { read: 0, unchanged: 3 },
    });
    expect(outputs.map((path) => statSync(path).mtimeMs)).toEqual(before);
    expect(readFileSync(outputs[2]!).equals(bytes)).toBe(true);
  });

  it('a workbook made anew brings the answers along, beside the criteria as printed', async () => {
    expect((await say(dir, 'templates', ...date)).code).toBe(0);
    const book = spreadsheet.read(readFileSync(join(dir, 'templates', '2021-22', 'd1.xlsx')));
    const rows = spreadsheet.utils.sheet_to_json<string[]>(book.Sheets.Самооценка!, { header: 1 });
    const row = rows.find(([key]) => key === 'nazran/objectivity/4.11/district')!;
    expect(row.slice(1, 5)).toEqual([
      'Объективность',
      '11.',
      'Наличие управленческих решений по результатам анализа.',
      '+',
    ]);
    expect(rows[rows.indexOf(row) - 1]).toContain('4. Наличие управленческих решений по результатам анализа');
    expect(row.slice(6, 8)).toEqual(['Да', 'Приказ № 15']);
    expect(rows.find(([key]) => key === 'nazran/leaders/5.15/district')?.[4]).toBe('−');
    expect(spreadsheet.read(readFileSync(join(dir, 'templates', '2021-22', 'd2.xlsx'))).SheetNames).toEqual(
      expect.arrayContaining(['Ожидаемые результаты']),
    );
  });

  it('criteria of a roadmap that has none are refused, with the nearest that has', async () => {
    const districts = join(dir, 'districts.csv');
    const before = readFileSync(districts, 'utf8');
    const [header, one, two] = before.trim().split('\n');
    writeFileSync(districts, [`${header},criteria`, `${one},`, `${two},nazarn`].join('\n'));
    const said = await say(dir, 'run', ...date, '--json');
    expect(said.code).toBe(2);
    expect(parsed(said)).toMatchObject({
      error: {
        code: 'register.criteria',
        message: expect.stringContaining('возможно, имелось в виду «nazran»'),
      },
    });
    // a roadmap that exists but prints no criteria is refused as well
    writeFileSync(districts, [`${header},criteria`, `${one},`, `${two},botlikh`].join('\n'));
    expect((await say(dir, 'status', ...date)).code).toBe(2);
    writeFileSync(districts, [`${header},criteria`, `${one},`, `${two},nazran`].join('\n'));
    expect((await exported('criteria')).filter(({ unit }) => unit === 'd2')).toHaveLength(81);
    writeFileSync(districts, before);
  });

  it('when one district is left, the comparison and the folder of its summary go', async () => {
    for (const name of ['districts.csv', 'organisations.csv']) {
      const lines = readFileSync(join(dir, name), 'utf8').split('\n');
      writeFileSync(join(dir, name), lines.filter((line) => !/d2/.test(line)).join('\n'));
    }
    const lies = (path: string) => existsSync(join(dir, 'outbox', path));
    expect([lies('comparison.xlsx'), lies('d2/district.xlsx'), lies('district.xlsx')]).toEqual([
      true,
      true,
      false,
    ]);
    expect((await say(dir, 'run', ...date)).code).toBe(1);
    expect([lies('comparison.xlsx'), lies('d1/district.xlsx'), lies('d2/district.xlsx')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(lies('district.xlsx')).toBe(true);
  });
});
