import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daySerial } from '../../../shared/period/day-serial.ts';

// serials as Excel shows them
test.each([
  ['1900-03-01', 61],
  ['1970-01-01', 25569],
  ['1980-01-01', 29221],
  ['1990-01-01', 32874],
  ['2000-02-29', 36585],
  ['2000-03-01', 36586],
  ['2024-02-29', 45351],
  ['2024-09-01', 45536],
  ['2099-12-31', 73050],
])('%s is %i', (day, serial) => {
  expect(daySerial(day)).toBe(serial);
});

test.each([
  '1900-02-28',
  '2023-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-04-31',
  '01.09.2024',
  '2024-9-1',
  '',
])('«%s» has none', (day) => {
  expect(daySerial(day)).toBeUndefined();
});

test('agrees with the calendar of the platform', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 100_000 }), (serial) => {
      const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
      expect(daySerial(day)).toBe(serial);
    }),
  );
});
