import { strict } from './strict.ts';

/** Utilities: only what our code formats. */
export const utilities = () =>
  strict('Utilities', {
    formatDate: (date: Date, timeZone: string, format: string): string => {
      if (format !== 'yyyy-MM-dd') throw new RangeError(`format not imitated: ${format}`);
      return dayIn(date, timeZone);
    },
    /** Midnight of a day where the time zone is. */
    parseDate: (text: string, timeZone: string, format: string): Date => {
      if (format !== 'yyyy-MM-dd') throw new RangeError(`format not imitated: ${format}`);
      const noon = Date.parse(`${text}T00:00:00Z`);
      for (let hours = -14; hours <= 14; hours++) {
        const date = new Date(noon + hours * 3_600_000);
        if (dayIn(date, timeZone) === text && dayIn(new Date(date.getTime() - 1), timeZone) < text)
          return date;
      }
      throw new Error(`Unparseable date: "${text}"`);
    },
  });

const dayIn = (date: Date, timeZone: string): string => date.toLocaleDateString('sv-SE', { timeZone });
