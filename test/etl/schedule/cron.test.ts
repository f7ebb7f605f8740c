import fc from 'fast-check';
import { parse } from 'node-cron';
import { describe, expect, it } from 'vitest';
import { type CronFields, isCronFault, readCron } from '../../../etl/schedule/cron.ts';

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('readCron', () => {
  it.each<[string, Partial<CronFields>]>([
    ['0 3 * * *', { minute: [0], hour: [3], day: range(1, 31), month: range(1, 12), weekday: range(0, 6) }],
    ['  15,45   2-4 * * * ', { minute: [15, 45], hour: [2, 3, 4] }],
    ['*/20 0-23/6 * * *', { minute: [0, 20, 40], hour: [0, 6, 12, 18] }],
    ['0 3 * * mon-fri', { weekday: [1, 2, 3, 4, 5] }],
    ['0 3 * * 7', { weekday: [0] }],
    ['0 3 * * 5-7', { weekday: [0, 5, 6] }],
    ['0 3 1 SEP,jan *', { day: [1], month: [1, 9] }],
    ['0 3 29 2 *', { day: [29], month: [2] }],
  ])('reads %s', (expression, fields) => {
    expect(readCron(expression)).toMatchObject(fields);
  });

  it.each([
    ['', { what: 'fields', count: 0 }],
    ['03:00', { what: 'fields', count: 1 }],
    ['@daily', { what: 'fields', count: 1 }],
    ['0 0 3 * * *', { what: 'fields', count: 6 }],
    ['60 3 * * *', { what: 'minute', raw: '60', least: 0, most: 59 }],
    ['0 24 * * *', { what: 'hour', raw: '24' }],
    ['0 3 0 * *', { what: 'day', raw: '0' }],
    ['0 3 * 13 *', { what: 'month', raw: '13' }],
    ['0 3 * * пн', { what: 'weekday', raw: 'пн', most: 6 }],
    ['0 3 * * 1#2', { what: 'weekday' }],
    ['0 3 L * *', { what: 'day', raw: 'L' }],
    ['5-1 3 * * *', { what: 'minute', raw: '5-1' }],
    ['*/0 3 * * *', { what: 'minute' }],
    ['1/5 3 * * *', { what: 'minute' }],
    ['0,,1 3 * * *', { what: 'minute' }],
    ['-1 3 * * *', { what: 'minute' }],
    ['0 3 30,31 2 *', { what: 'never' }],
    ['0 3 31 4,6,9,11 *', { what: 'never' }],
  ])('refuses «%s»', (expression, fault) => {
    expect(readCron(expression)).toMatchObject(fault);
  });

  it('understands whatever it accepts as node-cron does, which keeps the time', () => {
    const part = (least: number, most: number) => {
      const n = fc.integer({ min: least, max: most });
      return fc.oneof(
        fc.constant('*'),
        n.map(String),
        fc.tuple(n, n).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
        fc
          .tuple(n, n, fc.integer({ min: 1, max: 9 }))
          .map(([a, b, s]) => `${Math.min(a, b)}-${Math.max(a, b)}/${s}`),
        fc.integer({ min: 1, max: 30 }).map((s) => `*/${s}`),
        fc.tuple(n, n).map(([a, b]) => `${a},${b}`),
      );
    };
    const sorted = (values: readonly (number | string)[]) =>
      [...new Set(values.map(Number))].sort((a, b) => a - b);
    fc.assert(
      fc.property(
        fc.tuple(part(0, 59), part(0, 23), part(1, 28), part(1, 12), part(0, 7)).map((p) => p.join(' ')),
        (expression) => {
          const read = readCron(expression);
          expect(isCronFault(read)).toBe(false);
          const theirs = parse(expression);
          expect(read).toEqual({
            minute: sorted(theirs.minute),
            hour: sorted(theirs.hour),
            day: sorted(theirs.dayOfMonth),
            month: sorted(theirs.month),
            weekday: sorted(theirs.dayOfWeek),
          });
        },
      ),
    );
  });
});
