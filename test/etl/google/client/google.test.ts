import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GoogleOptions, openGoogle } from '../../../../etl/google/client/google.ts';
import { type Answer, startScripted, virtualClock } from './scripted-server.ts';
import { testKey } from './test-key.ts';

let server: Awaited<ReturnType<typeof startScripted>>;
beforeAll(async () => {
  server = await startScripted();
});
afterAll(() => server.stop());

function open(extra: Partial<GoogleOptions> = {}) {
  const clock = virtualClock();
  const google = openGoogle({
    credentials: { type: 'service_account', email: 'robot@example.org', key: testKey },
    scopes: ['https://www.googleapis.com/auth/spreadsheets'],
    root: server.root,
    clock,
    random: () => 0.5,
    ...extra,
  });
  return { google, clock };
}

const rate403 = { status: 403, body: { error: { errors: [{ reason: 'userRateLimitExceeded' }] } } };
const fine: Answer = { status: 200, body: { spreadsheetId: 'abc' } };
const busy: Answer = { status: 503 };
const page: Answer = { status: 200, text: '<!DOCTYPE html><p>Sign in</p>' };
const tooMany: Answer = { status: 429 };

describe('call', () => {
  // waits: half of 1, 2, 4, 8 … 60 s
  const cases: readonly [string, 'read' | 'write' | 'safe write', Answer[], number, number[], string?][] = [
    ['an answer at once', 'read', [fine], 1, []],
    ['503 of a read', 'read', [busy, busy, fine], 3, [500, 1000]],
    ['503 of a write', 'write', [busy, fine], 1, [], 'unavailable'],
    ['503 of a write that may be repeated', 'safe write', [busy, fine], 2, [500]],
    ['reset of a read', 'read', ['reset', fine], 2, [500]],
    ['reset of a write', 'write', ['reset', fine], 1, [], 'unavailable'],
    ['reset of a write that may be repeated', 'safe write', ['reset', fine], 2, [500]],
    ['429 of a write', 'write', [tooMany, tooMany, tooMany, fine], 4, [500, 1000, 2000]],
    ['403 by rate of a write', 'write', [rate403, fine], 2, [500]],
    ['403 otherwise', 'read', [{ status: 403 }], 1, [], 'forbidden'],
    ['404', 'read', [{ status: 404 }], 1, [], 'not_found'],
    ['400', 'write', [{ status: 400 }], 1, [], 'bad_request'],
    ['a page of a proxy, which stays', 'read', [page, fine], 1, [], 'unavailable'],
    ['a page of a proxy to a write', 'write', [page], 1, [], 'unavailable'],
    ['what Google asks for', 'read', [{ status: 429, headers: { 'retry-after': '7' } }, fine], 2, [7000]],
    // 0.5+1+2+4+8+16+30+… s: the waits grow to half a minute, 300 s are not exceeded
    [
      'a storm without end',
      'write',
      [tooMany],
      15,
      [500, 1000, 2000, 4000, 8000, 16000, ...Array.from({ length: 8 }, () => 30000)],
      'quota',
    ],
  ];
  it.each(cases)('%s', async (_, kind, script, calls, waits, code) => {
    server.play(script);
    const { google, clock } = open();
    const answer =
      kind === 'read'
        ? google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: 'abc' }))
        : google.call(
            'sheets_write',
            () =>
              google.sheets.spreadsheets.batchUpdate({ spreadsheetId: 'abc', requestBody: { requests: [] } }),
            kind === 'safe write' ? { repeatable: true } : {},
          );
    if (code === undefined) expect(await answer).toEqual({ spreadsheetId: 'abc' });
    else await expect(answer).rejects.toMatchObject({ name: 'GoogleError', code });
    expect(server.state.seen.filter(({ path }) => !path.endsWith('/token'))).toHaveLength(calls);
    expect(clock.waits).toEqual(waits);
  });

  it('sends token, API and uploads to the same address', async () => {
    server.play([fine]);
    const { google } = open();
    await google.call('drive', () =>
      google.drive.files.create({ media: { mimeType: 'text/csv', body: 'a;b' }, requestBody: { name: 'x' } }),
    );
    await google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: 'abc' }));
    expect(server.state.seen.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      'POST /token',
      'POST /upload/drive/v3/files',
      'GET /v4/spreadsheets/abc',
    ]);
  });

  it('takes a new token once when the old one is refused early', async () => {
    server.play([{ status: 401 }, fine]);
    const { google, clock } = open();
    await google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: 'abc' }));
    expect(clock.waits).toEqual([]);
    expect(server.state.seen.map((seen) => seen.path.split('?')[0])).toEqual([
      '/token',
      '/v4/spreadsheets/abc',
      '/token',
      '/v4/spreadsheets/abc',
    ]);
    const used = server.state.seen.flatMap((seen) => seen.authorization ?? []);
    expect(new Set(used).size).toBe(2);
  });

  it('a second refusal is final', async () => {
    server.play([{ status: 401 }]);
    const { google } = open();
    await expect(
      google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: 'abc' })),
    ).rejects.toMatchObject({ code: 'unauthorised', status: 401 });
    expect(server.state.seen).toHaveLength(4);
  });

  it('repeats the request for a token by the same policy, even before a write', async () => {
    server.play([fine], [busy, 'reset', { status: 200 }]);
    const { google, clock } = open();
    await google.call('sheets_write', () =>
      google.sheets.spreadsheets.batchUpdate({ spreadsheetId: 'abc', requestBody: { requests: [] } }),
    );
    expect(clock.waits).toEqual([500, 1000]);
    expect(server.state.seen).toHaveLength(4);
  });

  it('tells of a withdrawn key without telling the key', async () => {
    server.play([fine], [{ status: 400, body: { error: 'invalid_grant', error_description: 'x' } }]);
    const { google } = open({
      credentials: { type: 'authorized_user', clientId: 'id', clientSecret: 'hush', refreshToken: 'long' },
    });
    const error = await google
      .call('drive', () => google.drive.about.get({ fields: 'user' }))
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(error).toMatchObject({ code: 'credentials', reason: 'invalid_grant' });
    expect(server.state.seen).toHaveLength(1);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/hush|long/);
  });

  it('after one call was given up the next ones are tried once, until one is answered', async () => {
    server.play([busy]);
    const { google, clock } = open({ deadlineSeconds: 3 });
    const read = () =>
      google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: 'abc' }));
    await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
    // 0.5 + 1 s; the next 2 s would end after the third second
    expect(clock.waits).toEqual([500, 1000]);
    await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
    expect(clock.waits).toHaveLength(2);
    server.play([fine]);
    await read();
    server.play([busy, fine]);
    await read();
    expect(clock.waits).toEqual([500, 1000, 500]);
  });

  it('waits for the quota of Sheets, each kind by itself, Drive not at all', async () => {
    server.play([fine]);
    const { google, clock } = open({ readsPerMinute: 2, writesPerMinute: 1 });
    const read = () =>
      google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: 'abc' }));
    const list = () => google.call('drive', () => google.drive.files.list({}));
    await read();
    await read();
    for (let i = 0; i < 5; i++) await list();
    expect(clock.waits).toEqual([]);
    await google.call('sheets_write', () =>
      google.sheets.spreadsheets.batchUpdate({ spreadsheetId: 'abc', requestBody: { requests: [] } }),
    );
    expect(clock.waits).toEqual([]);
    await read();
    expect(clock.waits).toEqual([60_000]);
  });

  it('sends nothing where a value cannot be sent', async () => {
    server.play([fine]);
    const { google } = open();
    const write = (values: unknown[][]) =>
      google.call('sheets_write', () =>
        google.sheets.spreadsheets.values.update({
          spreadsheetId: 'abc',
          range: 'A1',
          valueInputOption: 'RAW',
          requestBody: { values },
        }),
      );
    await expect(write([[1, Number.NaN]])).rejects.toMatchObject({ code: 'value' });
    await expect(write([[1, undefined]])).rejects.toMatchObject({ code: 'value' });
    expect(server.state.seen.filter(({ path }) => !path.endsWith('/token'))).toEqual([]);
  });

  it('takes no page for a token either, and says whose it may be without its words', async () => {
    server.play([fine], [page]);
    const { google, clock } = open();
    const error = await google
      .call('drive', () => google.drive.files.list({}))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unavailable', reason: 'NOT_GOOGLE' });
    expect((error as Error).message).toMatch(/прокси или портал входа в сеть/);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/DOCTYPE|Sign in/);
    expect([server.state.seen.length, clock.waits]).toEqual([1, []]);
  });

  it('says that nobody answers, after half a minute', async () => {
    const said: number[] = [];
    const { google, clock } = open({ root: 'http://127.0.0.1:9', onWait: (seconds) => said.push(seconds) });
    await expect(google.call('drive', () => google.drive.files.list({}))).rejects.toMatchObject({
      code: 'unavailable',
      reason: 'ECONNREFUSED',
    });
    // 0.5 + 1 + 2 + 4 + 8 s; the next 16 s would end after the thirtieth second
    expect(clock.waits).toEqual([500, 1000, 2000, 4000, 8000]);
    expect(said).toEqual([0.5, 1, 2, 4, 8]);
  });
});
