import { expect, it } from 'vitest';
import { formDay } from '../../../shared/catalog/form-day.ts';
import { parsePeriod } from '../../../shared/period/period.ts';

it.each([
  ['06-10', '2024/25', '2025-06-10'],
  ['09-20', '2024/25', '2024-09-20'],
  ['09-01', '2024/25', '2024-09-01'],
  ['08-31', '2024/25', '2025-08-31'],
  ['10-25 01-31 06-10', '2024/25:start', '2024-10-25'],
  ['10-25 01-31 06-10', '2024/25:middle', '2025-01-31'],
  ['10-25 01-31 06-10', '2024/25:end', '2025-06-10'],
  ['12-20', '2025', '2025-12-20'],
  ['2025-07-15', '2024/25', '2025-07-15'],
  ['02-29', '2023/24', '2024-02-29'],
  ['02-29', '2024/25', undefined],
  ['10-25 01-31', '2024/25:start', undefined],
  ['до 10 июня', '2024/25', undefined],
  ['', '2024/25', undefined],
])('%s in %s is %s', (text, period, expected) => {
  expect(formDay(text, parsePeriod(period)!)).toBe(expected);
});
