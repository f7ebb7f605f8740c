import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Ended } from '../../../etl/schedule/attempt.ts';
import { askHealth, checkHealth } from '../../../etl/schedule/check.ts';
import { type CronFields, readCron } from '../../../etl/schedule/cron.ts';
import { keepNights } from '../../../etl/schedule/daemon.ts';
import { readState } from '../../../etl/schedule/state-file.ts';

const failed: Ended = { kind: 'failed', message: 'Нет места.', hint: '' };
const done: Ended = { kind: 'done', lastRun: '2026-11-22T12:00:00+03:00', unreadable: 0 };

function start(ends: Ended[], port?: { number: number; isExact: boolean }, expression = '0 3 * * *') {
  const log: string[] = [];
  let stop = (): void => undefined;
  const stateFile = join(mkdtempSync(join(tmpdir(), 'msoko-nights-')), 'store', 'schedule.json');
  let attempts = 0;
  const ended = keepNights({
    workspace: '/nowhere',
    stateFile,
    expression,
    timetable: { cron: readCron(expression) as CronFields, zone: 'Europe/Moscow' },
    ...(port && { port }),
    log: (line) => log.push(line),
    graceSeconds: 8,
    stop: {
      asked: new Promise((resolve) => {
        stop = resolve;
      }),
      hurried: new Promise(() => undefined),
    },
    attempt: () => {
      attempts++;
      return { ended: Promise.resolve(ends.shift() ?? done), stop: () => undefined };
    },
  });
  return { ended, stateFile, log, stop: () => stop(), attempts: () => attempts };
}

const get = async (port: number, path = '/health', method = 'GET') => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const stateOf = (file: string, ready: (state: { message: string }) => boolean = () => true) =>
  vi.waitFor(async () => {
    const state = await readState(file);
    if (!state || !ready(state)) throw new Error('not yet');
    return state;
  });

afterEach(() => {
  vi.useRealTimers();
});

describe('keepNights', () => {
  it('answers 200 or 503 on loopback, to --check as well, and leaves nothing behind', async () => {
    const daemon = start([failed], { number: 0, isExact: false });
    const { port, instance } = await stateOf(daemon.stateFile, (s) => s.message.includes('Нет места'));
    expect(await get(port!)).toMatchObject({
      status: 503,
      body: { ok: false, lastRun: null, message: expect.stringContaining('Нет места.') },
    });
    expect((await get(port!, '/')).status).toBe(404);
    expect((await get(port!, '/health', 'POST')).status).toBe(405);
    expect(await checkHealth(daemon.stateFile)).toMatchObject({
      ok: false,
      message: expect.stringContaining('Нет места'),
    });
    expect(await askHealth(port!, 'somebody else')).toBeUndefined();
    expect(await askHealth(port!, instance)).toBeDefined();
    daemon.stop();
    await daemon.ended;
    expect(await readState(daemon.stateFile)).toBeUndefined();
    expect(await askHealth(port!, instance)).toBeUndefined();
    expect(await checkHealth(daemon.stateFile)).toMatchObject({
      ok: false,
      message: expect.stringContaining('не работает'),
    });
  });

  it('takes a free port where the usual one is taken, but never silently another than it was told', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    await expect(start([], { number: port, isExact: true }).ended).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    const daemon = start([], { number: port, isExact: false });
    const state = await stateOf(daemon.stateFile);
    expect(state.port).not.toBe(port);
    expect(daemon.log.join('')).toContain(`Порт ${port} занят`);
    daemon.stop();
    await daemon.ended;
    taken.close();
  });

  it('is checked by its file and its process where it has no port', async () => {
    const daemon = start([done]);
    const state = await stateOf(daemon.stateFile, (s) => s.message.includes('выполнена'));
    expect(state.port).toBeUndefined();
    expect(await checkHealth(daemon.stateFile)).toMatchObject({ ok: true, lastRun: done.lastRun });
    const late = Date.parse(state.nextRun!) + 11 * 60_000;
    expect(await checkHealth(daemon.stateFile, late)).toMatchObject({ ok: false });
    daemon.stop();
    await daemon.ended;
  });

  it('is woken by node-cron at the appointed second of the zone', async () => {
    vi.useFakeTimers({
      now: Date.parse('2026-11-22T23:50:00Z'),
      toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    });
    const daemon = start([]);
    await vi.waitFor(() => expect(daemon.log.join('')).toContain('Следующая обработка: 23.11.2026 03:00.'));
    await vi.advanceTimersByTimeAsync(599_000);
    expect(daemon.attempts()).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(daemon.attempts()).toBe(2);
    daemon.stop();
    await daemon.ended;
    expect(daemon.log.at(-1)).toBe('2026-11-23 03:00:00+03:00 Ночной запуск остановлен.\n');
  });
});
