import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  absoluteRange,
  cellAddress,
  columnLetters,
  columnNumber,
  parseAddress,
  quoteSheet,
  rangeAddress,
} from '../../../shared/plan/address.ts';
import { InvalidPlace } from '../../../shared/plan/errors.ts';

describe('columns', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16384, 'XFD'],
  ])('%i is %s', (number, letters) => {
    expect(columnLetters(number)).toBe(letters);
    expect(columnNumber(letters)).toBe(number);
    expect(columnNumber(letters.toLowerCase())).toBe(number);
  });

  test.each([0, -1, 16385, 1.5, Number.NaN])('no column %d', (number) => {
    expect(() => columnLetters(number)).toThrow(InvalidPlace);
  });

  test.each(['', 'XFE', 'ABCD', 'A1', 'Я'])('no letters «%s»', (letters) => {
    expect(() => columnNumber(letters)).toThrow(InvalidPlace);
  });
});

test('addresses', () => {
  expect(cellAddress(5, 3)).toBe('C5');
  expect(rangeAddress({ firstRow: 2, firstColumn: 2, lastRow: 9, lastColumn: 4 })).toBe('B2:D9');
  expect(rangeAddress({ firstRow: 2, firstColumn: 2, lastRow: 2, lastColumn: 2 })).toBe('B2');
  expect(absoluteRange({ firstRow: 2, firstColumn: 2, lastRow: 9, lastColumn: 4 })).toBe('$B$2:$D$9');
  expect(parseAddress('$C$5')).toEqual({ row: 5, column: 3 });
  expect(() => cellAddress(1_048_577, 1)).toThrow(InvalidPlace);
});

test.each(['C0', '5C', 'C5:D6', 'A1048577', 'Лист!A1'])('«%s» is no address', (address) => {
  expect(() => parseAddress(address)).toThrow(InvalidPlace);
});

test('every place survives being written and read', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_048_576 }),
      fc.integer({ min: 1, max: 16_384 }),
      (row, column) => {
        expect(parseAddress(cellAddress(row, column))).toEqual({ row, column });
      },
    ),
  );
});

test('tab names are quoted, apostrophes doubled', () => {
  expect(quoteSheet('1.16 Подготовка')).toBe("'1.16 Подготовка'");
  expect(quoteSheet("Год's")).toBe("'Год''s'");
});
