import { describe, expect, it } from 'vitest';
import type { SheetCell, SheetData } from '../../../shared/parse/workbook.ts';
import { freeRow } from '../../../shared/record/free-row.ts';
import { fieldKeysOf, registerTable } from '../../../shared/record/register-table.ts';

/** Lines of a tab from row 1 on, cells from column A on, cut at bars. */
function tab(...lines: readonly string[]): SheetData {
  const cells = lines.flatMap((line, r) =>
    line
      .split('|')
      .flatMap((text, c): SheetCell[] =>
        text === '' ? [] : [{ row: r + 1, column: c + 1, scalar: { type: 'text', value: text } }],
      ),
  );
  return { name: 'tab', hidden: false, cells, merges: [] };
}

const head = ['msoko:records:1|Акты', '#fields|acts.kind|acts.title', '#head|Вид|Название'];
const place = (sheet: SheetData, last: number, formulas: readonly string[] = []) => {
  const table = registerTable(sheet, 'acts');
  const free = table && freeRow(table, last, (row, column) => formulas.includes(`${row} ${column}`));
  return free && [free.row, free.isNew];
};

describe('the row for one more record', () => {
  it.each([
    ['an empty register', tab(...head), 3, [], [4, true]],
    ['prepared rows with a check beside', tab(...head), 9, ['4 4', '5 4'], [4, false]],
    ['a gap', tab(...head, '|a|b', '', '|c|d'), 6, [], [5, false]],
    ['blank texts are no entry', tab(...head, '|a|b', '| |'), 5, [], [5, false]],
    ['half a row is taken', tab(...head, '||b'), 4, [], [5, true]],
    ['a key', tab(...head, 'k||', '||'), 5, [], [5, false]],
    ['a heading', tab(...head, '#group|Раздел', '||'), 5, [], [5, false]],
    ['a note beside', tab(...head, '|||ждём', '||'), 5, [], [5, false]],
    ['the result of a formula beside', tab(...head, '|||7'), 4, ['4 4'], [4, false]],
    ['a formula in a field', tab(...head), 5, ['4 2'], [5, false]],
    ['another table below', tab(...head, '|a|b', '', '#fields|plan.x'), 7, [], [5, false]],
    ['no room before another table', tab(...head, '|a|b', '#fields|plan.x'), 7, [], undefined],
    ['another register', tab('msoko:records:1', '#fields|plan.x'), 3, [], undefined],
    ['a newer layout', tab('msoko:records:2', ...head.slice(1)), 3, [], undefined],
  ] as const)('%s', (_, sheet, last, formulas, expected) => {
    expect(place(sheet, last, formulas)).toEqual(expected);
  });
});

describe('the table of a register', () => {
  it('is found under its keys wherever they stand, also without rows', () => {
    const moved = tab('', '||msoko:records:1', '|acts.title|#fields|acts.kind', '||#head', '|О мерах');
    expect(fieldKeysOf(moved)).toEqual(['acts.title', '#fields', 'acts.kind']);
    const table = registerTable(moved, 'acts')!;
    expect([...table.columns]).toEqual([
      ['acts.title', 2],
      ['acts.kind', 4],
    ]);
    expect(table.first).toBe(5);
    expect(table.lines.map(({ row, cells }) => [row, ...cells.keys()])).toEqual([[5, 'acts.title']]);
    expect([...registerTable(tab(head[0]!, '#fields|acts.kind|acts.kind'), 'acts')!.double]).toEqual([
      'acts.kind',
    ]);
  });

  it('gives each row its heading, unless sorting brought the headings together', () => {
    const groups = (...lines: string[]) =>
      registerTable(tab(...head, ...lines), 'acts')!.lines.map(({ key, group }) => [key, group]);
    expect(groups('#group|Раздел', '#group||Группа 1', 'a|x', 'b|x', '#group|Группа 2', 'c|x')).toEqual([
      ['a', 'Группа 1'],
      ['b', 'Группа 1'],
      ['c', 'Группа 2'],
    ]);
    expect(groups('#group|Раздел', '#group||Группа 1', '#group|Группа 2', 'a|x', 'c|x')).toEqual([
      ['a', undefined],
      ['c', undefined],
    ]);
  });
});
