import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Google } from '../../etl/google/client/google.ts';
import { clientOf } from './client.ts';
import { GOOGLE_LIMITS } from './quota.ts';
import { type GoogleServer, startGoogle } from './server.ts';
import { hasReference } from './validation.ts';

let g: GoogleServer;
let google: Google;
let id: string;
let now = 0;
const clock = {
  now: () => now,
  sleep: async (milliseconds: number) => {
    now += milliseconds;
  },
  timeout: (milliseconds: number) => AbortSignal.timeout(milliseconds),
};

beforeAll(async () => {
  g = await startGoogle({ clock: () => now });
  google = await clientOf(g, { clock, random: () => 0.5, deadlineSeconds: 300 });
});
afterAll(() => g.stop());
beforeEach(() => {
  g.faults.clear();
  id = g.people.newBook('Книга', g.folderId);
});

const addTab = (title: string, options?: { repeatable: boolean }) =>
  google.call(
    'sheets_write',
    () =>
      google.sheets.spreadsheets.batchUpdate({
        spreadsheetId: id,
        requestBody: { requests: [{ addSheet: { properties: { title } } }] },
      }),
    options,
  );
const read = () =>
  google.call('sheets_read', () =>
    google.sheets.spreadsheets.get({ spreadsheetId: id, fields: 'spreadsheetId' }),
  );

describe('faults', () => {
  it.each([
    ['before', ['Sheet1']],
    ['after', ['Sheet1', 'Новый']],
  ] as const)('a lost connection %s the work', async (when, tabs) => {
    g.faults.add({ on: 'sheets.spreadsheets.batchUpdate', fail: 'reset', when });
    await expect(addTab('Новый')).rejects.toMatchObject({ code: 'unavailable' });
    expect(g.people.tabs(id)).toEqual(tabs);
    expect(g.faults.left).toEqual([]);
  });

  it.each([429, 'rate403', 503, 500, 'html502', 'reset', 'truncated'] as const)(
    'a read survives %s',
    async (fail) => {
      g.faults.add({ on: 'sheets.spreadsheets.get', fail, times: 2 });
      expect(await read()).toEqual({ spreadsheetId: id });
      expect(g.faults.left).toEqual([]);
    },
  );

  it('strikes the call it was planned for, once', async () => {
    g.faults.add({ on: 'sheets.spreadsheets.batchUpdate', nth: 2, fail: 503 });
    await addTab('Раз');
    await expect(addTab('Два')).rejects.toMatchObject({ code: 'unavailable', status: 503 });
    await addTab('Три');
    expect(g.people.tabs(id)).toEqual(['Sheet1', 'Раз', 'Три']);
  });

  it('lets something happen meanwhile', async () => {
    g.faults.add({ on: 'sheets.spreadsheets.get', meanwhile: () => g.people.trash(id) });
    await read();
    expect(g.world.files.get(id)!.trashed).toBe(true);
  });

  it('Retry-After is said', async () => {
    g.faults.add({ on: 'sheets.spreadsheets.get', fail: 429, retryAfter: 17 });
    const before = now;
    await read();
    expect(now - before).toBeGreaterThanOrEqual(17_000);
  });

  it('the token endpoint fails too', async () => {
    const fresh = await clientOf(g, { clock, random: () => 0.5 });
    g.faults.add({ on: 'oauth2.token', fail: 503, times: 2 });
    await fresh.call('drive', () => fresh.drive.about.get({ fields: 'user' }));
    expect(g.faults.left).toEqual([]);
  });
});

it('the log knows every request, its bytes and its answer', async () => {
  const from = g.log.length;
  await addTab('Журнал');
  const [entry] = g.log.slice(from);
  expect(entry).toMatchObject({
    method: 'sheets.spreadsheets.batchUpdate',
    params: { spreadsheetId: id },
    account: g.serviceAccount,
    status: 200,
    up: Buffer.byteLength(JSON.stringify({ requests: [{ addSheet: { properties: { title: 'Журнал' } } }] })),
  });
  expect(entry!.down).toBeGreaterThan(100);
});

describe('quotas', () => {
  it('the 61st read of a minute is refused, the next minute is free', async () => {
    const limited = await startGoogle({ clock: () => now, quota: GOOGLE_LIMITS });
    const hasty = await clientOf(limited, { deadlineSeconds: 0, clock });
    const book = limited.people.newBook('К', limited.folderId);
    const look = () =>
      hasty.call('sheets_read', () =>
        hasty.sheets.spreadsheets.get({ spreadsheetId: book, fields: 'spreadsheetId' }),
      );
    for (let n = 0; n < 60; n++) await look();
    await expect(look()).rejects.toMatchObject({ code: 'quota', status: 429 });
    now += 60_000;
    await look();
    await limited.stop();
  });
});

describe.skipIf(!hasReference() && !process.env.CI_STRICT)('the discovery documents of Google', () => {
  it('are there and every request is held against them', async () => {
    expect(g.checked).toBe(true);
    const strict = await startGoogle();
    const client = await clientOf(strict);
    const wrong = client.call('sheets_write', () =>
      client.sheets.spreadsheets.batchUpdate({
        spreadsheetId: 'any',
        requestBody: { requests: [{ addSheet: { properties: { tabColour: {} } as object } }] },
      }),
    );
    await expect(wrong).rejects.toMatchObject({ code: 'bad_request' });
    expect(strict.violations).toMatchObject([{ method: 'sheets.spreadsheets.batchUpdate' }]);
    await expect(strict.stop()).rejects.toThrow('tabColour');
  });
});
