import { type Members, memberTitle } from '../catalog/concrete.ts';
import type { Catalog, Check, DataElement } from '../catalog/types.ts';
import { parsePeriod } from '../period/period.ts';
import type { Formula } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import type { Calculation } from './calculation.ts';
import type { CheckFlag } from './check-flags.ts';
import { valueId } from './entry-id.ts';
import { added, binary, call, cell, joined, literal } from './formula.ts';

/** One entry cell of a row. */
export interface RowCell {
  readonly concrete: string;
  readonly members: Members;
  readonly period: string;
}

/** What a row's message is made of. */
export interface RowInput {
  readonly catalog: Catalog;
  readonly element: DataElement;
  readonly cells: readonly RowCell[];
  readonly flags: readonly CheckFlag[];
  readonly calculation: Calculation;
}

const isWithin = (part: Members | undefined, whole: Members): boolean =>
  part === undefined || [...part].every(([dim, member]) => whole.get(dim) === member);

/** The flags that speak of the cells of this row. */
export const flagsOfRow = (
  flags: readonly CheckFlag[],
  element: DataElement,
  cells: readonly RowCell[],
): CheckFlag[] =>
  flags.filter(
    (flag) =>
      flag.element === element.code &&
      cells.some(
        (c) =>
          c.period === flag.period && isWithin(flag.members, c.members) && isWithin(flag.fixed, c.members),
      ),
  );

/** The words that tell the comparisons of a check apart: the period where there are several, and members. */
function labelOf(catalog: Catalog, flag: CheckFlag, all: readonly CheckFlag[]): string {
  const period = parsePeriod(flag.period);
  const several = all.some((other) => other.period !== flag.period);
  const words = [...flag.members].map(([dim, member]) => memberTitle(catalog, dim, member));
  return [...(several && period ? [templateTexts.periodShort(period)] : []), ...words].join(', ');
}

function messageOf(
  { catalog, calculation }: RowInput,
  check: Check,
  flags: readonly CheckFlag[],
  row: string,
): Formula {
  const { where } = templateTexts.entry;
  const text = `${row} text ${check.code}`;
  calculation.row(text, [{ id: text, value: check.message }]);
  const fails = (flag: CheckFlag): Formula => binary('=', cell(flag.id), literal(1));
  const count = added(flags.map((flag) => cell(flag.id)));
  const counted = flags.length === 1 ? count : calculation.aside(`${row} ${check.code}`, count);
  const labels = flags
    .map((flag) => ({ flag, label: labelOf(catalog, flag, flags) }))
    .filter((l) => l.label !== '');
  const places: Formula[] = [];
  if (labels.length > 0) {
    const single = joined(
      labels.map(({ flag, label }) =>
        call('IF', fails(flag), literal(`${label}${where.after}`), literal('')),
      ),
    );
    const several = joined([literal(where.cells), counted, literal(where.afterCells)]);
    const place = calculation.aside(`${row} ${check.code}`, single);
    places.push(call('IF', binary('>', counted, literal(1)), several, place));
  }
  return call(
    'IF',
    binary('=', counted, literal(0)),
    literal(''),
    joined([...places, cell(text), literal(' ')]),
  );
}

function rejectedOf({ element, cells }: RowInput): Formula[] {
  if (element.type === 'date' || element.type === 'text') return [];
  const wrong = cells.map(({ concrete, period }) => {
    const value = cell(valueId('typed', concrete, period));
    return call('IF', binary('=', value, literal('rejected')), literal(1), literal(0));
  });
  const text = literal(`${templateTexts.entry.rejected} `);
  return [call('IF', binary('>', added(wrong), literal(0)), text, literal(''))];
}

/** The first text that is not empty, and how many more there are: a cell has no room for all of them. */
function firstOf(parts: readonly Formula[]): Formula {
  const { more } = templateTexts.entry;
  if (parts.length <= 1) return call('TRIM', parts[0] ?? literal(''));
  const isSaid = (part: Formula): Formula => binary('>', call('LEN', part), literal(0));
  const first = parts.reduceRight<Formula>((rest, part) => call('IF', isSaid(part), part, rest), literal(''));
  const said = added(parts.map((part) => call('IF', isSaid(part), literal(1), literal(0))));
  const others = binary('-', said, literal(1));
  const rest = joined([literal(more.before), others, literal(more.after)]);
  return call('TRIM', binary('&', first, call('IF', binary('>', others, literal(0)), rest, literal(''))));
}

/**
 * The live message of one row (`row` names it in ids): a word about values that were pasted past the rule or the text
 * of the first check that fails, with the headings of the cell, and how many more remarks there are. Empty where
 * nothing is wrong or a side is missing.
 */
export function rowMessage(input: RowInput, row: string): Formula {
  const { calculation, element, cells } = input;
  const parts = rejectedOf(input);
  const byCheck = new Map<Check, CheckFlag[]>();
  for (const flag of flagsOfRow(input.flags, element, cells)) {
    byCheck.set(flag.check, [...(byCheck.get(flag.check) ?? []), flag]);
  }
  for (const [check, flags] of byCheck) parts.push(messageOf(input, check, flags, row));
  return firstOf(parts.map((part) => calculation.aside(row, part)));
}

/** The longest single remark a row may have to show. */
export function longestMessage(catalog: Catalog, flags: readonly CheckFlag[]): string {
  const { where } = templateTexts.entry;
  const texts = flags.map((flag) => {
    const all = flags.filter(({ check }) => check === flag.check);
    const label = labelOf(catalog, flag, all);
    return label === '' ? flag.check.message : `${label}${where.after}${flag.check.message}`;
  });
  return texts.reduce(
    (longest, text) => (text.length > longest.length ? text : longest),
    templateTexts.entry.rejected,
  );
}
