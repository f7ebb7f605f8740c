import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { severalDistricts } from '../../etl/demo/demonstration.ts';
import { filesBelow } from './files-below.ts';
import { type Ended, freshFolder, msoko } from './msoko.ts';

const east = freshFolder();
const west = freshFolder();
let told: Ended;

beforeAll(async () => {
  // two machines as far apart as time zones go, in folders of different names
  [, told] = await Promise.all([
    msoko(['demo', 'a'], { cwd: east, env: { TZ: 'Pacific/Kiritimati' } }),
    msoko(['demo', 'another', '--json'], {
      cwd: west,
      env: { TZ: 'Pacific/Pago_Pago', LANG: 'de_DE.UTF-8' },
    }),
  ]);
}, 300_000);

describe('the demonstration on two machines', () => {
  it('answers with one line of JSON where that is wanted', () => {
    expect(JSON.parse(told.stdout)).toMatchObject({
      workbooks: { failed: 1 },
      region: { date: severalDistricts.date, workbooks: { failed: 0 } },
    });
  });

  it('is byte-identical: reports, summary, issues', () => {
    for (const folder of ['inbox', 'outbox', 'region/inbox', 'region/outbox']) {
      const names = filesBelow(join(east, 'a', folder));
      expect(filesBelow(join(west, 'another', folder))).toEqual(names);
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) {
        const one = readFileSync(join(east, 'a', folder, name));
        const other = readFileSync(join(west, 'another', folder, name));
        expect(one.equals(other), `${folder}/${name}`).toBe(true);
      }
    }
  });
});
