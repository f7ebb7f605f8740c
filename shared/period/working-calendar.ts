import { daySerial } from './day-serial.ts';
import type { Day } from './period.ts';
import { serialDay } from './serial-day.ts';

/** One row of templates/calendar: a day that the plain week does not tell. */
export interface CalendarDay {
  /** ISO 3166-2 code of the region (`RU-DA`); empty = the whole country. */
  readonly region: string;
  readonly day: Day;
  /** True for a working Saturday, false for a day off. */
  readonly works: boolean;
  readonly title: string;
  readonly source: string;
  /** Not decreed yet, or its decree was not seen. */
  readonly provisional: boolean;
}

/** A day that rests on what is not certain yet. */
export interface WorkingDay {
  readonly day: Day;
  readonly provisional: boolean;
}

/** Serial 61 is 1900-03-01, a Thursday, so Saturdays are multiples of 7. */
const isWeekend = (serial: number): boolean => serial % 7 < 2;

/** Thrown for a day outside 1900-03-01–9999-12-31 or one that is none. */
export class NoSuchDay extends Error {
  override readonly name = 'NoSuchDay';
}

const serialOf = (day: Day): number => {
  const serial = daySerial(day);
  if (serial === undefined) throw new NoSuchDay(`not a day: ${day}`);
  return serial;
};

/**
 * Working days of a region: five days a week, but for the days of the federal production calendar and of the region's
 * own decrees, which come first (domain §4). A year of which the calendar has no row at all is told by the week
 * alone, so every day of it is provisional.
 */
export class WorkingCalendar {
  private readonly days = new Map<Day, CalendarDay>();
  private readonly years = new Set<string>();
  private readonly provisionalYears = new Set<string>();

  constructor(rows: readonly CalendarDay[], region: string) {
    for (const row of rows) {
      if (row.region !== '' && row.region !== region) continue;
      if (row.region === '' && this.days.get(row.day)?.region) continue;
      this.days.set(row.day, row);
      if (row.region === '') {
        this.years.add(row.day.slice(0, 4));
        if (row.provisional) this.provisionalYears.add(row.day.slice(0, 4));
      }
    }
  }

  /** Throws NoSuchDay. */
  isWorking(day: Day): boolean {
    const serial = serialOf(day);
    return this.days.get(day)?.works ?? !isWeekend(serial);
  }

  /** The last working day from `first` to `last`, both inclusive; undefined if there is none. Throws NoSuchDay. */
  lastWithin(first: Day, last: Day): WorkingDay | undefined {
    return this.seek(serialOf(last), -1, serialOf(first));
  }

  /** The day itself if people work on it, else the next day on which they do. Throws NoSuchDay. */
  onOrAfter(day: Day): WorkingDay {
    const serial = serialOf(day);
    const found = this.seek(serial, 1, serial + 366);
    if (!found) throw new NoSuchDay(`no working day within a year after ${day}`);
    return found;
  }

  /** A day passed over that is not certain makes the day found uncertain too. */
  private seek(from: number, step: 1 | -1, to: number): WorkingDay | undefined {
    let provisional = false;
    for (let serial = from; step > 0 ? serial <= to : serial >= to; serial += step) {
      const day = serialDay(serial)!;
      provisional ||= this.isProvisional(day);
      if (this.isWorking(day)) return { day, provisional };
    }
    return undefined;
  }

  private isProvisional(day: Day): boolean {
    const year = day.slice(0, 4);
    return (
      !this.years.has(year) || this.provisionalYears.has(year) || this.days.get(day)?.provisional === true
    );
  }
}
