import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { goldenAlone } from '../../acceptance/golden-alone.ts';
import { parsed, say } from './console.ts';
import { afterFirstRun, date, exported, observed, put } from './golden-inbox.ts';

let dir: string;

beforeEach(() => {
  dir = goldenAlone();
});

describe('sources over several runs', () => {
  it('of files first seen together the later file time counts; equal times and different values: nobody', async () => {
    put(dir, 'a.csv', ['k1,2024/25,g.children,61'], '2024-12-02');
    put(dir, 'b.csv', ['k1,2024/25,g.children,62'], '2024-12-03');
    utimesSync(join(dir, 'inbox', 'observations.csv'), new Date('2024-11-01'), new Date('2024-11-01'));
    await say(dir, 'run', ...date);
    expect(await observed(dir, 'g.children', 'k1')).toMatchObject({ value: '62', source: 'b.csv#L2' });

    dir = goldenAlone();
    put(dir, 'a.csv', ['s1,2024/25:q1,g.trips,8'], '2030-12-02');
    put(dir, 'b.csv', ['s1,2024/25:q1,g.trips,9'], '2030-12-02');
    await say(dir, 'run', ...date);
    expect(await observed(dir, 'g.trips', 's1', '2024/25:q1')).toMatchObject({
      value: '',
      status: 'rejected',
    });
    expect((await exported(dir, 'issues')).some((r) => r.code === 'value.conflict')).toBe(true);
  });

  it('a file that left keeps its values until it is withdrawn; brought back unchanged it stays withdrawn', async () => {
    dir = await afterFirstRun();
    const path = join(dir, 'inbox', 'observations.csv');
    const text = readFileSync(path);
    rmSync(path);
    await say(dir, 'run', ...date);
    expect(await observed(dir, 'g.passed')).toMatchObject({ value: '90' });
    expect((await exported(dir, 'issues')).map((r) => r.code)).toContain('source.gone');

    expect((await say(dir, 'withdraw', 'inbox/observations.csv')).code).toBe(0);
    await say(dir, 'run', ...date);
    expect(await observed(dir, 'g.passed')).toBeUndefined();

    writeFileSync(path, text);
    await say(dir, 'run', ...date);
    expect(await observed(dir, 'g.passed')).toBeUndefined();
  });

  it('a moved file keeps its place in the order', async () => {
    dir = await afterFirstRun();
    put(dir, 'newer.csv', ['s1,2024/25,g.passed,95']);
    await say(dir, 'run', ...date);
    mkdirSync(join(dir, 'inbox', 'архив'));
    const old = join(dir, 'inbox', 'observations.csv');
    writeFileSync(join(dir, 'inbox', 'архив', 'observations.csv'), readFileSync(old));
    rmSync(old);
    const said = await say(dir, 'run', ...date, '--json');
    expect(parsed(said)).toMatchObject({ observations: { added: 0, changed: 0, removed: 0 } });
    expect(await observed(dir, 'g.passed')).toMatchObject({ value: '95', source: 'newer.csv#L2' });
    expect(await observed(dir, 'g.pupils')).toMatchObject({ source: 'архив/observations.csv#L2' });
  });

  it('a rejected value of a file that left stays rejected, and so does its fault', async () => {
    put(dir, 'wrong.csv', ['s2,2024/25:q3,g.trips,много']);
    await say(dir, 'run', ...date);
    rmSync(join(dir, 'inbox', 'wrong.csv'));
    await say(dir, 'run', ...date);
    expect(await observed(dir, 'g.trips', 's2', '2024/25:q3')).toMatchObject({ status: 'rejected' });
    expect((await exported(dir, 'issues')).filter((r) => r.code === 'cell.not_number')).toHaveLength(1);
  });

  it('says that a workbook lies there twice', async () => {
    await say(dir, 'templates', ...date);
    const workbook = readFileSync(join(dir, 'templates', '2024-25', 's1.xlsx'));
    writeFileSync(join(dir, 'inbox', 's1.xlsx'), workbook);
    writeFileSync(join(dir, 'inbox', 'копия.xlsx'), workbook);
    await say(dir, 'run', ...date);
    expect((await exported(dir, 'issues')).filter((r) => r.code === 'workbook.duplicate')).toMatchObject([
      { source: 'копия.xlsx', organisation: 's1', severity: 'warning' },
    ]);
  });

  it('refuses new values of a closed year and keeps the old ones', async () => {
    dir = await afterFirstRun();
    expect((await say(dir, 'templates', '--school-year', '2025/26', ...date)).code).toBe(0);
    expect(readFileSync(join(dir, 'msoko.config.json'), 'utf8')).toContain('2025/26');
    put(dir, 'late.csv', ['s1,2024/25,g.passed,99', 's1,2025/26,g.passed,70']);
    await say(dir, 'run', ...date);
    expect(await observed(dir, 'g.passed')).toMatchObject({ value: '90' });
    expect(await observed(dir, 'g.passed', 's1', '2025/26')).toMatchObject({ value: '70' });
    expect((await exported(dir, 'issues')).filter((r) => r.code === 'period.closed')).toMatchObject([
      { source: 'late.csv#L2', severity: 'error' },
    ]);
  });
});
