import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { idOf } from '../../../shared/live-state/tab-id.ts';
import { type TabMark, tabMark, tabMarks } from '../../../shared/live-state/tab-mark.ts';
import { markRequest } from '../mark-request.ts';
import type { RenderedTab } from '../render/rendered-tab.ts';
import { copyRequests, type Move } from './carry-over.ts';
import type { BookState, TabState } from './read-state.ts';

type Request = sheets_v4.Schema$Request;

/** Adds the empty tab. */
export const addTab = ({ properties }: RenderedTab, title: string, index: number): Request => ({
  addSheet: { properties: { ...properties, title, index } },
});

/** Fills an empty tab and marks it. */
export const fillTab = (tab: RenderedTab, mark: TabMark): Request[] => [
  ...tab.requests,
  setMark(tab.sheetId, mark),
];

/** What people entered into a tab, and where it goes. */
export interface Carried {
  readonly moves: readonly Move[];
  /** Kept as a hidden tab of this name, since something finds no place. */
  readonly keepAs?: string;
  /** Column and rows of the hidden keys, which a kept copy must not have. */
  readonly keys: { readonly column?: number; readonly rows: readonly number[] };
}

/**
 * Writes a tab anew in its place: its id and its name stay, so do formulas that people point at it. What was entered is
 * carried over within Google from a copy, by the state of the very moment; `undefined` where nothing can have been.
 */
export function rewriteTab(
  tab: RenderedTab,
  mark: TabMark,
  old: TabState,
  state: BookState,
  carried: Carried | undefined,
): Request[] {
  const { sheetId } = tab;
  const copyId = copyIdOf(mark, state);
  const before: Request[] = carried
    ? [
        {
          duplicateSheet: {
            sourceSheetId: sheetId,
            newSheetId: copyId,
            insertSheetIndex: state.tabs.size,
            newSheetName: carried.keepAs ?? `msoko ${copyId}`,
          },
        },
      ]
    : [];
  return [
    ...before,
    ...clearTab(tab, old, state),
    ...tab.requests.slice(0, tab.ready),
    ...(carried ? [...copyRequests(carried.moves, copyId, sheetId), ...tab.entryLooks] : []),
    ...tab.requests.slice(tab.ready),
    setMark(sheetId, mark, old.mark?.metadataId),
    ...(carried ? settleCopy(copyId, mark, carried) : []),
  ];
}

/** Free in this spreadsheet, and the same when the request is repeated. */
function copyIdOf({ key, hash }: TabMark, { tabs }: BookState): number {
  for (let at = 1; ; at++) {
    const id = idOf(`former/${key}/${hash}/${at}`);
    if (!tabs.has(id)) return id;
  }
}

/** Everything of ours goes, and everything in the cells; size and frozen part become those of the plan. */
function clearTab({ sheetId, properties }: RenderedTab, old: TabState, state: BookState): Request[] {
  const { rowCount = 1, columnCount = 1 } = properties.gridProperties ?? {};
  const all = (dimension: string): Request => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: 0 },
      properties: { hiddenByUser: false },
      fields: 'hiddenByUser',
    },
  });
  const frame = (gridProperties: sheets_v4.Schema$GridProperties, fields: string): Request => ({
    updateSheetProperties: { properties: { sheetId, gridProperties }, fields },
  });
  const { frozenRowCount = 0, frozenColumnCount = 0 } = properties.gridProperties ?? {};
  return [
    ...old.protectedRanges.map((protectedRangeId) => ({ deleteProtectedRange: { protectedRangeId } })),
    ...(old.hasFilter ? [{ clearBasicFilter: { sheetId } }] : []),
    ...Array.from({ length: old.conditions }, () => ({ deleteConditionalFormatRule: { sheetId, index: 0 } })),
    ...state.names
      .filter(({ name, range }) => name?.startsWith('msoko_') && range?.sheetId === sheetId)
      .map(({ namedRangeId }) => ({ deleteNamedRange: { namedRangeId: namedRangeId! } })),
    frame(
      { frozenRowCount: 0, frozenColumnCount: 0 },
      'gridProperties.frozenRowCount,gridProperties.frozenColumnCount',
    ),
    { unmergeCells: { range: { sheetId } } },
    { updateCells: { range: { sheetId }, fields: '*' } },
    // never smaller: a chart that somebody put there needs its place
    frame(
      {
        rowCount: Math.max(rowCount!, old.rowCount),
        columnCount: Math.max(columnCount!, old.columnCount),
        hideGridlines: true,
      },
      'gridProperties.rowCount,gridProperties.columnCount,gridProperties.hideGridlines',
    ),
    all('ROWS'),
    all('COLUMNS'),
    frame(
      { frozenRowCount, frozenColumnCount },
      'gridProperties.frozenRowCount,gridProperties.frozenColumnCount',
    ),
  ];
}

const setMark = (sheetId: number, mark: TabMark, metadataId?: number): Request =>
  markRequest(sheetId, tabMark(mark), metadataId, { metadataKey: tabMarks.entry });

/** The copy goes, or stays hidden and without keys, so that nobody reads it as a second form. */
function settleCopy(copyId: number, mark: TabMark, { keepAs, keys }: Carried): Request[] {
  if (keepAs === undefined) return [{ deleteSheet: { sheetId: copyId } }];
  const clear = (range: sheets_v4.Schema$GridRange): Request => ({
    updateCells: { range: { sheetId: copyId, ...range }, fields: 'userEnteredValue' },
  });
  return [
    ...(keys.column === undefined
      ? []
      : [clear({ startColumnIndex: keys.column - 1, endColumnIndex: keys.column })]),
    ...keys.rows.map((row) => clear({ startRowIndex: row - 1, endRowIndex: row })),
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: tabMarks.former,
          metadataValue: mark.key,
          visibility: 'DOCUMENT',
          location: { sheetId: copyId },
        },
      },
    },
    {
      updateSheetProperties: { properties: { sheetId: copyId, hidden: true }, fields: 'hidden' },
    },
  ];
}
