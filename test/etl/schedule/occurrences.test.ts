import fc from 'fast-check';
import { createTask } from 'node-cron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CronFields, readCron } from '../../../etl/schedule/cron.ts';
import { nextOccurrence, occurrencesBack, type Timetable } from '../../../etl/schedule/occurrences.ts';
import { zonedText } from '../../../etl/schedule/zoned-time.ts';

const timetable = (expression: string, zone: string): Timetable => ({
  cron: readCron(expression) as CronFields,
  zone,
});

/** The following occurrences as the zone's clocks show them. */
function following(expression: string, zone: string, after: string, count: number): string[] {
  const found: string[] = [];
  let at = Date.parse(after);
  while (found.length < count) {
    at = nextOccurrence(timetable(expression, zone), at)!;
    found.push(zonedText(at, zone));
  }
  return found;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('nextOccurrence', () => {
  // expected by calendars and the published rules of the zones
  it.each([
    [
      'every night in Moscow',
      '0 3 * * *',
      'Europe/Moscow',
      '2026-11-22T23:59:59Z',
      ['2026-11-23T03:00:00+03:00', '2026-11-24T03:00:00+03:00'],
    ],
    ['strictly later', '0 3 * * *', 'Europe/Moscow', '2026-11-23T00:00:00Z', ['2026-11-24T03:00:00+03:00']],
    ['in the far east', '0 3 * * *', 'Asia/Kamchatka', '2026-11-22T14:59:00Z', ['2026-11-23T03:00:00+12:00']],
    [
      'on working days: Friday, Monday',
      '30 22 * * 1-5',
      'Europe/Samara',
      '2026-11-20T10:00:00Z',
      ['2026-11-20T22:30:00+04:00', '2026-11-23T22:30:00+04:00'],
    ],
    [
      'over the turn of a year',
      '0 3 1 * *',
      'Europe/Moscow',
      '2026-12-02T00:00:00Z',
      ['2027-01-01T03:00:00+03:00', '2027-02-01T03:00:00+03:00'],
    ],
    [
      'on leap days only',
      '0 3 29 2 *',
      'Europe/Moscow',
      '2026-01-01T00:00:00Z',
      ['2028-02-29T03:00:00+03:00', '2032-02-29T03:00:00+03:00'],
    ],
    [
      'over a century without a leap day',
      '0 3 29 2 *',
      'UTC',
      '2097-01-01T00:00:00Z',
      ['2104-02-29T03:00:00+00:00'],
    ],
    [
      'Moscow put its clocks back for good: 01:30 came twice, once is enough',
      '30 1 * * *',
      'Europe/Moscow',
      '2014-10-25T00:00:00Z',
      ['2014-10-26T01:30:00+04:00', '2014-10-27T01:30:00+03:00'],
    ],
    [
      'Moscow put its clocks forward: 02:30 was not shown',
      '30 2 * * *',
      'Europe/Moscow',
      '2011-03-26T12:00:00Z',
      ['2011-03-27T03:30:00+04:00', '2011-03-28T02:30:00+04:00'],
    ],
    [
      'Berlin, spring',
      '30 2 * * *',
      'Europe/Berlin',
      '2027-03-27T12:00:00Z',
      ['2027-03-28T03:30:00+02:00', '2027-03-29T02:30:00+02:00'],
    ],
    [
      'Berlin, autumn',
      '30 2 * * *',
      'Europe/Berlin',
      '2026-10-24T12:00:00Z',
      ['2026-10-25T02:30:00+02:00', '2026-10-26T02:30:00+01:00'],
    ],
    [
      'a half-hour zone whose change is half an hour',
      '15 2 * * *',
      'Australia/Lord_Howe',
      '2026-10-03T12:00:00Z',
      ['2026-10-04T02:45:00+11:00', '2026-10-05T02:15:00+11:00'],
    ],
    [
      'a zone that left out a day: once for both',
      '0 3 * * *',
      'Pacific/Apia',
      '2011-12-29T20:00:00Z',
      ['2011-12-31T03:00:00+14:00', '2012-01-01T03:00:00+14:00'],
    ],
    [
      'two gap times that meet are one',
      '30 2,3 * * *',
      'Europe/Berlin',
      '2027-03-27T12:00:00Z',
      ['2027-03-28T03:30:00+02:00', '2027-03-29T02:30:00+02:00'],
    ],
  ])('%s', (_, expression, zone, after, expected) => {
    expect(following(expression, zone, after, expected.length)).toEqual(expected);
  });

  it('agrees with node-cron wherever clocks are not changed', () => {
    vi.useFakeTimers();
    const zones = ['Europe/Moscow', 'Asia/Kolkata', 'Asia/Kamchatka', 'UTC', 'America/Phoenix'];
    const expression = fc
      .tuple(
        fc.constantFrom('0', '30', '*/7', '5-9'),
        fc.constantFrom('3', '0', '*/5', '22-23', '*'),
        fc.constantFrom('*', '1', '31', '10-20/3'),
        fc.constantFrom('*', '2-5', '12'),
        fc.constantFrom('*', '0', '1-5'),
      )
      .map((parts) => parts.join(' '))
      .filter((text) => !text.includes('31 2-5'));
    fc.assert(
      fc.property(
        expression,
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
        (text, zone, now) => {
          vi.setSystemTime(now);
          const task = createTask(text, () => undefined, { timezone: zone });
          const theirs = task.getNextRuns(1)[0]!.getTime();
          void task.destroy();
          expect(nextOccurrence(timetable(text, zone), now)).toBe(theirs);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('occurrencesBack', () => {
  it('walks back over what nextOccurrence walks forward', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('0 3 * * *', '30 2,3 * * *', '*/30 * * * *', '0 3 1 * *', '15 2 * * 0'),
        fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'Pacific/Apia', 'Australia/Lord_Howe'),
        fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2015, 0, 1) }),
        (expression, zone, from) => {
          const times = timetable(expression, zone);
          const forward = [from];
          while (forward.length < 6) forward.push(nextOccurrence(times, forward.at(-1)!)!);
          const back: number[] = [];
          for (const at of occurrencesBack(times, forward.at(-1)!)) {
            if (at <= from) break;
            back.push(at);
          }
          expect(back.reverse()).toEqual(forward.slice(1));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('begins with the very instant asked for', () => {
    const at = Date.parse('2026-11-23T00:00:00Z');
    const [first, second] = [...take(occurrencesBack(timetable('0 3 * * *', 'Europe/Moscow'), at), 2)];
    expect([first, second]).toEqual([at, at - 86_400_000]);
  });
});

function* take<T>(from: Iterable<T>, count: number): Generator<T> {
  for (const value of from) {
    if (count-- <= 0) return;
    yield value;
  }
}
