import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { withStore } from '../../../etl/store/with-store.ts';
import { openWorkspace } from '../../../etl/workspace/open-workspace.ts';
import { type IssueCode, issueSeverities } from '../../../shared/issue/codes.ts';
import { googleIssueTexts } from '../../../shared/texts/google-issues.ts';
import { freshFolder, records } from '../../e2e/msoko.ts';
import { handMadeXlsx, zipParts } from '../../fixtures/hand-made-xlsx.ts';
import { say } from './console.ts';

const { utils } = spreadsheet;

/** Codes that are provoked elsewhere, or by no file yet, and why. */
const elsewhere: Partial<Record<IssueCode, string>> = {
  'activity.unknown': 'needs a roadmap and its tracker: roadmap.test.ts',
  'submission.decision': "needs the district's own workbook: test/e2e/returns-story.slow.test.ts",
  'activity.deadline_before_approval': 'needs a roadmap: roadmap.test.ts',
  'activity.deadline_not_understood': 'needs a roadmap: roadmap.test.ts',
  ...Object.fromEntries(
    Object.keys(googleIssueTexts).map((code) => [code, 'needs Google: test/etl/google/google-issue.test.ts']),
  ),
};

/** The file (or table of the workspace) in which each code is provoked below. */
const provoked: Partial<Record<IssueCode, string>> = {
  'file.not_zip': 'not-zip.xlsx',
  'file.truncated': 'truncated.xlsx',
  'file.too_large': 'large.xlsx',
  'file.bomb': 'bomb.xlsx',
  'file.encrypted': 'password.xlsx',
  'file.xls': 'old.xls',
  'file.broken_xml': 'broken.xlsx',
  'file.unknown_kind': 'strange.csv',
  'file.unavailable': 'link.xlsx',
  'file.broken_csv': 'quote.csv',
  'workbook.no_meta': 'no-meta.xlsx',
  'workbook.foreign': 'foreign.xlsx',
  'workbook.duplicate': 'twin.xlsx',
  'workbook.older': 'older.xlsx',
  'workbook.newer': 'newer.xlsx',
  'workbook.draft': 'draft.xlsx',
  'submission.answer': 'answers.xlsx',
  'submission.date': 'undated.xlsx',
  'submission.post': 'undated.xlsx',
  'key.missing': 'keys.xlsx#Форма!C9',
  'key.duplicate': 'keys.xlsx#Форма!C4',
  'key.unknown': 'keys.xlsx#Форма!C5',
  'cell.not_number': 'cells.xlsx#Форма!C3',
  'cell.not_integer': 'cells.xlsx#Форма!C4',
  'cell.range': 'cells.xlsx#Форма!C5',
  'cell.ambiguous': 'cells.xlsx#Форма!C6',
  'cell.formula_error': 'cells.xlsx#Форма!C7',
  'cell.no_cached_value': 'cells.xlsx#Форма!C8',
  'cell.merged': 'cells.xlsx#Форма!C9',
  'cell.date': 'cells.xlsx#Форма!C11',
  'cell.list': 'cells.xlsx#Форма!C12',
  'cell.link': 'records.xlsx#Акты!B3',
  'cell.personal_data': 'cells.xlsx#Форма!C13',
  'cell.required': 'cells.xlsx#Форма!C14',
  'check.part_over_whole': 'values.csv#L2',
  'check.sum': 'values.csv#L4',
  'check.denominator': 'values.csv#L7',
  'check.decreased': 'values.csv#L9',
  'check.jump': 'values.csv#L11',
  'check.peer': 'peers.csv#L10',
  'value.conflict': 'conflict-1.csv#L2',
  'value.changed': 'newer.csv#L2',
  'value.differs_from_official': 'values.csv#L12',
  'value.not_owed': 'values.csv#L13',
  'source.gone': 'gone.csv',
  'register.incomplete': 'organisations.csv#L11',
  'register.invalid': 'organisations.csv#L12',
  'roadmap.unknown': 'districts.csv#L2',
  'organisation.unknown': 'values.csv#L14',
  'organisation.closed': 'values.csv#L15',
  'element.unknown': 'values.csv#L16',
  'element.switched_off': 'values.csv#L17',
  'period.unknown': 'values.csv#L18',
  'period.closed': 'closed.csv#L2',
  'results.sum': 'results.csv#L3',
  'results.duplicate': 'results.csv#L4',
  'results.unknown_subject': 'results.csv#L5',
  'results.not_number': 'results.csv#L6',
};

