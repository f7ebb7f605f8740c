import type { DataElement } from '../catalog/types.ts';
import type { Formula } from '../plan/plan.ts';
import { added, binary, call, cell, literal, range } from './formula.ts';

/** Cells of the hidden tab to be put together; `together` = they form one rectangle in this order. */
export interface Cells {
  readonly ids: readonly string[];
  readonly together: boolean;
}

const refs = ({ ids, together }: Cells): Formula[] =>
  together ? [range(ids[0]!, ids[ids.length - 1]!)] : ids.map(cell);

const countOf = (cells: Cells, reason: string): Formula =>
  cells.together
    ? call('COUNTIF', refs(cells)[0]!, literal(reason))
    : added(
        cells.ids.map((id) => call('IF', binary('=', cell(id), literal(reason)), literal(1), literal(0))),
      );

/** The first of the reasons that occurs among the cells, else `last`. */
export const firstReason = (cells: Cells, order: readonly string[], last: string): Formula =>
  order.reduceRight<Formula>(
    (rest, reason) => call('IF', binary('>', countOf(cells, reason), literal(0)), literal(reason), rest),
    literal(last),
  );

/** In the order of evaluation.md, but for `not_applicable`, which is what remains. */
const order = ['rejected', 'not_reported', 'no_data', 'zero_denominator', 'no_base', 'too_few'];
const missing = (cells: Cells): Formula => firstReason(cells, order, 'not_applicable');

/** `result` where every cell is a number or not applicable, and not all of them are. */
function whenAllKnown(cells: Cells, result: Formula): Formula {
  const count = call('COUNT', ...refs(cells));
  const known = binary('+', count, countOf(cells, 'not_applicable'));
  return call(
    'IF',
    call('AND', binary('=', known, literal(cells.ids.length)), binary('>', count, literal(0))),
    result,
    missing(cells),
  );
}

/** The sum over the members of dimensions: not applicable members are left out, any other gap makes it missing. */
export const sumOf = (cells: Cells): Formula => whenAllKnown(cells, call('SUM', ...refs(cells)));

/** Periods gathered to the school year by the element's `to_time` (evaluation.md, Frequency). Cells in order of time. */
export function gathered(cells: Cells, toTime: DataElement['toTime']): Formula {
  const all = refs(cells);
  switch (toTime) {
    case 'sum':
      return sumOf(cells);
    case 'mean':
      return whenAllKnown(cells, binary('/', call('SUM', ...all), call('COUNT', ...all)));
    case 'max':
      return call('IF', binary('>', call('COUNT', ...all), literal(0)), call('MAX', ...all), missing(cells));
    case 'last':
      return cells.ids.reduce<Formula>(
        (earlier, id) => call('IF', call('ISNUMBER', cell(id)), cell(id), earlier),
        missing(cells),
      );
  }
}
