import { concreteCode } from '../catalog/concrete.ts';
import type { Formula, PlanCell, PlanCondition } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import type { Block, BlockColumn } from './blocks.ts';
import type { EntryContext } from './entry-context.ts';
import { at } from './entry-grid.ts';
import { entryHeading, lastYear } from './entry-heading.ts';
import { entryId } from './entry-id.ts';
import { entryRow, lastYearRow } from './entry-row.ts';
import { binary, call, cell, literal, range } from './formula.ts';
import { hasLastYear, isLastYearBeside } from './last-year.ts';
import type { OwedElement } from './owed.ts';
import type { Rows } from './rows.ts';

/** Where a block is written. */
export interface BlockPlace {
  /** Column of the live messages, the last one. */
  readonly check: number;
  /** Printed number of the row before. */
  readonly line: number;
  /** Code of the form, for ids. */
  readonly form: string;
}

/** What a written block leaves to be counted and styled. */
export interface WrittenBlock {
  readonly cells: number;
  /** Ranges of entry cells. */
  readonly entries: readonly Formula[];
  /** Range of live messages. */
  readonly messages: Formula;
  readonly conditions: readonly PlanCondition[];
  /** Last row of the headings. */
  readonly headings: number;
}

const idOf = (owed: OwedElement, column: BlockColumn): string =>
  entryId(concreteCode(owed.element.code, column.members), column.moment.key);

function writeKeys(rows: Rows, block: Block): void {
  const keys = block.columns.map(
    (column, i): PlanCell => ({ column: at.first + i, value: column.key, style: 'key' }),
  );
  rows.add([{ column: at.key, value: '#cols', style: 'key' }, ...keys], { hidden: true });
}

function writeHeading(rows: Rows, block: Block, isBeside: boolean, check: number): number {
  const { columns } = templateTexts.entry;
  const fixed = [
    [at.no, columns.no],
    [at.name, columns.name],
    [at.unit, columns.unit],
    [check, columns.check],
  ] as const;
  const own = { start: at.first, columns: block.columns };
  const beside = { start: at.first + block.columns.length, columns: lastYear(block.columns) };
  return entryHeading(rows, fixed, isBeside ? [own, beside] : [own]);
}

/** A message that is not empty is shown as a fault. */
function emphasis(row: number, column: number, message: string): PlanCondition {
  const formula = binary('>', call('LEN', cell(message)), literal(0));
  return {
    range: { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column },
    rule: { type: 'formula', formula, style: 'bad' },
  };
}

/** Writes a block below what stands there: keys, title, headings, a row per element, last year's values. */
export function writeBlock(rows: Rows, block: Block, place: BlockPlace, context: EntryContext): WrittenBlock {
  const isBeside = isLastYearBeside(block, context.previous);
  const isBelow = !isBeside && hasLastYear(block, context.previous);
  const conditions: PlanCondition[] = [];
  const ids: string[] = [];
  rows.add([], { height: 9 });
  writeKeys(rows, block);
  if (block.title !== '') rows.wide({ column: at.no, value: block.title, style: 'section' }, place.check);
  const headings = writeHeading(rows, block, isBeside, place.check);
  for (const [i, owed] of block.elements.entries()) {
    const message = `message ${place.form} ${rows.next}`;
    ids.push(message);
    conditions.push(emphasis(rows.next, place.check, message));
    rows.add(entryRow(block, owed, { no: place.line + i + 1, check: place.check, message }, context));
    if (isBelow) rows.add(lastYearRow(block, owed, context));
  }
  const [left, right] = [block.columns[0]!, block.columns[block.columns.length - 1]!];
  const elements = isBelow ? block.elements.map((e) => [e, e] as const) : [ends(block.elements)];
  return {
    cells: block.elements.length * block.columns.length,
    entries: elements.map(([first, last]) => range(idOf(first, left), idOf(last, right))),
    messages: range(...ends(ids)),
    conditions,
    headings,
  };
}

const ends = <T>(list: readonly T[]): readonly [T, T] => [list[0]!, list[list.length - 1]!];
