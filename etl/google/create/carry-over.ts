import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { findMarker, keyText } from '../../../shared/parse/sheet-rows.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { rectangles } from '../../drawing/rectangles.ts';
import { gridRange } from '../render/grid.ts';
import { type EntryPlace, type EntryPlaces, entryPlaces, type IsMark, planData } from './entry-places.ts';
import type { TabContent } from './read-tab.ts';

/** From where to where entered values go; 1-based cells. */
export interface Move {
  readonly from: Pick<EntryPlace, 'row' | 'column'>;
  readonly to: Pick<EntryPlace, 'row' | 'column'>;
}

export interface CarryOver {
  readonly moves: readonly Move[];
  /** True where something that people entered or added finds no place in the new tab. */
  readonly leaves: boolean;
}

/**
 * Where people could write beside entry cells: nowhere in a protected tab, between them where it is written as one block, in a
 * growing one below its headings.
 */
export type OpenPart = 'none' | 'block' | 'rows' | 'all';

/** Free rows of a register that must find room: all down to the last one that is filled. */
export function freeRows(content: TabContent): number {
  const { free } = entryPlaces(content.data);
  return free.reduce((last, line, at) => ([...line.values()].some(isFilled) ? at + 1 : last), 0);
}

const isFilled = ({ isFilled: filled }: EntryPlace): boolean => filled;

/**
 * Where the values of a tab go in its new form: by key, rows of a register in their order. Empty cells go along, so that
 * what is typed while we work is not lost. `named` are single cells without keys, by name; `isMark` knows the cells that the
 * tab was handed out with «не ведём» in.
 */
export function carryOver(
  content: TabContent,
  sheet: PlanSheet,
  named: readonly Move[],
  open: OpenPart,
  isMark?: IsMark,
): CarryOver {
  const old = entryPlaces(content.data, isMark);
  const planned = entryPlaces(planData(sheet));
  const typed = typedPlaces(sheet);
  const moves: Move[] = [...named];
  let leaves = old.repeated.some(isFilled);
  const move = (from: EntryPlace, to: EntryPlace | undefined): void => {
    // what is printed is ours, and so is a mark, which an empty cell does not take away
    if (from.isMark || (to && !typed.has(placeKey(to)))) return;
    if (to?.isMark && !from.isFilled) return;
    if (to) moves.push({ from, to });
    else if (from.isFilled) leaves = true;
  };
  for (const [key, place] of old.byKey) move(place, planned.byKey.get(key));
  const room = planned.free;
  old.free.forEach((line, at) => {
    for (const [field, place] of line) move(place, room[at]?.get(field));
  });
  return { moves, leaves: leaves || hasAdditions(content, sheet, old, named, open) };
}

const placeKey = ({ row, column }: Pick<EntryPlace, 'row' | 'column'>): string => `${row} ${column}`;

const typedPlaces = (sheet: PlanSheet): Set<string> =>
  new Set(
    sheet.rows.flatMap((row, index) =>
      row.cells.filter(({ entry }) => entry).map(({ column }) => `${index + 1} ${column}`),
    ),
  );

/**
 * Whether people added something of their own: a note, a formula in place of a value, and, where the tab was open to
 * them, texts and numbers that the plan knows nothing of.
 */
function hasAdditions(
  { data, notes }: TabContent,
  sheet: PlanSheet,
  places: EntryPlaces,
  named: readonly Move[],
  open: OpenPart,
): boolean {
  const cells = sheet.rows.flatMap((row) => row.cells);
  const ownNotes = new Set(cells.map(({ note }) => note));
  if (notes.some((note) => !ownNotes.has(note))) return true;
  const entries = new Set(
    [
      ...places.byKey.values(),
      ...places.free.flatMap((line) => [...line.values()]),
      ...named.map(({ from }) => from),
    ].map(placeKey),
  );
  const isEntry = (cell: { row: number; column: number }): boolean => entries.has(placeKey(cell));
  if (data.cells.some((cell) => cell.formula && isEntry(cell))) return true;
  if (open === 'none') return false;
  const known = new Set(cells.map(({ value, detail }) => (detail ? `${value}\n${detail}` : String(value))));
  const marker = findMarker(data, 'keys') ?? findMarker(data, 'records');
  const keyed = data.cells.filter(
    ({ column, scalar }) => column === marker?.column && scalar.type === 'text',
  );
  // labels of rows that we know may have been reworded
  const ours = new Set(keyed.map(({ row }) => row));
  if (open === 'block') {
    const isBetween = between([...places.byKey.values()]);
    return data.cells.some(
      (cell) =>
        !cell.formula &&
        isBetween(cell) &&
        !isEntry(cell) &&
        // what we print there are texts
        (cell.scalar.type === 'number' ||
          (cell.scalar.type === 'text' && !known.has(cell.scalar.value) && !ours.has(cell.row))),
    );
  }
  const top =
    open === 'all' ? 0 : Math.min(...keyed.filter((cell) => keyText(cell) === '#head').map(({ row }) => row));
  const widest = Math.max(...cells.map(({ column }) => column));
  return data.cells.some(
    (cell) =>
      !cell.formula &&
      cell.row > top &&
      (cell.scalar.type === 'text' || cell.scalar.type === 'number') &&
      !isEntry(cell) &&
      !known.has(String(cell.scalar.value)) &&
      !(ours.has(cell.row) && cell.column <= widest),
  );
}

/** Whether a cell lies within the rectangle around entry cells. */
function between(entries: readonly EntryPlace[]) {
  const rows = entries.map(({ row }) => row);
  const columns = entries.map(({ column }) => column);
  const [top, bottom, left, right] = [
    Math.min(...rows),
    Math.max(...rows),
    Math.min(...columns),
    Math.max(...columns),
  ];
  return ({ row, column }: Pick<EntryPlace, 'row' | 'column'>): boolean =>
    row >= top && row <= bottom && column >= left && column <= right;
}

/**
 * Requests that carry values and their formats from the copy of a tab: first the values, never their formulas, then the
 * formats, since only they tell 85 % from 0.85. Runs of cells that move alike go together.
 */
export function copyRequests(moves: readonly Move[], from: number, to: number): sheets_v4.Schema$Request[] {
  const cells = moves
    .map(({ from: source, to: target }) => ({
      ...target,
      key: `${source.row - target.row} ${source.column - target.column}`,
      source,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return rectangles(cells).flatMap(({ range, first }) => {
    const down = first.source.row - first.row;
    const right = first.source.column - first.column;
    const source = gridRange(from, {
      firstRow: range.firstRow + down,
      lastRow: range.lastRow + down,
      firstColumn: range.firstColumn + right,
      lastColumn: range.lastColumn + right,
    });
    const destination = gridRange(to, range);
    return ['PASTE_VALUES', 'PASTE_FORMAT'].map((pasteType) => ({
      copyPaste: { source, destination, pasteType, pasteOrientation: 'NORMAL' },
    }));
  });
}
