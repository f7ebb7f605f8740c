import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parsed } from '../../cli/console.ts';
import { type SharedDistrict, sharedDistrict } from './shared-district.ts';

let one: SharedDistrict;

beforeAll(async () => {
  one = await sharedDistrict('2025-02-01');
  const run = await one.night();
  expect(run.code, run.log).toBe(1);
  await one.share('--to', 'oko@mon.example');
}, 60_000);

afterAll(() => one.stop());

beforeEach(() => {
  one.g.log.length = 0;
});

describe('faults', () => {
  it.each(['before', 'after'] as const)(
    'a connection that breaks %s the file is made makes no second one',
    async (when) => {
      for (const file of one.books()) file.trashed = true;
      const then = 'reset';
      one.g.faults.add({ on: 'drive.files.create', then, when });
      const { code, log } = await one.share();
      expect([code, log]).toEqual([0, '']);
      expect(one.g.faults.left).toEqual([]);
      expect(one.books()).toHaveLength(1);
      expect(one.g.people.tabs(one.book().id)).toContain('Обзор');
    },
  );

  it.each([
    ['drive.permissions.create', 503, 'before'],
    ['drive.permissions.create', 'reset', 'after'],
    ['sheets.spreadsheets.batchUpdate', 503, 'after'],
    ['sheets.spreadsheets.batchUpdate', 'reset', 'before'],
  ] as const)('%s %s %s: done once, written down once', async (on, then, when) => {
    const who = `office-${on.slice(-6).toLowerCase()}-${then}-${when}@mon.example`;
    const tabs = one.g.people.tabs(one.book().id);
    one.g.faults.add({ on, then, when });
    const { code, log } = await one.share('--to', who);
    expect([code, log]).toEqual([0, '']);
    expect(one.g.faults.left).toEqual([]);
    expect(one.permissions().filter((each) => each.includes(who))).toHaveLength(1);
    expect(one.journal().filter((line) => line.includes(`granted,user,${who}`))).toHaveLength(1);
    expect(one.g.people.tabs(one.book().id)).toEqual(tabs);
    expect(one.column('Доступ', 'A').filter((value) => value === who)).toHaveLength(2);
  });

  it('a call that is broken off between Google and share.csv is taken up by the next', async () => {
    one.g.people.share(one.book().id, 'late@mon.example', 'reader');
    await one.share('--to', 'late@mon.example');
    expect(one.journal().filter((line) => line.includes('late@mon.example'))).toEqual([
      '2025-02-01,gor,granted,user,late@mon.example,reader,,msoko share --to late@mon.example',
    ]);
  });

  it('a spreadsheet that was taken from us is an issue of the night, and the files are there all the same', async () => {
    const { issues } = parsed(await one.night()) as { issues: { error: number } };
    one.g.people.unshare(one.book().id);
    writeFileSync(join(one.dir, 'outbox', 'ministry.xlsx'), '');
    const after = await one.night();
    expect(parsed(after)).toMatchObject({ issues: { error: issues.error + 1 } });
    expect(statSync(join(one.dir, 'outbox', 'ministry.xlsx')).size).toBeGreaterThan(1000);
  });

  it('the files are written before Google is asked who sees the spreadsheet', async () => {
    const path = join(one.dir, 'outbox', 'ministry.xlsx');
    writeFileSync(path, '');
    let size = 0;
    const meanwhile = () => {
      size = statSync(path).size;
    };
    one.g.faults.add({ on: 'drive.permissions.list', meanwhile });
    await one.night();
    expect(size).toBeGreaterThan(1000);
  });

  it('everything asked of Google is what its discovery documents allow', () => {
    expect(one.g.violations).toEqual([]);
  });
});
