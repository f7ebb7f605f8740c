import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { checkHealth } from '../../../etl/schedule/check.ts';
import { goldenDistrict } from '../../e2e/golden-district.ts';
import { type GoogleServer, startGoogle } from '../../google/server.ts';
import { parsed, say } from '../cli/console.ts';

let google: GoogleServer;
beforeAll(async () => {
  google = await startGoogle();
});
afterAll(() => google.stop());
afterEach(() => {
  vi.unstubAllEnvs();
});

it('does the files where Google fails, says what to do, and takes the rest up when it is mended', {
  timeout: 120_000,
}, async () => {
  const dir = await goldenDistrict();
  const path = join(dir, 'msoko.config.json');
  const config = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...config, google: { folder: google.folderId } }));
  for (const [name, value] of Object.entries(google.env)) vi.stubEnv(name, value);

  google.world.enabled.delete('drive');
  const night = await say(dir, 'schedule', '--once', '--json');
  expect(existsSync(join(dir, 'outbox', 'district.xlsx'))).toBe(true);
  expect(night.log).toMatch(
    /Обработка выполнена за[^\n]*\n[^\n]*работа с Google не закончена\. .*Google Drive API.*Что делать: /,
  );
  expect(parsed(night)).toMatchObject({
    ran: true,
    lastRun: null,
    unfinished: { message: expect.stringContaining('Google Drive API') },
  });

  expect(await say(dir, 'schedule', '--check')).toMatchObject({
    code: 1,
    out: expect.stringContaining('Google Drive API'),
  });

  google.world.enabled.add('drive');
  const later = await say(dir, 'schedule', '--once', '--json');
  expect(parsed(later)).toMatchObject({ ran: true, lastRun: expect.any(String) });
  expect(parsed(later)).not.toHaveProperty('unfinished');
  expect(google.violations).toEqual([]);

  // nothing runs in between: the last call answers, until it is overdue
  const { lastRun, nextRun } = parsed(later) as { lastRun: string; nextRun: string };
  const check = await say(dir, 'schedule', '--check', '--json');
  expect([check.code, parsed(check)]).toEqual([
    0,
    { ok: true, lastRun, nextRun, message: expect.any(String) },
  ]);
  const file = join(dir, 'store', 'schedule.json');
  const late = (hours: number) => checkHealth(file, Date.parse(nextRun) + hours * 3_600_000);
  expect([(await late(2.9)).ok, (await late(3.1)).ok]).toEqual([true, false]);
});
