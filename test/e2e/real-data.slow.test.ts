import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../etl/cli/console.ts';
import { freshFolder, msoko, records } from './msoko.ts';

/** Real results of 2,410 schools lie beside the project, not in it; where they are absent the suite says so by skipping. */
const reference = process.env.MSOKO_REFERENCE ?? fileURLToPath(new URL('../../../shared', import.meta.url));
/** awk -F, 'NR>1{a+=$8;b+=$9;c+=$10;d+=$11}' results-real.csv */
const SUMS = [3688, 8246, 12407, 6681] as const;
const here = existsSync(join(reference, 'data', 'results-real.csv'));

describe.skipIf(!here)('real results of 2,410 schools', () => {
  const dir = join(freshFolder(), 'real');
  const at = ['--workspace', dir, '--date', '1997-08-31'];

  beforeAll(async () => {
    const init = await msoko([
      'init',
      dir,
      '--roadmap',
      'botlikh',
      '--district',
      'own',
      '--school-year',
      '1996/97',
    ]);
    expect(init.stderr).toBe('');
    for (const name of ['organisations-real.csv', 'results-real.csv']) {
      copyFileSync(join(reference, 'data', name), join(dir, 'inbox', name));
    }
    const run = await msoko(['run', ...at, '--json']);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      workbooks: { read: 2, failed: 0 },
      results: 2410,
      issues: { error: 0 },
    });
  });

  it('gives the shares of the whole region: 31,022 pupils of 2,410 schools in 131 districts', async () => {
    const rows = records((await say(dir, 'export', 'results', ...at)).out);
    expect(rows.filter((r) => r.level === 'organisation')).toHaveLength(2410);
    expect(rows.filter((r) => r.level === 'district')).toHaveLength(131);
    const region = rows.filter((r) => r.level === 'region');
    expect(region).toHaveLength(1);
    // sums of the published file by another tool (awk), shares on paper
    expect(region[0]).toMatchObject({
      procedure: 'a_level',
      subject: 'chemistry',
      grade: '11',
      participants: '31022',
      reported: '2410',
      expected: '2410',
    });
    const sums = { mark2: SUMS[0], mark3: SUMS[1], mark4: SUMS[2], mark5: SUMS[3] };
    for (const [mark, sum] of Object.entries(sums)) {
      expect(Number(region[0]?.[mark])).toBe(sum);
      expect(Number(region[0]?.[mark.replace('mark', 'share')])).toBeCloseTo((100 * sum) / 31022, 9);
    }
  });

  it('keeps unknown words under their slugs with a warning, and says what the register lacks', async () => {
    const rows = records((await say(dir, 'export', 'issues', ...at)).out);
    const codes = rows.map((r) => r.code);
    expect(codes.sort()).toEqual(['register.incomplete', 'results.unknown_subject']);
  });
});
