import { expect, it } from 'vitest';
import { evaluateRow } from '../../../shared/expression/evaluate-row.ts';
import { parseExpression } from '../../../shared/expression/parse.ts';

const row: Readonly<Record<string, number>> = { a: 6, b: 4, zero: 0 };

// `m` is missing
it.each([
  ['a + b * 2', 14],
  ['(a - b) / 4', 0.5],
  ['-a', -6],
  ['a / zero', undefined],
  ['a + m', undefined],
  ['sum(a, b)', 10],
  ['sum(a, m)', undefined],
  ['min(a, b)', 4],
  ['max(a, b)', 6],
  ['any_of(m, b)', 4],
  ['any_of(m, m)', undefined],
  ['if(a > b, a, m)', 6],
  ['if(a < b, a, m)', undefined],
  ['if(m > b, a, b)', undefined],
  ['a > m or a > b', 1],
  ['a > m and a > b', undefined],
  ['a > m and a < b', 0],
  ['not a = b', 1],
  ['not m = b', undefined],
  ['a <> b', 1],
  ['a >= 6 and b <= 4', 1],
  ['prev(a)', undefined],
])('%s → %s', (text, expected) => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`not an expression: ${text}`);
  expect(evaluateRow(parsed.expression, (code) => row[code])).toBe(expected);
});
