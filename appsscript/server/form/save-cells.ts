import { sameScalar } from '../../../shared/form-view/same-scalar.ts';
import { detectPersonalData } from '../../../shared/parse/personal-data.ts';
import type { CellSave, ChangeResult, SaveAnswer } from '../../calls/form.ts';
import { underLock } from '../sheet/document-lock.ts';
import { readForSaving } from './target-cells.ts';
import { type CellWrite, writeBlocks } from './write-blocks.ts';

/** How long a repeated save is known by its id: longer than anybody waits for a lost connection. */
const memory = 6 * 60 * 60;

/**
 * Writes the changes of a form under the document's lock: two reads of ranges and one write, whatever the form's size. A cell
 * that holds something else than the person saw, or a formula, or is merged with others, stays as it is and is told.
 */
export function saveCells(save: CellSave): SaveAnswer {
  const answer = underLock((): SaveAnswer => {
    const cache = CacheService.getDocumentCache();
    const name = `save ${save.id}`;
    const before = cache?.get(name);
    if (before) return JSON.parse(before) as SaveAnswer;
    const made = written(save);
    cache?.put(name, JSON.stringify(made), memory);
    return made;
  });
  return answer ?? { status: 'busy' };
}

function written({ tab, kind, changes }: CellSave): SaveAnswer {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const target = readForSaving(spreadsheet, tab, kind);
  if (!target) return { status: 'gone' };
  const results: ChangeResult[] = [];
  const writes: CellWrite[] = [];
  changes.forEach(({ row, column, seen, value }, at) => {
    const cells = target.find(row, column);
    const cell = cells[0];
    if (!cell || cells.length > 1) results.push(cell ? 'double' : 'missing');
    else if (value.type === 'text' && detectPersonalData(value.value) !== undefined) results.push('personal');
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
  writeBlocks(target, writes, (at) => {
    results[at] = 'refused';
  });
  return { status: 'done', results };
}
