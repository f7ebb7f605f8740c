import { describe, expect, it } from 'vitest';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { findLine } from '../../../shared/record/find-line.ts';
import type { RegisterLine } from '../../../shared/record/register-table.ts';

/** `5 a b -` = row 5 with «a», «b» and an empty cell under the fields 0, 1, 2; a key stands before a colon. */
function line(written: string): RegisterLine {
  const [at = '', ...texts] = written.split(' ');
  const [key, row] = at.includes(':') ? at.split(':') : ['', at];
  return { row: Number(row), key: key!, cells: cellsOf(texts), beside: [] };
}

const cellsOf = (texts: readonly string[]): Map<string, CellScalar> =>
  new Map(
    texts.flatMap((text, i) =>
      text === '-' ? [] : [[String(i), { type: 'text', value: text } as const] as const],
    ),
  );

describe('a row without a key', () => {
  it.each([
    // seen, what stands there now, where it is found
    ['5 a b -', ['5 a b -', '6 c d -'], 5],
    // moved, sorted
    ['5 a b -', ['5 c d -', '9 a b -'], 9],
    // two alike: the one in the old place
    ['6 a b -', ['5 a b -', '6 a b -'], 6],
    // moved, and an empty cell filled meanwhile
    ['5 a b -', ['5 c d -', '9 a b z'], 9],
    // the unchanged one rather than one with more in it
    ['5 a b -', ['5 a b z', '9 a b -'], 9],
    // one of two cells changed in its place
    ['5 a b -', ['5 a x -', '6 c d -'], 5],
    // less than half is left
    ['5 a b c', ['5 a x y'], undefined],
    // two others are equally like it
    ['5 a b -', ['6 a x -', '7 a y -'], undefined],
    // the one in the old place counts before another
    ['5 a b -', ['5 a x -', '7 a y -'], 5],
    // removed
    ['5 a b -', ['6 c d -'], undefined],
    ['5 a b -', [], undefined],
    // given rows are told by their keys
    ['5 a b -', ['k:5 a b -'], undefined],
    // nothing was seen
    ['5 - - -', ['5 - - -'], undefined],
  ] as const)('%s among %j', (seen, lines, expected) => {
    const { row, cells } = line(seen);
    expect(findLine(lines.map(line), { at: row, cells: Object.fromEntries(cells) })?.row).toBe(expected);
  });
});
