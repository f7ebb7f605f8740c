import { strict } from './strict.ts';

/** Utilities: only what our code formats. */
export const utilities = () =>
  strict('Utilities', {
    formatDate: (date: Date, timeZone: string, format: string): string => {
      if (format !== 'yyyy-MM-dd') throw new RangeError(`format not imitated: ${format}`);
      // the fakes' dates are midnights of this process
      return timeZone === '' ? '' : date.toLocaleDateString('sv-SE');
    },
    parseDate: (text: string, timeZone: string, format: string): Date => {
      if (format !== 'yyyy-MM-dd') throw new RangeError(`format not imitated: ${format}`);
      if (timeZone === '' || !/^\d{4}-\d\d-\d\d$/.test(text)) throw new Error(`Unparseable date: ${text}`);
      return new Date(`${text}T00:00:00`);
    },
  });
