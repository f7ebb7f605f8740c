import type { KeyedCell } from '../../../shared/parse/keyed-cells.ts';
import { columnLetters } from '../../../shared/plan/address.ts';
import { periodOf } from './entry-tabs.ts';

interface Span {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/**
 * What is handed in, as A1 addresses: the entry cells of every period in which anything is filled in. Periods without a
 * value stay open, so that a book can be handed in again with the next one. As few rectangles as may be; none covers an
 * entry cell of a period that stays open. Rows of organisations stay open: a district adds to them as news come in.
 */
export function lockedAreas(all: readonly KeyedCell[]): string[] {
  const cells = all.filter(({ rows }) => rows === 'elements');
  const handedIn = new Set(cells.filter(({ scalar }) => scalar.type !== 'empty').map(periodOf));
  const columns = new Map<number, KeyedCell[]>();
  for (const cell of cells) columns.set(cell.column, [...(columns.get(cell.column) ?? []), cell]);
  const spans: Span[] = [];
  for (const [column, own] of [...columns].sort(([a], [b]) => a - b)) {
    let open: { first: number; last: number } | undefined;
    const close = (): void => {
      if (open) spans.push({ column, ...open });
      open = undefined;
    };
    for (const cell of own) {
      if (!handedIn.has(periodOf(cell))) close();
      else if (open) open.last = cell.row;
      else open = { first: cell.row, last: cell.row };
    }
    close();
  }
  return joined(spans);
}

/** Spans of the same rows in columns side by side become one. */
function joined(spans: readonly Span[]): string[] {
  const areas: { first: number; last: number; from: number; to: number }[] = [];
  for (const { column, first, last } of spans) {
    const beside = areas.find((one) => one.first === first && one.last === last && one.to === column - 1);
    if (beside) beside.to = column;
    else areas.push({ first, last, from: column, to: column });
  }
  return areas.map(({ first, last, from, to }) => {
    const start = `${columnLetters(from)}${first}`;
    const end = `${columnLetters(to)}${last}`;
    return start === end ? start : `${start}:${end}`;
  });
}
