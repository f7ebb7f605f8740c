import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ended } from '../../../etl/schedule/attempt.ts';
import { type CronFields, readCron } from '../../../etl/schedule/cron.ts';
import { healthOf } from '../../../etl/schedule/health.ts';
import { Keeper } from '../../../etl/schedule/keeper.ts';
import { zonedText } from '../../../etl/schedule/zoned-time.ts';

const zone = 'Europe/Moscow';
const minute = 60_000;
const done: Ended = { kind: 'done', lastRun: '2026-11-22T12:00:00+03:00', unreadable: 0 };
const locked: Ended = { kind: 'locked' };
const failed: Ended = { kind: 'failed', message: 'На диске нет места.', hint: 'Освободите место.' };

/** A keeper under a clock of our own, whose attempts end when and how the test says. */
function keeper(expression = '0 3 * * *') {
  const log: string[] = [];
  const begun: string[] = [];
  const stopped: number[] = [];
  let end: (ended: Ended) => void = () => undefined;
  const it = new Keeper({
    timetable: { cron: readCron(expression) as CronFields, zone },
    attempt: () => {
      begun.push(zonedText(Date.now(), zone).slice(0, 16));
      return {
        ended: new Promise((resolve) => {
          end = resolve;
        }),
        stop: () => {
          stopped.push(Date.now());
          end({ kind: 'failed', message: 'прервано', hint: '' });
        },
      };
    },
    log: (text) => log.push(text),
    changed: () => undefined,
  });
  return {
    it,
    log,
    begun,
    stopped,
    end: async (ended: Ended) => {
      end(ended);
      await vi.advanceTimersByTimeAsync(0);
    },
    /** Beats once a minute until the moment (Moscow). */
    until: (moment: string) => {
      const to = Date.parse(`${moment.replace(' ', 'T')}+03:00`);
      while (Date.now() + minute <= to) {
        vi.setSystemTime(Date.now() + minute);
        it.beat();
      }
    },
    /** The machine sleeps: no beat on the way. */
    sleep: (moment: string) => {
      vi.setSystemTime(Date.parse(`${moment.replace(' ', 'T')}+03:00`));
      it.beat();
    },
    health: () => healthOf(it.state, Date.now(), zone),
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00+03:00') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Keeper', () => {
  it('asks the ledger at its start and then only at the appointed times', async () => {
    const k = keeper();
    k.it.beat();
    expect(k.health()).toMatchObject({ ok: true, message: 'Обработка идёт с 22.11.2026 12:00.' });
    await k.end(done);
    k.until('2026-11-23 02:59');
    expect(k.begun).toEqual(['2026-11-22T12:00']);
    k.until('2026-11-23 03:00');
    await k.end(done);
    k.until('2026-11-24 02:00');
    expect(k.begun).toEqual(['2026-11-22T12:00', '2026-11-23T03:00']);
    expect(k.health()).toEqual({
      ok: true,
      lastRun: '2026-11-22T12:00:00+03:00',
      nextRun: '2026-11-24T03:00:00+03:00',
      message: 'Последняя обработка началась 22.11.2026 12:00 и выполнена.',
    });
  });

  it('makes up for the nights the machine slept through by one attempt', async () => {
    const k = keeper();
    k.it.beat();
    await k.end(done);
    k.sleep('2026-11-27 08:10');
    expect(k.begun).toEqual(['2026-11-22T12:00', '2026-11-27T08:10']);
    await k.end(done);
    k.it.beat();
    expect(k.begun).toHaveLength(2);
  });

  it('makes one attempt at a time, and one more for all times that passed meanwhile', async () => {
    const k = keeper('*/5 * * * *');
    k.it.beat();
    k.until('2026-11-22 12:22');
    expect(k.begun).toEqual(['2026-11-22T12:00']);
    await k.end(done);
    k.it.beat();
    expect(k.begun).toEqual(['2026-11-22T12:00', '2026-11-22T12:22']);
  });

  it('waits while a person holds the store, says so sparingly, and is ill only after an hour', async () => {
    const k = keeper();
    k.it.beat();
    await k.end(locked);
    expect(k.health()).toMatchObject({ ok: true, message: expect.stringContaining('держит другой запуск') });
    for (let i = 1; i <= 61; i++) {
      k.until(`2026-11-22 ${i < 60 ? `12:${String(i).padStart(2, '0')}` : `13:0${i - 60}`}`);
      await k.end(locked);
    }
    expect(k.begun).toHaveLength(62);
    expect(k.log).toEqual([
      expect.stringContaining('держит другой запуск'),
      expect.stringContaining('уже 30 минут'),
      expect.stringContaining('уже 60 минут'),
    ]);
    expect(k.health().ok).toBe(false);
    k.until('2026-11-22 13:02');
    await k.end(done);
    expect(k.log.slice(3)).toEqual(['База данных освободилась.', 'Следующая обработка: 23.11.2026 03:00.']);
    expect(k.health().ok).toBe(true);
  });

  it('repeats what failed at growing intervals and is ill until it works', async () => {
    const k = keeper();
    k.it.beat();
    const pauses: string[] = [];
    for (let i = 0; i < 5; i++) {
      await k.end(failed);
      expect(k.health()).toMatchObject({
        ok: false,
        lastRun: null,
        message: 'Обработка не выполнена. На диске нет места. Что делать: Освободите место.',
      });
      pauses.push(k.log.at(-1)!);
      const before = k.begun.length;
      for (let m = 0; m < 200 && k.begun.length === before; m++) {
        vi.setSystemTime(Date.now() + minute);
        k.it.beat();
      }
    }
    expect(k.begun.map((text) => text.slice(11))).toEqual([
      '12:00',
      '12:05',
      '12:20',
      '13:20',
      '16:20',
      '19:20',
    ]);
    expect(pauses[0]).toBe('Следующая попытка: 22.11.2026 12:05.');
    await k.end(done);
    expect(k.health()).toMatchObject({ ok: true });
    expect(k.it.state.failures).toBe(0);
  });

  it('tells what could not be read and stays healthy: it is the schools who must mend it', async () => {
    const k = keeper();
    k.it.beat();
    await k.end({ ...done, unreadable: 2 });
    expect(k.health()).toMatchObject({
      ok: true,
      message: expect.stringContaining('Не удалось прочитать: 2'),
    });
    // an attempt that found nothing due does not wipe that out
    k.sleep('2026-11-23 03:00');
    await k.end({ kind: 'done', lastRun: done.lastRun });
    expect(k.health().message).toContain('Не удалось прочитать: 2');
  });

  it('reckons anew when the clock is put back', async () => {
    vi.setSystemTime(Date.parse('2031-05-05T12:00:00+03:00'));
    const k = keeper();
    k.it.beat();
    await k.end(done);
    k.sleep('2026-11-22 12:00');
    expect(k.log.at(-1)).toContain('переведены назад');
    expect(k.health().nextRun).toBe('2026-11-23T03:00:00+03:00');
    k.sleep('2026-11-23 03:00');
    expect(k.begun.at(-1)).toBe('2026-11-23T03:00');
  });

  it('ends an attempt that hangs', async () => {
    const k = keeper();
    k.it.beat();
    k.until('2026-11-22 18:01');
    await vi.advanceTimersByTimeAsync(0);
    expect(k.stopped).toHaveLength(1);
    expect(k.health()).toMatchObject({ ok: false, message: expect.stringContaining('за 6 часов') });
  });

  it('is ill when its beat has stopped', async () => {
    const k = keeper();
    k.it.beat();
    await k.end(done);
    vi.setSystemTime(Date.parse('2026-11-23T03:11:00+03:00'));
    expect(k.health()).toMatchObject({ ok: false, message: 'Назначенная обработка не началась вовремя.' });
  });

  describe('asked to stop', () => {
    it('stops at once where nothing is under way, and begins nothing more', async () => {
      const k = keeper();
      k.it.beat();
      await k.end(done);
      await k.it.stop(8);
      k.sleep('2026-11-23 03:00');
      expect(k.begun).toHaveLength(1);
    });

    it('lets the attempt under way end', async () => {
      const k = keeper();
      k.it.beat();
      const stop = k.it.stop(8);
      await vi.advanceTimersByTimeAsync(7000);
      await k.end(done);
      await stop;
      expect(k.stopped).toEqual([]);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(k.stopped).toEqual([]);
    });

    it('cuts it short when its time is over, without calling that a failure', async () => {
      const k = keeper();
      k.it.beat();
      const stop = k.it.stop(8);
      await vi.advanceTimersByTimeAsync(8000);
      await stop;
      expect(k.stopped).toHaveLength(1);
      expect(k.log).toEqual([expect.stringContaining('не дольше 8 с'), expect.stringContaining('прервана')]);
      expect(k.it.state.failure).toBeUndefined();
    });

    it('cuts it at once when asked twice', async () => {
      const k = keeper();
      k.it.beat();
      const stop = k.it.stop(8);
      k.it.cut();
      await vi.advanceTimersByTimeAsync(0);
      await stop;
      expect(k.stopped).toHaveLength(1);
    });
  });
});
