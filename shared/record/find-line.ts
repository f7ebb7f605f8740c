import { sameScalar } from '../form-view/same-scalar.ts';
import type { CellScalar } from '../parse/workbook.ts';
import type { RegisterLine } from './register-table.ts';

/** A free row as somebody saw it: where it stood and what its cells held, by field key. */
export interface SeenRow {
  readonly at: number;
  readonly cells: Readonly<Record<string, CellScalar>>;
}

const empty: CellScalar = { type: 'empty' };

/**
 * Finds a row without a key again. Rows are sorted, moved and inserted, so its content tells it: the row that holds
 * just what was seen, the one in the old place first; else the one that keeps most of it, at least half, where somebody
 * changed the rest. Undefined where the row is gone or two others are equally like it.
 */
export function findLine(lines: readonly RegisterLine[], { at, cells }: SeenRow): RegisterLine | undefined {
  const seen = Object.entries(cells).filter(([, scalar]) => !sameScalar(scalar, empty));
  const ranked = lines
    .filter(({ key }) => key === '')
    .map((line) => ({ line, likeness: likenessOf(line, seen) }))
    .sort((a, b) => b.likeness - a.likeness || distance(a.line) - distance(b.line));
  const [best, next] = ranked;
  if (!best || seen.length === 0) return undefined;
  if (best.likeness > seen.length) return best.line;
  if (best.likeness < seen.length / 2) return undefined;
  return next?.likeness === best.likeness && best.line.row !== at ? undefined : best.line;

  function distance({ row }: RegisterLine): number {
    return Math.abs(row - at);
  }
}

/** How many of the seen cells it still holds; one more where it holds nothing else. */
function likenessOf({ cells }: RegisterLine, seen: readonly (readonly [string, CellScalar])[]): number {
  const kept = seen.filter(([key, scalar]) => sameScalar(cells.get(key) ?? empty, scalar)).length;
  const filled = [...cells.values()].filter((scalar) => !sameScalar(scalar, empty)).length;
  return kept + (kept === seen.length && filled === kept ? 1 : 0);
}