const year = '2024/25';

/** A workbook by contracts §5: `_meta`, and one tab with keys, values in column C. */
function book(
  meta: Readonly<Record<string, string>>,
  rows: readonly (readonly [key: string, value?: spreadsheet.CellObject | string | number])[] = [],
  edit: (sheet: spreadsheet.WorkSheet) => void = () => undefined,
): Uint8Array {
  const sheet = utils.aoa_to_sheet([['msoko:keys:1'], ['#cols', '', year]]);
  rows.forEach(([key, value], i) => {
    sheet[`A${i + 3}`] = { t: 's', v: key };
    if (value === undefined) return;
    sheet[`C${i + 3}`] =
      typeof value === 'object' ? value : { t: typeof value === 'number' ? 'n' : 's', v: value };
  });
  sheet['!ref'] = `A1:D${rows.length + 12}`;
  edit(sheet);
  const all = { schema: '1', workspace: 'RU-00/gor', unit: 's1', status: 'submitted', ...meta };
  const file = utils.book_new();
  utils.book_append_sheet(file, sheet, 'Форма');
  utils.book_append_sheet(file, utils.aoa_to_sheet(Object.entries(all)), '_meta');
  return new Uint8Array(spreadsheet.write(file, { type: 'buffer', bookType: 'xlsx' }));
}

/** A workbook with a register of objects: keys, and one row of it. */
function register(): Uint8Array {
  const file = utils.book_new();
  const rows = [['msoko:records:1'], ['#fields', 'regulation.link'], [null, 'см. сайт']];
  utils.book_append_sheet(file, utils.aoa_to_sheet(rows), 'Акты');
  const meta = { schema: '1', workspace: 'RU-00/gor', unit: 's5', status: 'submitted', school_year: year };
  utils.book_append_sheet(file, utils.aoa_to_sheet(Object.entries(meta)), '_meta');
  return new Uint8Array(spreadsheet.write(file, { type: 'buffer', bookType: 'xlsx' }));
}

const compound = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]),
  );

const csv = (header: string, ...lines: string[]): string => `${header}\n${lines.join('\n')}\n`;
const values = (...lines: string[]): string => csv('organisation,period,element,value', ...lines);

