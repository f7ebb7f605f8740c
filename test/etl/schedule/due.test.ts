import { describe, expect, it } from 'vitest';
import { type CronFields, readCron } from '../../../etl/schedule/cron.ts';
import { countedMissed, dueNow } from '../../../etl/schedule/due.ts';
import { zonedText } from '../../../etl/schedule/zoned-time.ts';

const zone = 'Europe/Moscow';
/** A complete run of that day, begun at a Moscow time. */
const night = (moment: string, date = moment.slice(0, 10)) => ({
  date,
  startedAt: Date.parse(`${moment.replace(' ', 'T')}+03:00`),
});

describe('dueNow', () => {
  it.each([
    ['nothing was ever run', '0 3 * * *', [], '2026-11-22 12:00', { isDue: true, isFirst: true, missed: 1 }],
    [
      'last night was kept',
      '0 3 * * *',
      ['2026-11-22 03:00:01'],
      '2026-11-22 12:00',
      { isDue: false, missed: 0, nextAt: '2026-11-23T03:00:00+03:00' },
    ],
    [
      'a run that began on the second',
      '0 3 * * *',
      ['2026-11-22 03:00:00'],
      '2026-11-22 03:00:00',
      { isDue: false },
    ],
    [
      'its time has just come',
      '0 3 * * *',
      ['2026-11-21 03:00:01'],
      '2026-11-22 03:00:00',
      { isDue: true, missed: 1, at: '2026-11-22T03:00:00+03:00' },
    ],
    [
      'just before its time',
      '0 3 * * *',
      ['2026-11-21 03:00:01'],
      '2026-11-22 02:59:59',
      { isDue: false, nextAt: '2026-11-22T03:00:00+03:00' },
    ],
    [
      'one night was missed',
      '0 3 * * *',
      ['2026-11-21 03:00:01'],
      '2026-11-22 09:00',
      { isDue: true, missed: 1 },
    ],
    [
      'a week was missed',
      '0 3 * * *',
      ['2026-11-15 03:00:01'],
      '2026-11-22 09:00',
      { isDue: true, missed: 7, at: '2026-11-22T03:00:00+03:00' },
    ],
    [
      'a person made up for it by hand',
      '0 3 * * *',
      ['2026-11-21 03:00:01', '2026-11-22 08:30'],
      '2026-11-22 09:00',
      { isDue: false },
    ],
    [
      'a run by hand before the appointed time does not cover it',
      '0 3 * * *',
      ['2026-11-22 02:00'],
      '2026-11-22 09:00',
      { isDue: true, missed: 1 },
    ],
    [
      'of two times a day the second is due',
      '0 3,13 * * *',
      ['2026-11-22 03:00:01'],
      '2026-11-22 13:00',
      { isDue: true, missed: 1, nextAt: '2026-11-23T03:00:00+03:00' },
    ],
    [
      'the free weekend is not missed',
      '0 3 * * 1-5',
      ['2026-11-20 03:00:02'],
      '2026-11-22 12:00',
      { isDue: false, nextAt: '2026-11-23T03:00:00+03:00' },
    ],
    [
      'missed times are counted up to a limit',
      '* * * * *',
      ['2026-11-01 03:00'],
      '2026-11-22 12:00',
      { isDue: true, missed: countedMissed },
    ],
  ])('%s', (_, expression, nights, now, expected) => {
    const due = dueNow(
      { cron: readCron(expression) as CronFields, zone },
      nights.map((moment) => night(moment)),
      night(now).startedAt,
    );
    const shown = {
      ...due,
      ...(due.at !== undefined && { at: zonedText(due.at, zone) }),
      ...(due.nextAt !== undefined && { nextAt: zonedText(due.nextAt, zone) }),
    };
    expect(shown).toMatchObject(expected);
  });

  const timetable = { cron: readCron('0 3 * * *') as CronFields, zone };
  const now = night('2026-11-22 09:00').startedAt;

  it('does not count a run for another day', () => {
    expect(dueNow(timetable, [night('2026-11-22 08:00', '2025-06-30')], now).isDue).toBe(true);
  });

  it('does not believe a run from the future, so a clock that was once wrong cannot silence the nights', () => {
    expect(dueNow(timetable, [night('2031-01-01 03:00')], now).isDue).toBe(true);
    expect(dueNow(timetable, [night('2026-11-22 09:04')], now).isDue).toBe(false);
  });

  it('reads the day in the zone of the workspace, whatever the zone of the machine', () => {
    const kamchatka = { cron: timetable.cron, zone: 'Asia/Kamchatka' };
    // 03:00 of the 23rd in Petropavlovsk is 15:00 of the 22nd by UTC
    const at = Date.parse('2026-11-22T15:00:01Z');
    expect(dueNow(kamchatka, [{ date: '2026-11-23', startedAt: at }], at + 1000).isDue).toBe(false);
    expect(dueNow(kamchatka, [{ date: '2026-11-22', startedAt: at - 2000 }], at).isDue).toBe(true);
  });
});
