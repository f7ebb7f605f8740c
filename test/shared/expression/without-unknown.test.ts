import { expect, it } from 'vitest';
import { formatExpression } from '../../../shared/expression/format.ts';
import { withoutUnknown } from '../../../shared/expression/without-unknown.ts';
import { expression } from '../../fixtures/catalog-entries.ts';

const known = new Set(['a', 'b', 'c']);

it.each([
  ['a + b', 'a + b'],
  ['a + x', undefined],
  ['-x', undefined],
  ['any_of(a, x)', 'any_of(a)'],
  ['any_of(x, y)', undefined],
  ['any_of(a + x, b)', 'any_of(b)'],
  ['any_of(a, b) / any_of(x, c)', 'any_of(a, b) / any_of(c)'],
  ['sum(a, x)', undefined],
  ['if(a > 1, b, x)', undefined],
  ['prev(any_of(x, b)) + 2', 'prev(any_of(b)) + 2'],
  ['5', '5'],
])('%s → %s', (given, expected) => {
  const left = withoutUnknown(expression(given), (code) => known.has(code));
  expect(left && formatExpression(left)).toBe(expected);
});
