import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { PersonInTabs } from './people/in-tabs.ts';
import { cellAt, putCell } from './sheets/cells.ts';
import { effectiveValue } from './sheets/evaluate.ts';
import { resolveRange } from './sheets/ranges.ts';
import { applyRequest } from './sheets/requests/index.ts';
import { plain } from './sheets/shown.ts';
import { typedCell } from './sheets/typing.ts';

type Scalar = number | string | boolean | null;

/**
 * What people do in their browsers. By default it is the owner of the folder who acts; `as` names another person.
 * Refusals of Google (protection, missing roles) throw.
 */
export class People extends PersonInTabs {
  /** The same world, acted upon by somebody else. */
  as(email: string): People {
    if (!this.world.accounts.has(email))
      this.world.accounts.set(email, { email, kind: 'person', displayName: email.split('@')[0]! });
    return new People(this.world, email);
  }

  /** Types into one cell: text as at the keyboard (so «=5+7» is a formula), numbers and booleans as they are, null empties. */
  type(fileId: string, tab: string, a1: string, value: Scalar): void {
    this.typeMany(fileId, tab, { [a1]: value });
  }

  /** Types into many cells with one save. */
  typeMany(fileId: string, tab: string, cells: Record<string, Scalar>): void {
    this.change(fileId, (batch) => {
      for (const [a1, value] of Object.entries(cells)) {
        const at = resolveRange(batch.book, `'${tab.replaceAll("'", "''")}'!${a1}`);
        const locale = batch.book.properties.locale ?? 'en_US';
        const typed =
          value === null
            ? {}
            : typeof value === 'number'
              ? { userEnteredValue: { numberValue: value } }
              : typeof value === 'boolean'
                ? { userEnteredValue: { boolValue: value } }
                : typedCell(value, locale);
        const old = cellAt(at.tab, at.startRow, at.startColumn);
        const format = typed.userEnteredFormat && !old?.userEnteredFormat?.numberFormat;
        applyRequest(
          batch,
          {
            updateCells: {
              start: {
                sheetId: at.tab.properties.sheetId,
                rowIndex: at.startRow,
                columnIndex: at.startColumn,
              },
              rows: [{ values: [typed] }],
              fields: format ? 'userEnteredValue,userEnteredFormat.numberFormat' : 'userEnteredValue',
            },
          },
          0,
        );
      }
    });
  }

  /** Sets what a formula cell shows, where the server's small evaluator does not reach. */
  result(
    fileId: string,
    tab: string,
    a1: string,
    value: number | string | boolean | { error: string },
  ): void {
    const book = this.world.books.get(fileId)!;
    const at = resolveRange(book, `'${tab}'!${a1}`);
    const effective: sheets_v4.Schema$ExtendedValue =
      typeof value === 'object'
        ? { errorValue: { type: value.error, message: '' } }
        : typeof value === 'number'
          ? { numberValue: value }
          : typeof value === 'boolean'
            ? { boolValue: value }
            : { stringValue: value };
    const old = cellAt(at.tab, at.startRow, at.startColumn);
    putCell(at.tab, at.startRow, at.startColumn, { ...old, effectiveValue: effective });
  }

  /** What a person sees in a cell. */
  read(fileId: string, tab: string, a1: string): number | string | boolean | undefined {
    const book = this.world.books.get(fileId)!;
    const at = resolveRange(book, `'${tab.replaceAll("'", "''")}'!${a1}`);
    return plain(effectiveValue(book, at.tab, cellAt(at.tab, at.startRow, at.startColumn)));
  }

  /** `before` is the number of the row above which the new ones appear, as on the screen (from 1). */
  insertRows(fileId: string, tab: string, before: number, count = 1): void {
    this.dimension(fileId, tab, 'insertDimension', 'ROWS', before - 1, count);
  }

  deleteRows(fileId: string, tab: string, from: number, count = 1): void {
    this.dimension(fileId, tab, 'deleteDimension', 'ROWS', from - 1, count);
  }

  /** `before` counts columns from 1. */
  insertColumns(fileId: string, tab: string, before: number, count = 1): void {
    this.dimension(fileId, tab, 'insertDimension', 'COLUMNS', before - 1, count);
  }

  deleteColumns(fileId: string, tab: string, from: number, count = 1): void {
    this.dimension(fileId, tab, 'deleteDimension', 'COLUMNS', from - 1, count);
  }

  /** Drags rows: `to` is the row (before the move) above which they land. */
  moveRows(fileId: string, tab: string, from: number, count: number, to: number): void {
    this.request(
      fileId,
      (sheetId) => ({
        moveDimension: {
          source: { sheetId, dimension: 'ROWS', startIndex: from - 1, endIndex: from - 1 + count },
          destinationIndex: to - 1,
        },
      }),
      tab,
    );
  }

  private dimension(
    fileId: string,
    tab: string,
    kind: 'insertDimension' | 'deleteDimension',
    dimension: 'ROWS' | 'COLUMNS',
    startIndex: number,
    count: number,
  ): void {
    this.request(
      fileId,
      (sheetId) => ({ [kind]: { range: { sheetId, dimension, startIndex, endIndex: startIndex + count } } }),
      tab,
    );
  }
}
