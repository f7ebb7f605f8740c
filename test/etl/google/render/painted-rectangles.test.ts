import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintedRectangles } from '../../../../etl/google/render/painted-rectangles.ts';

const anyCells = fc
  .record({
    width: fc.integer({ min: 1, max: 6 }),
    keys: fc.array(fc.constantFrom('', 'a', 'a', 'a', 'b', 'c'), { minLength: 1, maxLength: 40 }),
  })
  .map(({ width, keys }) =>
    keys.flatMap((key, i) =>
      key === '' ? [] : [{ row: Math.floor(i / width) + 1, column: (i % width) + 1, key }],
    ),
  );

describe('paintedRectangles', () => {
  it('leave every cell with its own key and touch no other', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const canvas = new Map<string, string>();
        for (const { range, first } of paintedRectangles(cells)) {
          for (let row = range.firstRow; row <= range.lastRow; row++) {
            for (let column = range.firstColumn; column <= range.lastColumn; column++)
              canvas.set(`${row} ${column}`, first.key);
          }
        }
        expect(Object.fromEntries(canvas)).toEqual(
          Object.fromEntries(cells.map(({ row, column, key }) => [`${row} ${column}`, key])),
        );
      }),
    );
  });

  it('paint a table by columns and then what differs', () => {
    const cells = Array.from({ length: 40 }, (_, i) => ({
      row: Math.floor(i / 2) + 1,
      column: (i % 2) + 1,
      key: i === 21 ? 'bad' : i % 2 === 0 ? 'label' : 'good',
    }));
    expect(paintedRectangles(cells)).toHaveLength(3);
  });
});
