import { decimal } from '../../../shared/number/decimal.ts';
import { absoluteRange, quoteSheet } from '../../../shared/plan/address.ts';
import type { Calculated } from '../../../shared/plan/calculate.ts';
import type { CellResult } from '../../../shared/plan/calculated.ts';
import { toText } from '../../../shared/plan/coerce.ts';
import type { Layout } from '../../../shared/plan/layout.ts';
import { escapeXml } from './xml.ts';

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** `'Tab'!$B$2:$B$9`. */
function reference({ from, to }: Ends, layout: Layout): string {
  const { sheet, range } = layout.range(from, to);
  return escapeXml(`${quoteSheet(sheet)}!${absoluteRange(range)}`);
}

function readCells({ from, to }: Ends, layout: Layout, calculated: Calculated): CellResult[] {
  const { sheetIndex, range } = layout.range(from, to);
  const cells: CellResult[] = [];
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      cells.push(calculated.at(sheetIndex, row, column));
    }
  }
  return cells;
}

/** Names under the axis, always as text: a year is a name, not a quantity. */
export function categoryData(ends: Ends, layout: Layout, calculated: Calculated): string {
  const points = readCells(ends, layout, calculated).map((cell, index) => {
    const text = toText(cell);
    return point(index, typeof text === 'string' ? escapeXml(text) : text.error);
  });
  return `<c:cat><c:strRef><c:f>${reference(ends, layout)}</c:f><c:strCache><c:ptCount val="${points.length}"/>${points.join('')}</c:strCache></c:strRef></c:cat>`;
}

/** Values of a series by reference, with what they show now; a cell without a number gives no point. */
export function valueData(ends: Ends, format: string, layout: Layout, calculated: Calculated): string {
  const cells = readCells(ends, layout, calculated);
  const points = cells.map((cell, index) => (typeof cell === 'number' ? point(index, decimal(cell)) : ''));
  return `<c:val><c:numRef><c:f>${reference(ends, layout)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${cells.length}"/>${points.join('')}</c:numCache></c:numRef></c:val>`;
}

/** For labels of charts that name no format: whole numbers plain, all others with one decimal. */
export function labelFormat(ends: Ends, layout: Layout, calculated: Calculated): 'integer' | 'decimal1' {
  const whole = readCells(ends, layout, calculated).every(
    (cell) => typeof cell !== 'number' || Number.isInteger(cell),
  );
  return whole ? 'integer' : 'decimal1';
}

function point(index: number, value: string): string {
  return `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
}
