import { concreteCode } from '../catalog/concrete.ts';
import type { PlanCell } from '../plan/plan.ts';
import type { Block, BlockColumn } from './blocks.ts';
import { writtenNumber } from './entry-rule.ts';
import type { PreviousValues } from './fill.ts';
import { samePeriodLastYear } from './moment.ts';

const lastYearValue = (
  previous: PreviousValues,
  code: string,
  column: BlockColumn,
): number | string | undefined =>
  previous(concreteCode(code, column.members), samePeriodLastYear(column.moment.period).key);

/** Whether anything of the block is known from last year. */
export const hasLastYear = (block: Block, previous: PreviousValues | undefined): boolean =>
  previous !== undefined &&
  block.elements.some(({ element }) =>
    block.columns.some((column) => lastYearValue(previous, element.code, column) !== undefined),
  );

/** Few columns: last year's stand beside them. Many: they would not fit the page and stand in a row below. */
export const isLastYearBeside = (block: Block, previous: PreviousValues | undefined): boolean =>
  block.columns.length <= 4 && hasLastYear(block, previous);

/** As text: a number in a keyed column of a row without a key would look like one typed into the wrong row. */
export function lastYearCell(
  previous: PreviousValues | undefined,
  column: number,
  code: string,
  of: BlockColumn,
): PlanCell {
  const value = previous && lastYearValue(previous, code, of);
  if (value === undefined) return { column, style: 'locked' };
  return { column, style: 'locked', value: typeof value === 'number' ? writtenNumber(value) : value };
}
