import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GoogleOptions, openGoogle } from '../../../../etl/google/client/google.ts';
import { type Answer, startScripted, virtualClock } from './scripted-server.ts';

const { privateKey: key } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

let server: Awaited<ReturnType<typeof startScripted>>;
beforeAll(async () => {
  server = await startScripted();
});
afterAll(() => server.stop());

function open(extra: Partial<GoogleOptions> = {}) {
  const clock = virtualClock();
  const google = openGoogle({
    credentials: { type: 'service_account', email: 'robot@example.org', key },
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
});
