import { describe, expect, it, test } from 'vitest';
import { unpack } from '../../../etl/xlsx/normalise.ts';
import { writeWorkbook } from '../../../etl/xlsx/write.ts';
import { pageLayout } from '../../../etl/xlsx/writing/page-layout.ts';
import { InvalidPlace } from '../../../shared/plan/errors.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { PlanPrint, PlanSheet } from '../../../shared/plan/plan.ts';

/**
 * Rows of 110 points on A4 landscape at full size: 595.3 − 93.6 = 501.7, filled to 95 % = 476.6, so four to a page; also
 * at 90 %, where it holds 529.
 */
const laidOut = (
  rows: number,
  print: Partial<PlanPrint> = {},
  headings: readonly number[] = [],
  height = 110,
): readonly [scale: number, breaks: readonly number[]] => {
  const sheet: PlanSheet = {
    name: 'Т',
    columns: [{ width: 20 }],
    rows: Array.from({ length: rows }, (_, i) => ({
      cells: [
        { column: 1, value: i, style: headings.includes(i + 1) ? ('section' as const) : ('text' as const) },
      ],
    })),
    print: { orientation: 'landscape', keep: [], ...print },
  };
  const { scale, breaks } = pageLayout(
    sheet,
    Array.from({ length: rows }, () => height),
  )!;
  return [scale, breaks];
};
const pages = (...given: Parameters<typeof laidOut>) => laidOut(...given)[1];

describe('page breaks', () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ['one page needs none', pages(4), []],
    ['pages are filled evenly: 5 rows are 3 and 2, not 4 and 1', pages(5), [3]],
    ['9 rows are 3, 3 and 3', pages(9), [3, 6]],
    ['what is kept together goes to the next page whole', pages(6, { keep: [[4, 6]] }), [3]],
    ['what fits on no page is broken like anything', pages(6, { keep: [[1, 6]] }), [3]],
    ['a heading goes with the row below it', pages(5, {}, [3]), [2]],
    ['a forced break stays', pages(3, { breaks: [1] }), [1]],
    ['repeated headings take their room on every page', pages(7, { repeatRows: [1, 1] }), [4]],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  // 10 rows of 50 are 500 points: at 95 % a page holds 476.6 ÷ 0.95 = 501.7, at 96 % only 496.5
  it('a tab is shrunk a little where that saves a nearly empty page', () => {
    expect(laidOut(10, {}, [], 50)).toEqual([95, []]);
  });

  it('but no further than to 90 %, and not for a page that is half full', () => {
    // 11 rows of 50 would need 86 %
    expect(laidOut(11, {}, [], 50)).toEqual([100, [6]]);
    // 20 rows of 50: 9 + 9 + 2 at full size, 10 + 10 at 95 %
    expect(laidOut(20, {}, [], 50)).toEqual([95, [10]]);
    // 14 rows of 50: the second page holds 5 of 9
    expect(laidOut(14, {}, [], 50)).toEqual([100, [7]]);
  });
});

const plan = (from: string, to: string, sparkCell = 'spark') => ({
  title: 'Т',
  sheets: [
    {
      name: "Д'Артаньян",
      columns: [{ width: 9 }, { width: 9 }, { width: 9 }],
      rows: [
        {
          cells: [
            { column: 1, id: 'a', value: 1 },
            { column: 2, id: 'b', value: 2 },
            { column: 3, id: 'spark' },
          ],
        },
        { cells: [{ column: 2, id: 'c', value: 3 }] },
      ],
      sparklines: [{ cell: sparkCell, values: { from, to } }],
      print: { orientation: 'landscape' as const },
    },
  ],
});

describe('sparklines', () => {
  it('are columns from zero over cells of the tab, in the one list of extensions', async () => {
    const parts = unpack(await writeWorkbook(plan('a', 'b')));
    const xml = new TextDecoder().decode(parts.get('xl/worksheets/sheet1.xml'));
    expect(xml.match(/<extLst>/g)).toHaveLength(1);
    expect(xml).toContain("<xm:f>'Д''Артаньян'!A1:B1</xm:f><xm:sqref>C1</xm:sqref>");
    expect(xml).toContain(
      'type="column" displayEmptyCellsAs="gap" last="1" minAxisType="custom" manualMin="0"',
    );
    expect(xml.endsWith('</extLst></worksheet>')).toBe(true);
  });
  it('of a rectangle are a fault of the plan', () => {
    expect(() => layout(plan('a', 'c'))).toThrow(InvalidPlace);
  });
});
