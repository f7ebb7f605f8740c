import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePieces } from '../../../shared/form-view/write-pieces.ts';

const anyCell = fc.record({ row: fc.integer({ min: 1, max: 8 }), column: fc.integer({ min: 1, max: 6 }) });
const at = ({ row, column }: { row: number; column: number }): string => `${row} ${column}`;

describe('pieces of a save', () => {
  it('cover every change once and nothing that is foreign', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyCell, { minLength: 1, maxLength: 20, selector: at }),
        fc.uniqueArray(anyCell, { maxLength: 30, selector: at }),
        (changes, ours) => {
          const own = new Set(ours.map(at));
          const asked = new Set(changes.map(at));
          const covered: string[] = [];
          for (const piece of writePieces(changes, (row, column) => own.has(at({ row, column })))) {
            for (let row = piece.firstRow; row <= piece.lastRow; row++)
              for (let column = piece.firstColumn; column <= piece.lastColumn; column++)
                covered.push(at({ row, column }));
          }
          expect(covered.filter((cell) => asked.has(cell)).sort()).toEqual([...asked].sort());
          expect(covered.filter((cell) => !asked.has(cell) && !own.has(cell))).toEqual([]);
        },
      ),
    );
  });

  it('are one where everything around is ours, however large', () => {
    const corners = [
      { row: 3, column: 5 },
      { row: 900, column: 12 },
    ];
    expect(writePieces(corners, () => true)).toEqual([
      { firstRow: 3, firstColumn: 5, lastRow: 900, lastColumn: 12 },
    ]);
    expect(writePieces([], () => true)).toEqual([]);
  });
});
