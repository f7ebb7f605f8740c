import { sameScalar } from '../../../shared/form-view/same-scalar.ts';
import type { CellChange, ChangeResult } from '../../calls/form.ts';
import { isPersonal } from './is-personal.ts';
import type { Target } from './target-cells.ts';
import type { CellWrite } from './write-blocks.ts';

/**
 * What may become of each change, and the writes it takes: a cell that holds something else than the person saw, or a
 * formula, or is merged with others, stays as it is and is told; one that holds the value already is saved.
 */
export function judgeChanges(
  target: Target,
  changes: readonly CellChange[],
): { readonly results: ChangeResult[]; readonly writes: CellWrite[] } {
  const results: ChangeResult[] = [];
  const writes: CellWrite[] = [];
  changes.forEach(({ row, column, seen, value }, at) => {
    const cells = target.find(row, column);
    const cell = cells[0];
    if (!cell || cells.length > 1) results.push(cell ? 'double' : 'missing');
    else if (isPersonal(value)) results.push('personal');
    else if (target.isHandedIn(cell)) results.push('handedIn');
    else if (cell.isMerged) results.push('merged');
    else if (target.isFormula(cell)) results.push('formula');
    else {
      results.push('saved');
      if (sameScalar(cell.scalar, value)) return;
      if (sameScalar(cell.scalar, seen)) writes.push({ at, row: cell.row, column: cell.column, value });
      else results[at] = { changed: cell.scalar };
    }
  });
  return { results, writes };
}
