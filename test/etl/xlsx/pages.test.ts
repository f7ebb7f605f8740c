import { describe, expect, it, test } from 'vitest';
import { unpack } from '../../../etl/xlsx/normalise.ts';
import { writeWorkbook } from '../../../etl/xlsx/write.ts';
import { pageBreaks } from '../../../etl/xlsx/writing/page-breaks.ts';
import { InvalidPlace } from '../../../shared/plan/errors.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { PlanPrint, PlanSheet } from '../../../shared/plan/plan.ts';

/** Rows of 100 points on A4 landscape at full size: 595.3 − 93.6 = 501.7, filled to 95 % = 476, so four to a page. */
const pages = (rows: number, print: Partial<PlanPrint> = {}, headings: readonly number[] = []): number[] => {
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
  return pageBreaks(
    sheet,
    Array.from({ length: rows }, () => 100),
  );
};

describe('page breaks', () => {
  test.each<[string, number[], number[]]>([
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
