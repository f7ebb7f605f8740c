import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../../shared/period/add-days.ts';

it.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-02-28', 1, '2025-03-01'],
  ['2025-12-20', 14, '2026-01-03'],
  ['2026-01-03', -14, '2025-12-20'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2025-06-15', 0, '2025-06-15'],
  ['2024-01-01', 366, '2025-01-01'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});

it('agrees with the system clock', () => {
  const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: -800, max: 800 }), (at, n) => {
      const day = at.toISOString().slice(0, 10);
      const moved = new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000);
      expect(addDays(day, n)).toBe(moved.toISOString().slice(0, 10));
    }),
  );
});
