import { expect, it } from 'vitest';
import { nearest } from '../../../shared/texts/nearest.ts';

it.each([
  ['schoolyear', 'schoolYear'],
  ['timezone', 'timeZone'],
  ['shcedule', 'schedule'],
  ['zzzzzzzz', undefined],
])('%s → %s', (written, expected) =>
  expect(nearest(written, ['schoolYear', 'timeZone', 'schedule', 'store'])).toBe(expected),
);
