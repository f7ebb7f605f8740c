import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../shared/observation/observation.ts';
import { comparison } from '../../../shared/observation/settle.ts';
import { collectValues } from '../../../shared/parse/collect-values.ts';
import { parseCell, type ValueRules } from '../../../shared/parse/scalar-to-value.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { issueText } from '../../../shared/texts/issues.ts';

const place = { file: 's1.xlsx', tab: 'Форма', cell: 'C3' };
const whole: ValueRules = { type: 'integer', unit: 'чел.' };
const small: ValueRules = { type: 'decimal2', unit: '%', min: 0.5, max: 10.25 };

/** What is said of a cell, and what the exports keep of it. */
function said(scalar: CellScalar, rules: ValueRules): readonly [string, string | undefined] {
  const { issues, raw } = parseCell(scalar, rules);
  return [issueText({ ...issues[0]!, place, ...(raw !== undefined && { raw }) }).text, raw];
}

describe('numbers in issues have a decimal comma', () => {
  it.each<readonly [CellScalar, ValueRules, string, string]>([
    [{ type: 'number', value: 12.5 }, whole, 'Нужно целое число, а введено «12,5».', '12.5'],
    [
      { type: 'number', value: -0.25 },
      small,
      'Значение «-0,25» вне допустимых границ: оно должно быть от 0,5 до 10,25.',
      '-0.25',
    ],
    [
      { type: 'number', value: 0.855, percent: true },
      whole,
      'Введены проценты «85,5 %», а показатель измеряется иначе: чел.',
      '85.5 %',
    ],
    // a text stays as it was typed
    [{ type: 'text', value: '12.5' }, whole, 'Нужно целое число, а введено «12.5».', '12.5'],
    [{ type: 'text', value: '12,5' }, whole, 'Нужно целое число, а введено «12,5».', '12,5'],
  ])('%j', (scalar, rules, text, raw) => {
    expect(said(scalar, rules)).toEqual([text, raw]);
  });

  it('also where two values are compared', () => {
    const one = (value: number, cell: string): Observation => ({
      ...{ unit: 's1', element: 't.a', period: '2024/25', status: 'value', value },
      place: { ...place, cell },
    });
    const conflict = comparison('value.conflict', one(1.5, 'C3'), one(2.25, 'C4'));
    expect(issueText(conflict).text).toMatch(/«?1,5»?.*«?2,25»?/);
    const { issues } = collectValues(
      [1.5, 2.25].map((value, i) => ({ observation: one(value, `C${i + 3}`), issues: [] })),
      'key.duplicate',
    );
    expect(issues.map((issue) => issueText(issue).text)).toEqual([expect.stringMatching(/2,25.*1,5/)]);
  });
});
