import { describe, expect, it } from 'vitest';
import { protectionRequests } from '../../../../etl/google/render/protection.ts';
import type { PlanCell, PlanSheet } from '../../../../shared/plan/plan.ts';
import { googleTexts } from '../../../../shared/texts/google-render.ts';

const entry = (column: number): PlanCell => ({
  column,
  entry: { type: 'integer' } as PlanCell['entry'] & object,
});

/** Two tables, the second one wider, with a row of last year's values in the first. */
const sheet = (oneBlock: boolean): PlanSheet => ({
  name: 'Форма',
  protect: true,
  oneBlock,
  columns: [{ width: 10 }, { width: 10 }, { width: 10 }, { width: 10 }, { width: 10 }],
  rows: [
    { cells: [{ column: 2, value: 'Заголовок' }] },
    { cells: [entry(2), entry(3)] },
    { cells: [{ column: 2, value: '12' }] },
    { cells: [entry(2), entry(3)] },
    { cells: [{ column: 2, value: '#cols' }] },
    { cells: [{ column: 1, value: 'Имя' }, entry(2), entry(3), entry(4), { column: 5, value: 'проверка' }] },
  ],
  print: {} as PlanSheet['print'],
});

const range = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
) => ({
  sheetId: 7,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

const protections = (of: PlanSheet) =>
  protectionRequests(of, 7, ['office@district.example']).map(
    ({ addProtectedRange }) => addProtectedRange!.protectedRange!,
  );

describe('a tab whose entry cells are written as one block', () => {
  it('is open in the rectangle around them; what stands between them asks before it is changed', () => {
    const [whole, ...between] = protections(sheet(true));
    expect(whole).toEqual({
      range: { sheetId: 7 },
      description: googleTexts.protected,
      warningOnly: false,
      editors: { users: ['office@district.example'] },
      unprotectedRanges: [range(1, 6, 1, 4)],
    });
    expect(between.every(({ warningOnly, editors }) => warningOnly && editors === undefined)).toBe(true);
    // beside the narrower rows, the row of last year, the keys of the second table
    expect(between.map((one) => one.range)).toEqual([
      range(1, 2, 3, 4),
      range(2, 3, 1, 4),
      range(3, 4, 3, 4),
      range(4, 5, 1, 4),
    ]);
  });

  it('is locked but for its entry cells, like any other, where these are a rectangle themselves', () => {
    const simple = { ...sheet(true), rows: sheet(true).rows.slice(0, 2) };
    expect(protections(simple)).toEqual(protections({ ...simple, oneBlock: false }));
    expect(protections(sheet(false)).map(({ unprotectedRanges }) => unprotectedRanges)).toEqual([
      [range(1, 2, 1, 3), range(3, 4, 1, 3), range(5, 6, 1, 4)],
    ]);
  });

  it('is locked cell by cell where very many places would ask', () => {
    const many = {
      ...sheet(true),
      rows: Array.from({ length: 260 }, (_, i) => ({ cells: i % 2 === 0 ? [entry(2)] : [] })),
    };
    const fewer = { ...many, rows: many.rows.slice(0, 240) };
    expect(protections(fewer)).toHaveLength(1 + 119);
    expect(protections(many)).toHaveLength(1);
    expect(protections(many)[0]!.unprotectedRanges).toHaveLength(130);
  });
});
