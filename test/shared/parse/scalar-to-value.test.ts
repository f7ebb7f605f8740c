import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPercent } from '../../../shared/parse/number-text.ts';
import { type ParsedCell, parseCell, type ValueRules } from '../../../shared/parse/scalar-to-value.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';

const integer: ValueRules = { type: 'integer', unit: 'человек' };
const decimal1: ValueRules = { type: 'decimal1', unit: 'баллов' };
const percent: ValueRules = { type: 'decimal1', unit: '%', min: 0, max: 100 };
const yesNo: ValueRules = { type: 'yes_no', unit: '' };
const date: ValueRules = { type: 'date', unit: '' };
const text: ValueRules = { type: 'text', unit: '' };

const typed = (value: string): CellScalar => ({ type: 'text', value });
const num = (value: number, asPercent = false): CellScalar =>
  asPercent ? { type: 'number', value, percent: true } : { type: 'number', value };

/** `5`, `not_reported`, `rejected cell.range`, `no_data cell.ambiguous`. */
const brief = (cell: ParsedCell): string =>
  [
    cell.status === 'value' ? JSON.stringify(cell.value) : cell.status,
    ...cell.issues.map((i) => i.code),
  ].join(' ');

type Row = readonly [CellScalar | string, string];
const check = (rules: ValueRules, rows: readonly Row[]) =>
  it.each(rows)('%j → %s', (cell, expected) => {
    expect(brief(parseCell(typeof cell === 'string' ? typed(cell) : cell, rules))).toBe(expected);
  });

describe('a decimal cell', () => {
  check(decimal1, [
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    [' 12,5 ', '12.5'],
    ['1 234', '1234'],
    ['1\u00a0234', '1234'],
    ['1\u2009234', '1234'],
    ['1\u202f234', '1234'],
    ['12 345 678,25', '12345678.25'],
    ['1 10', 'rejected cell.not_number'],
    ['1234 567', 'rejected cell.not_number'],
    ['1  234', '1234'],
    ['1,234', '1.234'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567,8', '1234567.8'],
    ['12.34,5', 'rejected cell.not_number'],
    ['1,2,3', 'rejected cell.not_number'],
    ['1.234.567', 'rejected cell.not_number'],
    ['1 234.567,8', 'rejected cell.not_number'],
    ['45,0', '45'],
    ['-3,5', '-3.5'],
    ['−3,5', '-3.5'],
    ['+7', '7'],
    ["'15", '15'],
    ['007', '7'],
    [',5', '0.5'],
    ['-0', '0'],
    ['12,', 'rejected cell.not_number'],
    ['1e3', 'rejected cell.not_number'],
    ['1E+03', 'rejected cell.not_number'],
    ['0x10', 'rejected cell.not_number'],
    ['１２', 'rejected cell.not_number'],
    ['12 чел.', 'rejected cell.not_number'],
    ['≈12', 'rejected cell.not_number'],
    ['12-15', 'rejected cell.not_number'],
    ['Infinity', 'rejected cell.not_number'],
    ['85 %', 'rejected cell.not_number'],
    ['85%', 'rejected cell.not_number'],
    ['12,3456', '12.3456'],
    ['99999999999999999999', 'rejected cell.range'],
    ['', 'not_reported'],
    [' \u00a0\t', 'not_reported'],
    ["'", 'not_reported'],
    ['н/д', 'no_data'],
    ['Н/Д', 'no_data'],
    [' н/д. ', 'no_data'],
    ['нет данных', 'no_data'],
    ['Нет  сведений', 'no_data'],
    ['x', 'not_applicable'],
    ['X', 'not_applicable'],
    ['х', 'not_applicable'],
    ['Х', 'not_applicable'],
    ['не ведём', 'not_applicable'],
    ['Не ведем', 'not_applicable'],
    ['неприменимо', 'not_applicable'],
    ['нет', 'no_data cell.ambiguous'],
    ['Нет', 'no_data cell.ambiguous'],
    ['-', 'no_data cell.ambiguous'],
    ['—', 'no_data cell.ambiguous'],
    ['–', 'no_data cell.ambiguous'],
    ['−', 'no_data cell.ambiguous'],
    ['да', 'rejected cell.not_number'],
    [num(0), '0'],
    [num(-0), '0'],
    [num(1 / 3), '0.3333333333333333'],
    [num(0.85, true), 'rejected cell.not_number'],
    [{ type: 'boolean', value: true }, 'rejected cell.not_number'],
    [{ type: 'date', day: '2025-05-01' }, 'rejected cell.not_number'],
    [{ type: 'error', value: '#DIV/0!' }, 'rejected cell.formula_error'],
    [{ type: 'uncached' }, 'rejected cell.no_cached_value'],
    [{ type: 'empty' }, 'not_reported'],
  ]);
});

describe('an integer cell', () => {
  check(integer, [
    ['45,0', '45'],
    ['45.00', '45'],
    ['1,234', 'rejected cell.not_integer'],
    ['12,5', 'rejected cell.not_integer'],
    ['1,000', '1 cell.ambiguous'],
    ['1 000', '1000'],
    [num(45), '45'],
    [num(45.5), 'rejected cell.not_integer'],
    [num(3.0000000000000004), '3'],
  ]);
});

describe('a cell in percent', () => {
  check(percent, [
    ['85 %', '85'],
    ['85%', '85'],
    ['85,5\u00a0%', '85.5'],
    ['85', '85'],
    [num(85), '85'],
    [num(0.85), '0.85'],
    [num(0.85, true), '85'],
    [num(0.07, true), '7'],
    [num(0.285, true), '28.5'],
    [num(0.29, true), '29'],
    [num(1, true), '100'],
    [num(0, true), '0'],
    [num(1.2, true), 'rejected cell.range'],
    ['101', 'rejected cell.range'],
    ['-1', 'rejected cell.range'],
    ['% 85', 'rejected cell.not_number'],
  ]);

  it('shifts the decimal point exactly, for every number of cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (n) => {
        expect(toPercent(Number((n / 10_000).toFixed(4)))).toBe(Number((n / 100).toFixed(2)));
      }),
    );
  });
});

