import { concreteCode } from '../catalog/concrete.ts';
import type { PlanCell } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import { type Block, membersOf } from './blocks.ts';
import type { EntryContext } from './entry-context.ts';
import { at } from './entry-grid.ts';
import { entryId } from './entry-id.ts';
import { entryRule } from './entry-rule.ts';
import { isLastYearBeside, lastYearCell } from './last-year.ts';
import type { OwedElement } from './owed.ts';
import { flagsOfRow, longestMessage, type RowCell, rowMessage } from './row-message.ts';

/** Where a row of an entry tab stands. */
export interface RowPlace {
  /** Printed number. */
  readonly no: number;
  /** Column of the live message. */
  readonly check: number;
  /** Id of the message's cell. */
  readonly message: string;
}

const unitOf = ({ element }: OwedElement): string =>
  element.unit === '' && element.type === 'yes_no' ? templateTexts.entry.yesNoUnit : element.unit;

const cellsOf = (block: Block, { element }: OwedElement): RowCell[] =>
  block.columns.map((column) => ({
    concrete: concreteCode(element.code, column.members),
    members: membersOf(block, column),
    period: column.moment.key,
  }));

function entryCells(block: Block, owed: OwedElement, { previous, fill }: EntryContext): PlanCell[] {
  const { code } = owed.element;
  const rule = entryRule(owed.element);
  const isBeside = isLastYearBeside(block, previous);
  return block.columns.flatMap((column, i) => {
    const concrete = concreteCode(code, column.members);
    const typed = fill?.value?.(concrete, column.moment.key);
    const own: PlanCell = {
      column: at.first + i,
      id: entryId(concrete, column.moment.key),
      style: 'entry',
      entry: rule,
      ...(typed === undefined ? {} : { value: typed }),
    };
    const beside = at.first + block.columns.length + i;
    return isBeside ? [own, lastYearCell(previous, beside, code, column)] : [own];
  });
}

/** The cells of one element: key, number, name with whom to count, unit, entry cells, live message. */
export function entryRow(
  block: Block,
  owed: OwedElement,
  place: RowPlace,
  context: EntryContext,
): PlanCell[] {
  const { element } = owed;
  const { catalog, flags, calculation } = context;
  const cells = cellsOf(block, owed);
  return [
    { column: at.key, value: element.code, style: 'key' },
    { column: at.no, value: place.no, style: 'unit' },
    {
      column: at.name,
      value: element.name,
      style: 'label',
      ...(element.help === '' ? {} : { detail: element.help }),
    },
    { column: at.unit, value: unitOf(owed), style: 'unit' },
    ...entryCells(block, owed, context),
    {
      column: place.check,
      id: place.message,
      style: 'text',
      formula: rowMessage({ catalog, element, cells, flags, calculation }, `row ${place.message}`),
      longest: longestMessage(catalog, flagsOfRow(flags, element, cells)),
    },
  ];
}

/** Last year's values below an element. Without a key in column A the reader passes over the row. */
export const lastYearRow = (block: Block, owed: OwedElement, { previous }: EntryContext): PlanCell[] => [
  { column: at.name, value: templateTexts.entry.previousRow, style: 'muted' },
  ...block.columns.map((column, i) => lastYearCell(previous, at.first + i, owed.element.code, column)),
];
