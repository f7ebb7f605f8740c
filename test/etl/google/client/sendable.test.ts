import { describe, expect, it } from 'vitest';
import { checkSendable } from '../../../../etl/google/client/sendable.ts';

describe('checkSendable', () => {
  it.each([
    [
      'NaN',
      { requests: [{ a: 1 }, { value: { numberValue: Number.NaN } }] },
      'requests[1].value.numberValue',
    ],
    ['infinity', { v: Number.NEGATIVE_INFINITY }, 'v'],
    ['undefined in a list', { values: [[1, undefined, 3]] }, 'values[0][1]'],
    ['undefined at the end of a list', { values: [['a', undefined]] }, 'values[0][1]'],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    ['a hole', { values: [1, , 3] }, 'values[1]'],
    ['a function', { f: () => 1 }, 'f'],
    ['a bigint', { n: 1n }, 'n'],
  ])('refuses %s and names the place', (_, value, where) => {
    expect(() => checkSendable(value)).toThrow(
      expect.objectContaining({
        name: 'GoogleError',
        code: 'value',
        message: expect.stringContaining(where),
      }),
    );
  });

  it.each([
    { a: undefined, b: null, c: '', d: 0, e: false, f: [] },
    [[1.5, 'x', true, null]],
    { big: 1e300, small: 5e-324, minus: -0 },
  ])('lets %j through', (value) => {
    expect(() => checkSendable(value)).not.toThrow();
  });
});
