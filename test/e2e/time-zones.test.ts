import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { goldenAlone } from '../acceptance/golden-alone.ts';
import { filesBelow } from './files-below.ts';
import { msoko } from './msoko.ts';

// the whole demonstration is held against itself in demo.slow.test.ts
it('a run gives the same bytes on machines as far apart as time zones go', async () => {
  const [east, west] = [goldenAlone(), goldenAlone()];
  const run = (dir: string, env: NodeJS.ProcessEnv) =>
    msoko(['run', '--workspace', dir, '--date', '2024-12-15'], { env });
  const ended = await Promise.all([
    run(east, { TZ: 'Pacific/Kiritimati' }),
    run(west, { TZ: 'Pacific/Pago_Pago', LANG: 'de_DE.UTF-8' }),
  ]);
  expect(ended.map(({ code }) => code)).toEqual([1, 1]);
  const names = filesBelow(join(east, 'outbox'));
  expect(names).toContain('district.xlsx');
  expect(filesBelow(join(west, 'outbox'))).toEqual(names);
  for (const name of names) {
    const one = readFileSync(join(east, 'outbox', name));
    expect(one.equals(readFileSync(join(west, 'outbox', name))), name).toBe(true);
  }
});
