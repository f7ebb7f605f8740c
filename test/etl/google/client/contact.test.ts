import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '../../../../etl/google/client/contact.ts';
import { openGoogle } from '../../../../etl/google/client/google.ts';
import { type Answer, startScripted, virtualClock } from './scripted-server.ts';
import { testKey } from './test-key.ts';

let server: Awaited<ReturnType<typeof startScripted>>;
beforeAll(async () => {
  server = await startScripted();
});
afterAll(() => server.stop());

function open(script: Answer[], token: Answer[] = [], hangs = false, deadlineSeconds = 300) {
  server.play(script, token);
  const clock = virtualClock({ hangs });
  const told: [string, number][] = [];
  const contact = new Contact(
    {
      onBegin: (seconds) => told.push(['begin', seconds]),
      onSilence: (seconds) => told.push(['silence', seconds]),
    },
    clock,
  );
  const google = openGoogle({
    credentials: { type: 'service_account', email: 'robot@example.org', key: testKey },
    scopes: ['https://www.googleapis.com/auth/spreadsheets'],
    root: server.root,
    clock,
    contact,
    deadlineSeconds,
    random: () => 0.5,
  });
  const read = () =>
    google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: 'abc' }));
  const asked = () => server.state.seen.filter(({ path }) => !path.endsWith('/token')).length;
  return { clock, contact, told, read, asked };
}

const fine: Answer = { status: 200, body: { spreadsheetId: 'abc' } };
const wait = (seconds: number): Answer => ({ status: 429, headers: { 'retry-after': String(seconds) } });

describe('before the first answer', () => {
  it.each<[string, Answer[], number, number[], string]>([
    // half of 1, 2, 4 … s; the next wait, 30 s, would end after the sixtieth second
    ['429 for ever', [{ status: 429 }], 7, [500, 1000, 2000, 4000, 8000, 16_000], 'quota'],
    ['503 for ever', [{ status: 503 }], 7, [500, 1000, 2000, 4000, 8000, 16_000], 'unavailable'],
    ['what Google asks for, while it fits', [wait(25)], 3, [25_000, 25_000], 'quota'],
    ['what Google asks for, where it does not', [wait(90)], 1, [], 'quota'],
    ['a page of a proxy', [{ status: 200, text: '<html>Login</html>' }], 1, [], 'unavailable'],
  ])('%s: given up within a minute', async (_, script, calls, waits, code) => {
    const { clock, contact, read, asked } = open(script);
    await expect(read()).rejects.toMatchObject({ code });
    expect([asked(), clock.waits, contact.isLost]).toEqual([calls, waits, true]);
  });

  it.each<[string, Answer[], Answer[], number]>([
    // two requests of half a minute; the second is half a second shorter
    ['the API', ['silence'], [], 60_000],
    // nothing was sent where there is no token
    ['the token', [fine], ['silence'], 30_000],
  ])('silence of %s ends, and is told in time', async (_, script, token, until) => {
    const { clock, contact, told, read } = open(script, token, true);
    await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
    expect([clock.now(), contact.isLost]).toEqual([until, true]);
    expect(told).toEqual([
      ['begin', 60],
      ['silence', 57],
    ]);
  });

  it('a refusal is an answer', async () => {
    const { contact, read } = open([{ status: 404 }]);
    await expect(read()).rejects.toMatchObject({ code: 'not_found' });
    expect([contact.isLost, contact.begin()]).toEqual([false, Number.POSITIVE_INFINITY]);
  });
});

it('after the first answer a storm is sat out as ever', async () => {
  const { clock, contact, told, read } = open([fine, ...Array.from({ length: 4 }, () => wait(50)), fine]);
  await read();
  expect(await read()).toEqual({ spreadsheetId: 'abc' });
  expect(clock.waits).toEqual([50_000, 50_000, 50_000, 50_000]);
  expect([told, contact.isLost]).toEqual([[['begin', 60]], false]);
});

it('a Google that falls silent later takes its time once; the next reads are cut off soon', async () => {
  const { clock, contact, read } = open([fine, 'silence'], [], true, 60);
  await read();
  await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
  await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
  expect([clock.timeouts.slice(-2), clock.waits, contact.isLost]).toEqual([[60_000, 10_000], [], false]);
});