describe('a yes-or-no cell', () => {
  check(yesNo, [
    ['да', '1'],
    ['Да.', '1'],
    ['нет', '0'],
    ['НЕТ', '0'],
    ['1', '1'],
    ['0', '0'],
    ['0,0', '0'],
    ['TRUE', '1'],
    ['FALSE', '0'],
    ['ложь', '0'],
    [num(1), '1'],
    [num(0), '0'],
    [num(2), 'rejected cell.list'],
    [num(1, true), 'rejected cell.list'],
    [{ type: 'boolean', value: false }, '0'],
    [{ type: 'boolean', value: true }, '1'],
    ['частично', 'rejected cell.list'],
    ['-', 'no_data cell.ambiguous'],
    ['н/д', 'no_data'],
    ['x', 'not_applicable'],
    ['', 'not_reported'],
  ]);
});

describe('a date cell', () => {
  check(date, [
    [{ type: 'date', day: '2025-03-15' }, '"2025-03-15"'],
    ['15.03.2025', '"2025-03-15"'],
    ['15.3.2025', '"2025-03-15"'],
    ['15.03.25', '"2025-03-15"'],
    ['15/03/2025', '"2025-03-15"'],
    ['2025-03-15', '"2025-03-15"'],
    ['2025-03-15T10:30:00', '"2025-03-15"'],
    ['15 марта 2025', '"2025-03-15"'],
    ['15 Марта 2025 г.', '"2025-03-15"'],
    ['«15» марта 2025 года', '"2025-03-15"'],
    ['9 мая 2025', '"2025-05-09"'],
    ['29 февраля 2024', '"2024-02-29"'],
    ['29.02.2025', 'rejected cell.date'],
    ['31.04.2025', 'rejected cell.date'],
    ['март 2025', 'rejected cell.date'],
    ['скоро', 'rejected cell.date'],
    [num(45731), '"2025-03-15"'],
    [num(2025), 'rejected cell.date'],
    [{ type: 'boolean', value: true }, 'rejected cell.date'],
    ['', 'not_reported'],
  ]);
});

describe('a text cell', () => {
  check(text, [
    ['Олимпиада имени Леонарда Эйлера', '"Олимпиада имени Леонарда Эйлера"'],
    ['  строка 1\nстрока 2 ', '"строка 1\\nстрока 2"'],
    ['нет', '"нет"'],
    ['н/д', 'no_data'],
    ['Магомедова Патимат Магомедовна', 'rejected cell.personal_data'],
    [num(12.5), '"12.5"'],
    [num(89281234567), 'rejected cell.personal_data'],
  ]);
});

describe('what is kept of a text', () => {
  it('keeps the raw text of a value that was written otherwise', () => {
    expect(parseCell(typed('12,5'), decimal1)).toEqual({
      status: 'value',
      value: 12.5,
      raw: '12,5',
      issues: [],
    });
    expect(parseCell(typed('12'), decimal1)).toEqual({ status: 'value', value: 12, issues: [] });
  });

  it('keeps at most 200 characters of what was refused', () => {
    expect(parseCell(typed('ы'.repeat(500)), decimal1).raw).toBe('ы'.repeat(200));
  });

  it('keeps nothing of personal data but the kind', () => {
    const cell = parseCell(typed('Магомедова Патимат Магомедовна'), decimal1);
    expect(cell).toEqual({
      status: 'rejected',
      issues: [{ code: 'cell.personal_data', params: { kind: 'full_name' } }],
    });
  });

  it('names the bounds that were left', () => {
    expect(parseCell(num(101), percent).issues).toEqual([
      { code: 'cell.range', params: { min: 0, max: 100 } },
    ]);
  });
});

it('reads back every number it could have been given, in Russian writing', () => {
  // ten digits and more may be telephone numbers, which are refused on purpose
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
      const spaced = String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
      const cell = parseCell(typed(`${spaced},${part}`), decimal1);
      expect(cell.value).toBe(Number(`${whole}.${part}`));
    }),
  );
});
