import { describe, expect, it } from 'vitest';
import { instant } from '../../../shared/observation/instant.ts';

describe('instant', () => {
  it.each([
    '1970-01-01T00:00:00Z',
    '1969-12-31T23:59:59.999Z',
    '2000-02-29T12:30:00Z',
    '2024-12-31T23:59:59Z',
    '2025-03-01T00:00:00.5Z',
    '2025-05-19T10:00:00+03:00',
    '2025-05-19T01:00:00-11:30',
    '2100-02-28T23:00:00Z',
    '0001-01-01T00:00:00Z',
  ])('%s is the moment the platform says', (text) => {
    expect(instant(text)).toBe(Date.parse(text));
  });

  it.each([
    ['2025-05-19', '2025-05-19T00:00:00Z'],
    ['2025-05-19T10:00', '2025-05-19T10:00:00Z'],
    ['2025-05-19 10:00:00', '2025-05-19T10:00:00Z'],
    ['2025-05-19T10:00:00+0300', '2025-05-19T07:00:00Z'],
    ['2025-05-19T10:00:00+03', '2025-05-19T07:00:00Z'],
    ['2025-05-19T10:00:00.1234567Z', '2025-05-19T10:00:00.123Z'],
  ])('%s is %s', (text, same) => {
    expect(instant(text)).toBe(Date.parse(same));
  });

  it.each(['', 'вчера', '19.05.2025', '2025-13-01', '2025-05-19T10', '2025-05-19T10:60:00Z'])(
    '“%s” is none',
    (text) => {
      expect(instant(text)).toBeUndefined();
    },
  );
});
