import { isWithin } from '../../../shared/form-view/is-within.ts';
import { isGrey } from '../../../shared/parse/blocked-cells.ts';
import { faultyMerges } from '../../../shared/parse/faulty-merges.ts';
import { keyedCells } from '../../../shared/parse/keyed-cells.ts';
import type { CellScalar, SheetData } from '../../../shared/parse/workbook.ts';
import { keyOfLine, recordCells } from '../../../shared/record/record-cells.ts';
import type { KeyKind } from '../../calls/form.ts';
import { isPlainText } from '../sheet/literal.ts';
import { tabData } from '../sheet/read-tab.ts';
import { tabById } from '../sheet/tab-by-id.ts';
import { handedIn } from './handed-in.ts';
import { type Contents, type KeptCells, keptCells, type Place } from './kept-cells.ts';

/** An entry cell as it stands at this moment. */
export interface TargetCell extends Place {
  readonly scalar: CellScalar;
  /** Merged with other entry cells. */
  readonly isMerged?: boolean;
  /** Marked «не ведём» by the system, since its organisation does not owe it. */
  readonly isGrey?: boolean;
}

/** A tab about to be written: its entry cells by their keys, wherever they were moved. */
export interface Target extends KeptCells {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** More than one where somebody copied a row. */
  find(rowKey: string, columnKey: string): readonly TargetCell[];
  /** Whether a cell is one that people fill in. */
  isEntry(cell: Place): boolean;
  /** Handed in with the report and locked. */
  isHandedIn(cell: Place): boolean;
}

/**
 * Reads a tab before it is written: values and formulas, two reads, and where its cells are merged. Undefined where the tab
 * is gone.
 */
export function readForSaving(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  tab: number,
  kind: KeyKind,
): Target | undefined {
  const sheet = tabById(spreadsheet, tab);
  if (!sheet) return undefined;
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const range = sheet.getDataRange();
  const merges = range.getMergedRanges();
  const formulas = range.getFormulas();
  // last, so that what is compared and written is as fresh as may be
  const values = range.getValues();
  // formulas go apart: one whose result is an empty text is no cell of a tab
  const cells = cellsOf(kind, tabData(sheet, zone, { values, merges }));
  const entries = new Set(cells.flatMap(([, cell]) => (cell.isGrey ? [] : [placeKey(cell)])));
  return {
    find: byKeys(cells),
    isEntry: (cell) => entries.has(placeKey(cell)),
    // people write whole sentences into a register, with links in them, which a text alone would lose
    ...standing(sheet, spreadsheet, {
      values,
      formulas,
      keepsText: kind === 'keys' ? () => true : isPlainText,
    }),
  };
}

/** What stands in the cells of a tab besides values, and what may be written again as it is. */
export function standing(
  sheet: Target['sheet'],
  spreadsheet: Target['spreadsheet'],
  contents: Contents,
): Pick<Target, 'sheet' | 'spreadsheet' | 'isFormula' | 'isHandedIn' | 'kept'> {
  const locked = handedIn(sheet);
  return {
    sheet,
    spreadsheet,
    isHandedIn: (cell) => isWithin(cell, locked),
    ...keptCells(spreadsheet, contents),
  };
}

type Find = Target['find'];

/** Entry cells of a tab by their keys. */
export const cellsByKey = (kind: KeyKind, data: SheetData): Find => byKeys(cellsOf(kind, data));

function byKeys(cells: readonly (readonly [string, TargetCell])[]): Find {
  const found = new Map<string, TargetCell[]>();
  for (const [key, cell] of cells) {
    const known = found.get(key);
    if (known) known.push(cell);
    else found.set(key, [cell]);
  }
  return (rowKey, columnKey) => found.get(keyOf(rowKey, columnKey)) ?? [];
}

const placeKey = ({ row, column }: Place): string => `${row} ${column}`;
const keyOf = (row: string, column: string): string => `${row}\n${column}`;

function cellsOf(kind: KeyKind, data: SheetData): [string, TargetCell][] {
  if (kind === 'keys') {
    const { cells } = keyedCells(data);
    const merged = faultyMerges(data, cells);
    return cells.map((cell) => {
      const { rowKey, columnKey, row, column, scalar, merge } = cell;
      const isMerged = merge !== undefined && merged.has(merge);
      return [keyOf(rowKey, columnKey), { row, column, scalar, isMerged, isGrey: isGrey(cell) }];
    });
  }
  return recordCells(data).lines.flatMap((line) =>
    line.key === ''
      ? []
      : line.cells.map(({ field, row, column, scalar, merge }): [string, TargetCell] => [
          keyOf(keyOfLine(line), field),
          { row, column, scalar, isMerged: merge !== undefined, isGrey: false },
        ]),
  );
}
