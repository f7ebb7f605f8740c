import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, goldenCopy, msoko, records } from './msoko.ts';

const date = '2024-12-15';
let dir: string;
let run: Ended;

const expected = (name: string) => records(readFileSync(join(dir, 'expected', `${name}.csv`), 'utf8'));
const exported = async (name: string) => {
  const { code, stdout, stderr } = await msoko(['export', name, '--workspace', dir, '--date', date]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout;
};

beforeAll(async () => {
  dir = goldenCopy();
  run = await msoko(['run', '--workspace', dir, '--date', date, '--json']);
});

describe('the golden workspace', () => {
  it('ends with exit code 1 and one line of JSON that counts what was done', () => {
    expect(run.code).toBe(1);
    expect(run.stdout.split('\n')).toHaveLength(2);
    expect(JSON.parse(run.stdout)).toMatchObject({
      date,
      workbooks: { read: 2, unchanged: 0, failed: 0 },
      observations: { total: 12, added: 12, changed: 0, removed: 0 },
      issues: { error: 1, warning: 0, info: 0 },
      indicators: 21,
      outputs: [
        'outbox/district.xlsx',
        'outbox/ministry.xlsx',
        'outbox/returns/s2.xlsx',
        'outbox/issues.csv',
      ],
    });
  });

  it('gives the indicators worked out on paper; intervals to nine digits', async () => {
    const rows = records(await exported('indicators'));
    const figures = (r: Record<string, string>) => ({ ...r, low: '', high: '' });
    const paper = expected('indicators');
    expect(rows.map(figures)).toEqual(paper.map(figures));
    rows.forEach((row, i) => {
      for (const bound of ['low', 'high'] as const) {
        expect(row[bound] === '').toBe(paper[i]![bound] === '');
        expect(Number(row[bound])).toBeCloseTo(Number(paper[i]![bound]), 9);
      }
    });
  });

  it.each(['observations', 'results'])('exports %s to the letter', async (name) => {
    expect(await exported(name)).toBe(readFileSync(join(dir, 'expected', `${name}.csv`), 'utf8'));
  });

  it('exports the one issue, with a Russian sentence', async () => {
    const rows = records(await exported('issues'));
    expect(rows.map(({ message: _, ...rest }) => rest)).toEqual(expected('issues'));
    expect(rows[0]?.message).toMatch(/[а-я]{4}/);
  });

  it('changes nothing when run again', async () => {
    const before = readFileSync(join(dir, 'outbox', 'district.xlsx'));
    const again = await msoko(['run', '--workspace', dir, '--date', date, '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({
      workbooks: { read: 0, unchanged: 2, failed: 0 },
      observations: { total: 12, added: 0, changed: 0, removed: 0 },
    });
    expect(readFileSync(join(dir, 'outbox', 'district.xlsx')).equals(before)).toBe(true);
  });
});
