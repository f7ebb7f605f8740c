import type { CellSave, SaveAnswer } from '../../calls/form.ts';
import { underLock } from '../sheet/document-lock.ts';
import { judgeChanges } from './judge-changes.ts';
import { readForSaving } from './target-cells.ts';
import { writeBlocks } from './write-blocks.ts';

/** How long a repeated save is known by its id: longer than anybody waits for a lost connection. */
export const memory = 6 * 60 * 60;

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
  const { results, writes } = judgeChanges(target, changes);
  writeBlocks(target, writes, (at) => {
    results[at] = 'refused';
  });
  return { status: 'done', results };
}
