import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenCopy, records } from '../e2e/msoko.ts';
import { say } from '../etl/cli/console.ts';
import { put } from './disk-workspace.ts';

const date = ['--date', '2024-12-15'] as const;
const row = (organisation: string, element: string, value: string) =>
  `organisation,period,element,value\n${organisation},2024/25:q2,${element},${value}\n`;

/** The catalogue of the workspace calls `g.trips` `g.excursions` from now on. */
function rename(dir: string): void {
  const elements = join(dir, 'catalog', 'elements.csv');
  const text = readFileSync(elements, 'utf8');
  writeFileSync(elements, text.replace(/^g\.trips,(.*),$/m, 'g.excursions,$1,g.trips'));
  const indicators = join(dir, 'catalog', 'indicators.csv');
  writeFileSync(indicators, readFileSync(indicators, 'utf8').replaceAll(',g.trips,', ',g.excursions,'));
}

describe('an element that got a new code', () => {
  it('counts once, whatever name its file knows, also from a file that left', {
    timeout: 60_000,
  }, async () => {
    const dir = goldenCopy();
    rmSync(join(dir, 'inbox', 'observations.csv'));
    put(join(dir, 'inbox', 'left.csv'), row('s1', 'g.trips', '4'), '2024-12-01');
    put(join(dir, 'inbox', 'stays.csv'), row('s2', 'g.trips', '2'), '2024-12-01');
    expect((await say(dir, 'run', ...date)).code).toBe(0);
    const indicator = async () =>
      records((await say(dir, 'export', 'indicators', ...date)).out).filter((i) => i.value === '6');
    const before = await indicator();
    expect(before.length).toBeGreaterThan(0);

    rename(dir);
    rmSync(join(dir, 'inbox', 'left.csv'));
    // the same answer under the new name, and under the old one in a file filled on an older template
    put(join(dir, 'inbox', 'new.csv'), row('s1', 'g.excursions', '4'), '2024-12-02');
    put(join(dir, 'inbox', 'older.csv'), row('s2', 'g.trips', '2'), '2024-12-02');
    const report = JSON.parse((await say(dir, 'run', '--json', ...date)).out);
    expect(report.observations).toMatchObject({ total: 2, added: 0, changed: 0, removed: 0 });
    const values = records((await say(dir, 'export', 'observations', ...date)).out);
    expect(values.map((o) => `${o.organisation} ${o.element} ${o.value}`)).toEqual([
      's1 g.excursions 4',
      's2 g.excursions 2',
    ]);
    const issues = records((await say(dir, 'export', 'issues', ...date)).out);
    expect(issues.map((i) => i.code)).toEqual(['source.gone']);
    expect(await indicator()).toEqual(before);
  });

  it('keeps its values of a closed year', { timeout: 60_000 }, async () => {
    const dir = goldenCopy();
    rmSync(join(dir, 'inbox', 'observations.csv'));
    put(join(dir, 'inbox', 'a.csv'), row('s1', 'g.trips', '4'), '2024-12-01');
    expect((await say(dir, 'run', ...date)).code).toBe(0);
    const later = ['--date', '2025-10-01'] as const;
    expect((await say(dir, 'templates', '--school-year', '2025/26', ...later)).code).toBe(0);
    rename(dir);
    expect((await say(dir, 'run', ...later)).code).toBe(0);
    const values = records((await say(dir, 'export', 'observations', ...later)).out);
    expect(values.map((o) => `${o.organisation} ${o.element} ${o.value}`)).toEqual(['s1 g.excursions 4']);
    const issues = records((await say(dir, 'export', 'issues', ...later)).out);
    expect(issues.map((i) => i.code)).toEqual([]);
  });
});
