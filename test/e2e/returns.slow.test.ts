import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../etl/cli/console.ts';
import { put, sendReport } from '../fixtures/send-report.ts';
import { goldenDistrict } from './golden-district.ts';
import { records } from './msoko.ts';

/** The whole story, night by night, stands in returns-story.slow.test.ts. */
describe('the first reports of a district', () => {
  let dir: string;
  let outputs: string[];
  const day = '2024-10-06';
  const protocol = (code: string) => join(dir, 'outbox', 'returns', `${code}.xlsx`);

  beforeAll(async () => {
    dir = await goldenDistrict();
    const passed = { 'g.pupils 2024/25': 120, 'g.passed 2024/25': 90 };
    await sendReport(dir, 'k1.xlsx', { unit: 'k1', submitted: 'нет', typed: { 'g.children 2024/25': -5 } });
    await sendReport(dir, 'Школа 1.xlsx', { unit: 's1', typed: passed, on: '2024-10-02' });
    await sendReport(dir, 's2.xlsx', {
      unit: 's2',
      typed: { ...passed, 'g.passed 2024/25': 130 },
      on: '2024-10-03',
      post: 'Иванова М.И., директор',
    });
    const row = {
      organisation: 's1',
      decision: 'returned',
      day: '2024-10-05',
      remark: 'Нет отчёта об экскурсиях.',
    };
    await sendReport(dir, 'gor.xlsx', {
      unit: 'gor',
      submitted: 'нет',
      rows: { reception: [{ values: row }] },
    });
    put(dir, 'k1-значения.csv', 'organisation,period,element,value\nk1,2024/25,g.children,много\n');
    outputs = JSON.parse((await say(dir, 'run', '--date', day, '--json')).out).outputs;
  }, 60_000);

  const rowsOf = (code: string): string => {
    const book = spreadsheet.read(readFileSync(protocol(code)));
    return spreadsheet.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]!]!);
  };

  it('get a protocol where anything is to be mended', () => {
    expect(outputs.filter((path) => path.includes('/returns/'))).toEqual([
      'outbox/returns/k1.xlsx',
      'outbox/returns/s1.xlsx',
      'outbox/returns/s2.xlsx',
    ]);
    expect(existsSync(protocol('gor'))).toBe(false);
    expect(rowsOf('s1')).toContain('Нет отчёта об экскурсиях.');
    expect(rowsOf('s1')).toContain('Замечаний к данным нет.');
    // the faults of a draft are nobody's yet; those of the list of values are
    expect(rowsOf('k1')).toContain('строка 2');
    expect(rowsOf('k1')).not.toContain('-5');
  });

  it('count without drafts and returned ones', async () => {
    const found = records((await say(dir, 'export', 'observations', '--date', day)).out);
    const given = found.filter((o) => o.status !== 'not_reported' && o.organisation !== 'gor');
    expect(given.map((o) => `${o.organisation} ${o.element} ${o.value || o.status}`)).toEqual([
      'k1 g.children rejected',
      's2 g.passed rejected',
      's2 g.pupils 120',
    ]);
  });

  it('keep no name that was typed for a post', async () => {
    const issues = (await say(dir, 'export', 'issues', '--date', day)).out;
    expect(issues).toMatch(/error,cell\.personal_data,s2,s2\.xlsx#Титул![A-Z]+\d+/);
    for (const text of [issues, rowsOf('s2')]) expect(text).not.toContain('Иванова');
    expect(readFileSync(join(dir, 'store', 'msoko.duckdb')).includes('Иванова')).toBe(false);
  });
});
