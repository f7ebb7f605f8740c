import { sameScalar } from '../../../shared/form-view/same-scalar.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { findLine, type SeenRow } from '../../../shared/record/find-line.ts';
import { freeRow } from '../../../shared/record/free-row.ts';
import type { RegisterLine } from '../../../shared/record/register-table.ts';
import type { CellChange } from '../../calls/form.ts';
import type { RowAnswer, RowSave } from '../../calls/record.ts';
import { judgeChanges } from '../form/judge-changes.ts';
import { memory } from '../form/save-cells.ts';
import { writeBlocks } from '../form/write-blocks.ts';
import { underLock } from '../sheet/document-lock.ts';
import { extendTable } from './extend-table.ts';
import { type RowTarget, readForRow } from './row-target.ts';

/** What is remembered of a save by its id: its answer and, of a record that was added, where it went. */
interface Remembered {
  readonly answer: RowAnswer;
  readonly added?: SeenRow;
}

/**
 * Adds a record to the first free row of its register, or changes one, under the document's lock: two reads of ranges
 * and one write. A record whose id was seen before is changed where it stands, never added twice. A row that was changed
 * or moved meanwhile is found by its content; a cell of it that holds something else than was seen stays and is told.
 */
export function saveRow(save: RowSave): RowAnswer {
  const answer = underLock((): RowAnswer => {
    const cache = CacheService.getDocumentCache();
    const name = `row ${save.id}`;
    const text = cache?.get(name);
    const before = text ? (JSON.parse(text) as Remembered) : undefined;
    if (before && !before.added) return before.answer;
    const made = before?.added ? written({ ...save, row: before.added }, before.answer) : written(save);
    // a record of which nothing was written may be tried again
    if (made.added || (save.row && made.answer.status === 'done'))
      cache?.put(name, JSON.stringify(made), memory);
    return made.answer;
  });
  return answer ?? { status: 'busy' };
}

/** `before`: the answer by which the same record was added. */
function written(save: RowSave, before?: RowAnswer): Remembered {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const target = readForRow(spreadsheet, save.tab, save.record);
  if (!target) return { answer: { status: 'gone' } };
  const { lines } = target.table;
  if (save.row) {
    const line = findLine(lines, save.row);
    if (!line) return { answer: { status: 'rowGone' } };
    if (!before) return { answer: change(target, line, save) };
    const changes = asAdded(save.changes, save.row, line);
    const answer = change(target, line, { ...save, changes });
    return {
      answer: { ...before, ...firstOf(answer, save.changes.length) },
      added: seenAfter(save.row, changes),
    };
  }
  const twin = save.isRepeat && lines.find((line) => isTwin(line, save.changes));
  return twin ? { answer: change(target, twin, save) } : add(target, save);
}

function change(target: RowTarget, { row, cells }: RegisterLine, { changes, isWhole }: RowSave): RowAnswer {
  const own = target.cellsOf(row, cells);
  const { results, writes } = judgeChanges(own, changes);
  if (!isWhole || results.every((result) => result === 'saved'))
    writeBlocks(own, writes, (at) => {
      results[at] = 'refused';
    });
  return { status: 'done', results, row };
}

function add(target: RowTarget, { changes }: RowSave): Remembered {
  const free = freeRow(target.table, target.last, target.isFormula);
  if (!free) return { answer: { status: 'full' } };
  const isExtended = free.isNew && extendTable(target, free.row);
  const own = target.cellsOf(free.row, new Map());
  const { results, writes } = judgeChanges(own, changes);
  writeBlocks(own, writes, (at) => {
    results[at] = 'refused';
  });
  if (writes.every(({ at }) => results[at] === 'refused'))
    return { answer: isExtended ? { status: 'full' } : { status: 'done', results } };
  const saved = changes.filter((_, at) => results[at] === 'saved');
  return {
    answer: { status: 'done', results, row: free.row, ...(isExtended && { isNewRow: true }) },
    added: { at: free.row, cells: Object.fromEntries(saved.map(({ column, value }) => [column, value])) },
  };
}

const empty: CellScalar = { type: 'empty' };

/**
 * A record that was added is seen as it was written; what is not asked for any more is emptied. The changes asked for
 * stand first.
 */
function asAdded(changes: readonly CellChange[], { cells }: SeenRow, line: RegisterLine): CellChange[] {
  const asked = new Set(changes.map(({ column }) => column));
  const dropped = Object.entries(cells).filter(([column]) => !asked.has(column));
  return [
    ...changes.map((one) => {
      // what somebody else made of it meanwhile has been asked about
      const isAsked = sameScalar(line.cells.get(one.column) ?? empty, one.seen);
      return { ...one, seen: isAsked ? one.seen : (cells[one.column] ?? empty) };
    }),
    ...dropped.map(([column, seen]) => ({ row: '', column, seen, value: empty })),
  ];
}

const firstOf = (answer: RowAnswer, count: number): RowAnswer =>
  answer.status === 'done' ? { ...answer, results: answer.results.slice(0, count) } : answer;

const seenAfter = ({ at }: SeenRow, changes: readonly CellChange[]): SeenRow => ({
  at,
  cells: Object.fromEntries(changes.map(({ column, value }) => [column, value])),
});

/** A row without a key that holds just what would be written. */
const isTwin = ({ key, cells }: RegisterLine, changes: readonly CellChange[]): boolean =>
  key === '' &&
  changes.every(({ column, value }) => sameScalar(cells.get(column) ?? empty, value)) &&
  [...cells].every(
    ([column, scalar]) => sameScalar(scalar, empty) || changes.some((one) => one.column === column),
  );
