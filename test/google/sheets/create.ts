import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../errors.ts';
import type { Book } from './model.ts';
import { newTab, renumber } from './model.ts';
import type { Batch } from './requests/batch.ts';
import { applyRequest } from './requests/index.ts';

/** A new spreadsheet: one empty tab of id 0. */
export function newBook(id: string, properties: sheets_v4.Schema$SpreadsheetProperties): Book {
  const book: Book = {
    id,
    properties: {
      locale: 'en_US',
      autoRecalc: 'ON_CHANGE',
      timeZone: 'Etc/GMT',
      defaultFormat: {
        padding: { top: 2, right: 3, bottom: 2, left: 3 },
        verticalAlignment: 'BOTTOM',
        wrapStrategy: 'OVERFLOW_CELL',
      },
      ...properties,
    },
    tabs: [newTab({ sheetId: 0, title: 'Sheet1' })],
    namedRanges: [],
    metadata: [],
    nextId: 1_000_001,
  };
  renumber(book);
  return book;
}

/** Fills a new book from the body of spreadsheets.create: properties, tabs with data, names, metadata. */
export function fillBook(batch: Batch, body: sheets_v4.Schema$Spreadsheet): void {
  const { book } = batch;
  if (body.sheets?.length) {
    book.tabs = [];
    body.sheets.forEach((sheet, i) => {
      const reply = applyRequest(
        batch,
        { addSheet: { properties: { ...sheet.properties, index: null } } },
        i,
      ) as {
        addSheet: { properties: { sheetId: number } };
      };
      const { sheetId } = reply.addSheet.properties;
      const requests: sheets_v4.Schema$Request[] = [
        ...(sheet.data ?? []).map((data) => ({
          updateCells: {
            start: { sheetId, rowIndex: data.startRow ?? 0, columnIndex: data.startColumn ?? 0 },
            rows: data.rowData ?? [],
            fields: '*',
          },
        })),
        ...(sheet.merges ?? []).map((range) => ({ mergeCells: { range } })),
        ...(sheet.protectedRanges ?? []).map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
        ...(sheet.charts ?? []).map((chart) => ({ addChart: { chart } })),
        ...(sheet.developerMetadata ?? []).map((item) => ({
          createDeveloperMetadata: { developerMetadata: { ...item, location: { sheetId } } },
        })),
      ];
      for (const [n, request] of requests.entries()) applyRequest(batch, request, n);
    });
    if (book.tabs.every((tab) => tab.properties.hidden))
      throw badRequest("You can't hide all the sheets in a document.");
  }
  for (const namedRange of body.namedRanges ?? []) applyRequest(batch, { addNamedRange: { namedRange } }, 0);
  for (const item of body.developerMetadata ?? [])
    applyRequest(
      batch,
      { createDeveloperMetadata: { developerMetadata: { ...item, location: { spreadsheet: true } } } },
      0,
    );
}
