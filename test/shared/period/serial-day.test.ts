import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daySerial } from '../../../shared/period/day-serial.ts';
import { serialDay } from '../../../shared/period/serial-day.ts';

// serials as Excel shows them
it.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, undefined],
  [61, '1900-03-01'],
  [36526, '2000-01-01'],
  [36585, '2000-02-29'],
  [45536, '2024-09-01'],
  [45536.99, '2024-09-01'],
  [2958465, '9999-12-31'],
  [2958466, undefined],
  [0, undefined],
  [-5, undefined],
  [Number.NaN, undefined],
])('%d → %s', (serial, day) => {
  expect(serialDay(serial)).toBe(day);
});

it('counts from 1904 where the workbook does', () => {
  expect(serialDay(0, true)).toBe('1904-01-01');
  expect(serialDay(44074, true)).toBe('2024-09-01');
});

it('is the inverse of daySerial', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      expect(daySerial(serialDay(serial) as string)).toBe(serial);
    }),
  );
});
