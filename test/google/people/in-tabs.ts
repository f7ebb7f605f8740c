import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { batchFor } from '../access.ts';
import { changeBook } from '../sheets/change-book.ts';
import { copyBook } from '../sheets/model.ts';
import { applyRequest } from '../sheets/requests/index.ts';
import { PersonInDrive } from './in-drive.ts';

/** What a person does with the tabs of a spreadsheet, their charts and protections. */
export class PersonInTabs extends PersonInDrive {
  /** Titles of the tabs from left to right. */
  tabs(fileId: string): string[] {
    return this.world.books.get(fileId)!.tabs.map((tab) => tab.properties.title);
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

  /** Any request, done by this person. */
  request(fileId: string, make: (sheetId: number) => sheets_v4.Schema$Request, tab: string): object {
    return this.change(fileId, (batch) => {
      const found = batch.book.tabs.find((item) => item.properties.title === tab);
      if (!found) throw new Error(`no tab ${tab}`);
      return applyRequest(batch, make(found.properties.sheetId), 0);
    });
  }

  protected change<T>(fileId: string, change: (batch: ReturnType<typeof batchFor>) => T): T {
    return changeBook(this.world, this.account, fileId, change);
  }

  /** The book as it lies there, for assertions; a copy. */
  book(fileId: string): ReturnType<typeof copyBook> {
    return copyBook(this.world.books.get(fileId)!);
  }
}