const files: Readonly<Record<string, Uint8Array | string>> = {
  'not-zip.xlsx': 'не книга',
  'truncated.xlsx': book({ unit: 's9' }, [['t.a', 1]]).slice(0, -400),
  'bomb.xlsx': zipParts({ 'xl/workbook.xml': new Uint8Array(30_000_000) }),
  'password.xlsx': compound('EncryptedPackage'),
  'old.xls': compound('Workbook\0'),
  'broken.xlsx': handMadeXlsx('<sheetData><row r="1"><c r="A1"></row>'),
  'strange.csv': csv('город,область', 'А,Б'),
  'quote.csv': values('s1,2024/25,t.a,"5'),
  'no-meta.xlsx': handMadeXlsx('<sheetData/>'),
  'foreign.xlsx': book({ workspace: 'RU-99/other' }, [['t.a', 1]]),
  'original.xlsx': book({ unit: 's3' }, [['t.a', 1]]),
  'twin.xlsx': book({ unit: 's3' }, [['t.a', 1]]),
  'older.xlsx': book({ unit: 's4', schema: '0' }, [['t.a', 1]]),
  'newer.xlsx': book({ unit: 's5', schema: '99' }, [['t.a', 1]]),
  'draft.xlsx': book({ unit: 's6', status: 'draft' }, [['t.a', 1]]),
  'answers.xlsx': book({ unit: 's6', status: 'наверное' }, [['t.a', 1]]),
  'undated.xlsx': book({ unit: 's6', submitted_on: 'завтра' }, [['t.a', 1]]),
  'keys.xlsx': book({ unit: 's2' }, [['t.a', 1], ['t.a', 2], ['t.stranger'], ['t.b', 1]], (sheet) => {
    sheet.C9 = { t: 'n', v: 77 };
  }),
  'cells.xlsx': book(
    { unit: 's1' },
    [
      ['t.a', '12 чел.'],
      ['t.b', 1.5],
      ['t.c', -3],
      ['t.d', '-'],
      ['t.e', { t: 'e', v: 0x07, f: '1/0' }],
      ['t.f', { t: 'n', f: 'A1+1' } as spreadsheet.CellObject],
      ['t.g', 5],
      ['t.h'],
      ['t.day', 'вчера'],
      ['t.yes', 'может быть'],
      ['t.i', 'Магомедов Магомед Магомедович'],
      ['t.required'],
    ],
    (sheet) => {
      sheet['!merges'] = [utils.decode_range('C9:C10')];
    },
  ),
  'records.xlsx': register(),
  'values.csv': values(
    's2,2024/25,u.part,5', // L2
    's2,2024/25,u.whole,4',
    's3,2024/25,u.part,1', // L4: part + rest <> whole
    's3,2024/25,u.rest,1',
    's3,2024/25,u.whole,4',
    's4,2024/25,u.whole,4', // L7: another number of the same people
    's4,2024/25,u.same,5',
    's2,2024/25:q2,u.run,3', // L9: 5 in the first quarter
    's2,2024/25:q1,u.run,5',
    's5,2024/25,u.whole,99', // L11: 10 a year ago
    's2,2024/25,ege_results.participants.ru.g11,9', // L12
    'k1,2024/25,u.whole,4', // L13
    'nobody,2024/25,u.whole,4', // L14
    's7,2024/25,u.whole,4', // L15
    's2,2024/25,u.stranger,4', // L16
    's2,2024/25,pupils.aoop,4', // L17
    's2,2023,u.whole,4', // L18
    's5,2023/24,u.whole,10',
  ),
  'peers.csv': values(...[40, 42, 44, 46, 48, 50, 52, 54, 99].map((n, i) => `p${i},2024/25,u.peer,${n}`)),
  'conflict-1.csv': values('s4,2024/25,u.part,1'),
  'conflict-2.csv': values('s4,2024/25,u.part,2'),
  'gone.csv': values('s5,2024/25,u.part,3'),
  'results.csv': csv(
    'school_year,procedure,subject,grade,district,organisation,participants,mark2,mark3,mark4,mark5',
    '2024/25,ЕГЭ,Русский язык,11,gor,s2,10,1,2,3,4',
    '2024/25,ЕГЭ,Русский язык,11,gor,s3,10,1,2,3,3', // L3
    '2024/25,ЕГЭ,Русский язык,11,gor,s2,10,1,2,3,4', // L4
    '2024/25,ЕГЭ,Хореография,11,gor,s2,1,0,0,0,1', // L5
    '2024/25,ЕГЭ,Русский язык,11,gor,s4,десять,1,2,3,4', // L6
  ),
};

const catalog: Readonly<Record<string, string>> = {
  'forms.csv': csv(
    'code,title,level,frequency,org_types',
    't,Ячейки,organisation,school_year,school',
    'u,Проверки,organisation,school_year,school',
    'q,Кварталы,organisation,school_quarter,school',
  ),
  'elements.csv': csv(
    'code,form,type,min,required,resets',
    ...[...'abcdefghi'].map((letter) => `t.${letter},t,integer,0,,`),
    't.day,t,date,,,',
    't.yes,t,yes_no,,,',
    't.required,t,integer,0,1,',
    ...['part', 'rest', 'whole', 'same', 'peer'].map((name) => `u.${name},u,integer,0,,`),
    'u.run,q,integer,0,,school_year',
  ),
  'checks.csv': csv(
    'code,check,form,left,op,right,message',
    'u1,check.part_over_whole,u,u.part,<=,u.whole,Часть больше.',
    'u2,check.sum,u,u.part + u.rest,=,u.whole,Сумма не та.',
    'u3,check.denominator,u,u.whole,=,u.same,Числа разные.',
    'u4,check.jump,u,u.whole,<=,2 * prev(u.whole),Скачок.',
  ),
  'peers.csv': csv('code,form,part,whole,factor,min_whole', 'u5,u,u.peer,1,1,0'),
};

