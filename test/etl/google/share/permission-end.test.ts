import { expect, it } from 'vitest';
import { endOfDay } from '../../../../etl/google/share/permission-end.ts';

// midnight after the day: Moscow UTC+3 and Kaliningrad UTC+2 all year; Berlin changed its clocks on 30.03.2025 at 01:00 UTC
it.each([
  ['2025-03-31', 'Europe/Moscow', '2025-03-31T21:00:00.000Z'],
  ['2024-12-31', 'Europe/Kaliningrad', '2024-12-31T22:00:00.000Z'],
  ['2025-03-29', 'Europe/Berlin', '2025-03-29T23:00:00.000Z'],
  ['2025-03-30', 'Europe/Berlin', '2025-03-30T22:00:00.000Z'],
  ['2025-02-28', 'Pacific/Kiritimati', '2025-02-28T10:00:00.000Z'],
  ['2025-02-28', 'UTC', '2025-03-01T00:00:00.000Z'],
])('the end of %s in %s is %s', (day, zone, moment) => {
  expect(endOfDay(day, zone)).toBe(moment);
});
