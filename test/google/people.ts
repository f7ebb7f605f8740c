import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { batchFor } from './access.ts';
import { below } from './drive/access.ts';
import { copyFile, createFile, touch, updateFile } from './drive/files.ts';
import { FOLDER, SPREADSHEET } from './drive/model.ts';
import { changeBook } from './methods.ts';
import { cellAt, putCell } from './sheets/cells.ts';
import { effectiveValue } from './sheets/evaluate.ts';
import { copyBook } from './sheets/model.ts';
import { resolveRange } from './sheets/ranges.ts';
import { applyRequest } from './sheets/requests/index.ts';
import { plain } from './sheets/shown.ts';
import { typedCell } from './sheets/typing.ts';
import type { World } from './world.ts';

type Scalar = number | string | boolean | null;

/**
 * What people do in their browsers. By default it is the owner of the folder who acts; `as` names another person.
 * Refusals of Google (protection, missing roles) throw.
 */
export class People {
  private readonly world: World;
  private readonly account: string;

  constructor(world: World, account: string) {
    this.world = world;
    this.account = account;
  }

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

  /** Titles of the tabs from left to right. */
  tabs(fileId: string): string[] {
    return this.world.books.get(fileId)!.tabs.map((tab) => tab.properties.title);
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

  /** `index` counts from 0. */
  moveTab(fileId: string, tab: string, index: number): void {
    const old = this.tabs(fileId).indexOf(tab);
    this.request(
      fileId,
      (sheetId) => ({
        updateSheetProperties: {
          properties: { sheetId, index: index > old ? index + 1 : index },
          fields: 'index',
        },
      }),
      tab,
    );
  }

  renameTab(fileId: string, tab: string, title: string): void {
    this.request(
      fileId,
      (sheetId) => ({
        updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
      }),
      tab,
    );
  }

  hideTab(fileId: string, tab: string): void {
    this.request(
      fileId,
      (sheetId) => ({
        updateSheetProperties: { properties: { sheetId, hidden: true }, fields: 'hidden' },
      }),
      tab,
    );
  }

  deleteTab(fileId: string, tab: string): void {
    this.request(fileId, (sheetId) => ({ deleteSheet: { sheetId } }), tab);
  }

  duplicateTab(fileId: string, tab: string, title: string): void {
    this.request(
      fileId,
      (sheetId) => ({
        duplicateSheet: { sourceSheetId: sheetId, newSheetName: title },
      }),
      tab,
    );
  }

  /** Answers the id of the new tab. */
  addTab(fileId: string, title: string, index?: number): number {
    const reply = this.change(fileId, (batch) =>
      applyRequest(
        batch,
        { addSheet: { properties: { title, ...(index === undefined ? {} : { index }) } } },
        0,
      ),
    ) as { addSheet: { properties: { sheetId: number } } };
    return reply.addSheet.properties.sheetId;
  }

  /** Draws a column chart over the first two columns; answers its id. */
  addChart(fileId: string, tab: string, title = 'Мой график'): number {
    const reply = this.request(
      fileId,
      (sheetId) => {
        const source = (column: number) => ({
          sourceRange: {
            sources: [
              {
                sheetId,
                startRowIndex: 0,
                endRowIndex: 5,
                startColumnIndex: column,
                endColumnIndex: column + 1,
              },
            ],
          },
        });
        return {
          addChart: {
            chart: {
              spec: {
                title,
                basicChart: {
                  chartType: 'COLUMN',
                  domains: [{ domain: source(0) }],
                  series: [{ series: source(1), targetAxis: 'LEFT_AXIS' }],
                },
              },
              position: { overlayPosition: { anchorCell: { sheetId, rowIndex: 6, columnIndex: 1 } } },
            },
          },
        };
      },
      tab,
    ) as { addChart: { chart: { chartId: number } } };
    return reply.addChart.chart.chartId;
  }

  /** Takes every protection off a tab, as an owner or an editor of it may. */
  removeProtection(fileId: string, tab: string): void {
    this.change(fileId, (batch) => {
      const found = batch.book.tabs.find((item) => item.properties.title === tab)!;
      for (const { protectedRangeId } of [...found.protectedRanges])
        applyRequest(batch, { deleteProtectedRange: { protectedRangeId } }, 0);
    });
  }

  rename(fileId: string, name: string): void {
    updateFile(this.world, this.account, { supportsAllDrives: 'true' }, fileId, { name });
  }

  trash(fileId: string): void {
    this.setTrashed(fileId, true);
  }

  restore(fileId: string): void {
    this.setTrashed(fileId, false);
  }

  private setTrashed(fileId: string, trashed: boolean): void {
    updateFile(this.world, this.account, { supportsAllDrives: 'true' }, fileId, { trashed });
  }

  /** Moves a file into another folder. */
  move(fileId: string, folderId: string): void {
    const file = this.world.files.get(fileId)!;
    const params = { supportsAllDrives: 'true', addParents: folderId, removeParents: file.parents.join(',') };
    updateFile(this.world, this.account, params, fileId, {});
  }

  copy(fileId: string, name: string, folderId?: string): string {
    const parents = folderId === undefined ? {} : { parents: [folderId] };
    return copyFile(this.world, this.account, { supportsAllDrives: 'true' }, fileId, { name, ...parents }).id;
  }

  /** A file that Drive only keeps. */
  newFile(name: string, parent: string, mimeType: string): string {
    const params = { supportsAllDrives: 'true' };
    return createFile(this.world, this.account, params, { name, mimeType, parents: [parent] }).id;
  }

  newFolder(name: string, parent: string): string {
    const params = { supportsAllDrives: 'true' };
    return createFile(this.world, this.account, params, { name, mimeType: FOLDER, parents: [parent] }).id;
  }

  /** A spreadsheet of the person's own making. */
  newBook(name: string, folderId: string): string {
    return createFile(
      this.world,
      this.account,
      { supportsAllDrives: 'true' },
      {
        name,
        mimeType: SPREADSHEET,
        parents: [folderId],
      },
    ).id;
  }

  share(fileId: string, email: string, role: string): void {
    const file = this.world.files.get(fileId)!;
    const before = this.world.viewersOf(fileId);
    const id = this.world.permissionIdOf(email);
    file.permissions = file.permissions.filter((item) => item.id !== id);
    file.permissions.push({ id, type: 'user', role, emailAddress: email });
    this.spread(fileId, before);
  }

  /**
   * Takes a file from an account (default: from the service account), wherever the right came from: an inherited one
   * is taken by moving the file into a folder of the person's own.
   */
  unshare(fileId: string, email?: string): void {
    const target = email ?? [...this.world.accounts.values()].find(({ kind }) => kind === 'service')!.email;
    const file = this.world.files.get(fileId)!;
    const before = this.world.viewersOf(fileId);
    const id = this.world.permissionIdOf(target);
    file.permissions = file.permissions.filter((item) => item.id !== id);
    if (this.world.roleOf(target, file) !== undefined) {
      file.parents = [`root-${this.world.permissionIdOf(this.account)}`];
      file.driveId = undefined;
      file.owner = this.account;
      const owner = this.world.permissionIdOf(this.account);
      file.permissions = file.permissions.filter((item) => item.id !== owner);
      file.permissions.push({ id: owner, type: 'user', role: 'owner', emailAddress: this.account });
    }
    this.spread(fileId, before);
  }

  private spread(fileId: string, before: string[]): void {
    this.world.changed(fileId, before);
    for (const child of below(this.world, fileId)) this.world.changed(child.id, before);
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

  /** Any request, done by this person. */
  request(fileId: string, make: (sheetId: number) => sheets_v4.Schema$Request, tab: string): object {
    return this.change(fileId, (batch) => {
      const found = batch.book.tabs.find((item) => item.properties.title === tab);
      if (!found) throw new Error(`no tab ${tab}`);
      return applyRequest(batch, make(found.properties.sheetId), 0);
    });
  }

  private change<T>(fileId: string, change: (batch: ReturnType<typeof batchFor>) => T): T {
    return changeBook(this.world, this.account, fileId, change);
  }

  /** The book as it lies there, for assertions; a copy. */
  book(fileId: string): ReturnType<typeof copyBook> {
    return copyBook(this.world.books.get(fileId)!);
  }

  /** Notes a change of a file that no cell shows (opening with an add-on, for instance). */
  touch(fileId: string): void {
    touch(this.world, this.world.files.get(fileId)!, this.account);
  }
}