const organisations = csv(
  'code,name,type,district,programmes,opened,closed',
  ...[1, 2, 3, 4, 5, 6].map((n) => `s${n},Школа ${n},school,gor,НОО ООО СОО,,`),
  's7,Школа 7,school,gor,НОО ООО СОО,,2020-08-31',
  'k1,Детский сад,preschool,gor,ДО,,',
  ',Без кода,school,gor,НОО,,',
  's8,,school,gor,НОО ООО СОО,,',
  's10,Школа 10,школа,gor,НОО ООО СОО,,',
  ...Array.from({ length: 9 }, (_, i) => `p${i},Школа П${i},school,gor,ООО,,`),
);

describe('every issue code', () => {
  let issues: Record<string, string>[];

  beforeAll(async () => {
    const dir = freshFolder();
    const put = (path: string, content: string | Uint8Array): void => {
      writeFileSync(join(dir, path), content);
      // files of one time: which of them is newer nobody can tell
      utimesSync(join(dir, path), 1_700_000_000, 1_700_000_000);
    };
    for (const folder of ['inbox', 'catalog']) mkdirSync(join(dir, folder));
    put('msoko.config.json', JSON.stringify({ schoolYear: year, timeZone: 'Europe/Moscow' }));
    put(
      'districts.csv',
      csv('code,name,region,region_name,roadmap', 'gor,Горный район,RU-00,Область,нет-такой'),
    );
    put('organisations.csv', organisations);
    for (const [name, text] of Object.entries(catalog)) put(`catalog/${name}`, text);
    put(
      'catalog/clusters.csv',
      csv('code,title,scope,measure,from,to,order', 'all,Все,type has school,,,,1'),
    );
    for (const [name, content] of Object.entries(files)) put(`inbox/${name}`, content);
    symlinkSync(join(dir, 'inbox', 'twin.xlsx'), join(dir, 'inbox', 'link.xlsx'));
    put('inbox/large.xlsx', new Uint8Array(25 * 1024 * 1024 + 1));
    const run = async (date: string): Promise<void> => {
      const { code, log } = await say(dir, 'run', '--date', date);
      expect([0, 1, 3], log).toContain(code);
    };
    await run('2024-12-01');
    rmSync(join(dir, 'inbox/gone.csv'));
    put('inbox/newer.csv', values('s3,2024/25,u.rest,7'));
    put('catalog/off.csv', csv('element,disabled', 'pupils.aoop,1'));
    await withStore(await openWorkspace(dir), (store) => store.closeYear('2023/24'));
    put('inbox/closed.csv', values('s5,2023/24,u.part,1'));
    await run('2024-12-02');
    const exported = await say(dir, 'export', 'issues', '--date', '2024-12-02');
    expect(exported.code).toBe(0);
    issues = records(exported.out);
  }, 60_000);

  it('is provoked below or said to be elsewhere', () => {
    const known = [...Object.keys(provoked), ...Object.keys(elsewhere)].sort();
    expect(known).toEqual(Object.keys(issueSeverities).sort());
  });

  it.each(Object.entries(provoked))('%s is found at %s', (code, source) => {
    const own = issues.filter((issue) => issue.code === code);
    expect(own.map((issue) => issue.source)).toContain(source);
    expect(own.find((issue) => issue.source === source)!.severity).toBe(issueSeverities[code as IssueCode]);
    for (const { message } of own) {
      expect(message).toMatch(/^[А-ЯЁ].*[.!]$/s);
      expect(message).not.toMatch(/undefined|NaN|\[object|Магомед/);
    }
  });
});
