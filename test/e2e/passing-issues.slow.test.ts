import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenAlone } from '../acceptance/golden-alone.ts';
import { parsed, say } from '../etl/cli/console.ts';
import { records } from './msoko.ts';

describe('what only the last run could tell', () => {
  it('is exported after it as it was counted, and is gone after a run that could', async () => {
    const dir = goldenAlone();
    const config = join(dir, 'msoko.config.json');
    const plain = readFileSync(config, 'utf8');
    const date = ['--date', '2024-12-15'] as const;
    const refused = async () =>
      records((await say(dir, 'export', 'issues', ...date)).out).filter(
        (r) => r.code === 'google.credentials',
      );
    writeFileSync(
      config,
      JSON.stringify({ ...(JSON.parse(plain) as object), google: { folder: 'f', credentials: 'key.json' } }),
    );

    const run = await say(dir, 'run', ...date, '--json');
    expect(run.code).toBe(3);
    const { error } = parsed(run).issues as { error: number };
    const listed = records((await say(dir, 'export', 'issues', ...date)).out);
    expect(listed.filter((r) => r.severity === 'error')).toHaveLength(error);
    expect(await refused()).toMatchObject([{ source: 'https://drive.google.com/drive/folders/f' }]);

    writeFileSync(config, plain);
    await say(dir, 'run', ...date);
    expect(await refused()).toEqual([]);
  });
});
