import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { type CalendarDay, NoSuchDay, WorkingCalendar } from '../../../shared/period/working-calendar.ts';

const off = (day: string, region = '', provisional = false): CalendarDay => ({
  region,
  day,
  works: false,
  title: '',
  source: '',
  provisional,
});

let built: readonly CalendarDay[] = [];
beforeAll(async () => {
  built = (await loadCatalog({})).calendar;
});

const daysOf = (year: number): string[] => {
  const days: string[] = [];
  for (const at = new Date(Date.UTC(year, 0, 1)); at.getUTCFullYear() === year; ) {
    days.push(at.toISOString().slice(0, 10));
    at.setUTCDate(at.getUTCDate() + 1);
  }
  return days;
};

describe('the calendar of the country', () => {
  // published yearly norms of the five-day week; 2020: 248 less 24 June, 1 July and 31 December
  it.each([
    [2020, 245],
    [2021, 247],
    [2022, 247],
    [2023, 247],
    [2024, 248],
    [2025, 247],
    [2026, 247],
  ])('%i has %i working days', (year, count) => {
    const calendar = new WorkingCalendar(built, '');
    expect(daysOf(year).filter((day) => calendar.isWorking(day))).toHaveLength(count);
  });

  it.each([
    ['2021-02-20', true, 'a working Saturday'],
    ['2024-12-28', true, 'a working Saturday'],
    ['2025-11-01', true, 'a working Saturday'],
    ['2024-11-02', true, 'a working Saturday'],
    ['2025-12-31', false, 'moved from 5 January'],
    ['2026-01-09', false, 'moved from 3 January'],
    ['2022-05-10', false, 'moved from 2 January'],
    ['2023-11-06', false, 'the 4th was a Saturday'],
    ['2020-12-31', false, 'decreed by every region'],
    ['2024-12-30', false, 'moved'],
    ['2024-12-27', true, 'a plain Friday'],
  ])('%s works: %s (%s)', (day, works) => {
    expect(new WorkingCalendar(built, '').isWorking(day)).toBe(works);
  });

  it('finds the last working day of a month', () => {
    const calendar = new WorkingCalendar(built, '');
    expect(calendar.lastWithin('2020-12-01', '2020-12-31')?.day).toBe('2020-12-30');
    expect(calendar.lastWithin('2024-12-01', '2024-12-31')?.day).toBe('2024-12-28');
    expect(calendar.lastWithin('2025-12-01', '2025-12-31')?.day).toBe('2025-12-30');
    expect(calendar.lastWithin('2025-05-01', '2025-05-04')).toBeUndefined();
  });

  it('moves a day off forward', () => {
    const calendar = new WorkingCalendar(built, '');
    expect(calendar.onOrAfter('2025-05-01').day).toBe('2025-05-05');
    expect(calendar.onOrAfter('2025-09-15').day).toBe('2025-09-15');
  });
});

describe('a region', () => {
  it('adds its own days', () => {
    const dagestan = new WorkingCalendar(built, 'RU-DA');
    expect(dagestan.isWorking('2024-04-10')).toBe(false);
    expect(dagestan.isWorking('2025-09-15')).toBe(false);
    expect(dagestan.isWorking('2020-12-26')).toBe(true);
    expect(new WorkingCalendar(built, 'RU-PNZ').isWorking('2024-04-10')).toBe(true);
    expect(new WorkingCalendar(built, 'RU-IN').lastWithin('2023-06-01', '2023-06-30')?.day).toBe(
      '2023-06-27',
    );
  });

  it('comes before the country, whatever the order of rows', () => {
    const rows: CalendarDay[] = [{ ...off('2024-04-29'), works: true, region: 'RU-X' }, off('2024-04-29')];
    for (const order of [rows, [...rows].reverse()]) {
      expect(new WorkingCalendar(order, 'RU-X').isWorking('2024-04-29')).toBe(true);
      expect(new WorkingCalendar(order, 'RU-Y').isWorking('2024-04-29')).toBe(false);
    }
  });
});

describe('what is not certain', () => {
  it('is a year without rows, one not decreed, and a day whose decree was not seen', () => {
    const calendar = new WorkingCalendar(built, 'RU-DA');
    expect(calendar.onOrAfter('2031-03-03')).toEqual({ day: '2031-03-03', provisional: true });
    expect(calendar.onOrAfter('2027-03-02').provisional).toBe(true);
    expect(calendar.onOrAfter('2025-03-03')).toEqual({ day: '2025-03-03', provisional: false });
    expect(calendar.onOrAfter('2023-06-28')).toEqual({ day: '2023-06-29', provisional: true });
  });
});

describe('any calendar', () => {
  const anyDay = fc
    .date({ min: new Date('2019-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));

  it('agrees with the week of the system clock where no row speaks', () => {
    const empty = new WorkingCalendar([], '');
    fc.assert(
      fc.property(anyDay, (day) => {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
        expect(empty.isWorking(day)).toBe(weekday !== 0 && weekday !== 6);
      }),
    );
  });

  it('gives working days only, never passing one over', () => {
    fc.assert(
      fc.property(anyDay, fc.array(anyDay, { maxLength: 30 }), (day, rows) => {
        const calendar = new WorkingCalendar(
          rows.map((one) => off(one)),
          '',
        );
        const found = calendar.onOrAfter(day).day;
        expect(calendar.isWorking(found)).toBe(true);
        expect(found >= day).toBe(true);
        expect(calendar.lastWithin(day, found)?.day).toBe(found);
      }),
    );
  });

  it('refuses what is no day', () => {
    expect(() => new WorkingCalendar([], '').isWorking('2025-02-29')).toThrow(NoSuchDay);
  });
});
