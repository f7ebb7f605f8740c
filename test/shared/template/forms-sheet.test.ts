import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../../shared/template/forms-sheet.ts';

describe('chunksOf', () => {
  it('loses nothing, keeps the limit and never cuts a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 2, max: 9 }),
        (text, size) => {
          const pieces = chunksOf(text, size);
          expect(pieces.join('')).toBe(text);
          for (const piece of pieces) {
            expect(piece.length).toBeLessThanOrEqual(size);
            expect(/[\ud800-\udbff]$|^[\udc00-\udfff]/.test(piece)).toBe(false);
          }
        },
      ),
    );
  });
});
