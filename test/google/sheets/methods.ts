import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { batchFor, openBook } from '../access.ts';
import { type Call, idIn, list, type Methods, maskOf } from '../call.ts';
import { flag, one } from '../drive/access.ts';
import { createFile } from '../drive/files.ts';
import { SPREADSHEET } from '../drive/model.ts';
import { ApiError, badRequest } from '../errors.ts';
import { changeBook } from './change-book.ts';
import { fillBook, newBook } from './create.ts';
import { asksForCells, spreadsheet } from './get.ts';
import type { Batch } from './requests/batch.ts';
import { applyRequest } from './requests/index.ts';
import { matching } from './requests/metadata.ts';
import { clearValues, readValues, writeValues } from './values.ts';

/** Methods of Sheets v4. */
export const sheetsMethods: Methods = {
  'sheets.spreadsheets.create'(call) {
    const body = (call.body ?? {}) as sheets_v4.Schema$Spreadsheet;
    if (call.world.accounts.get(call.account)?.kind === 'service')
      // what Google answers to service accounts without space of their own
      throw new ApiError(403, 'The caller does not have permission');
    const bookId = call.world.freshId('file');
    const book = newBook(bookId, { title: 'Untitled spreadsheet', ...body.properties });
    const batch: Batch = { ...batchFor(call.world, call.account, book), isOwner: true };
    fillBook(batch, body);
    const file = createFile(
      call.world,
      call.account,
      {},
      { mimeType: SPREADSHEET, name: book.properties.title! },
    );
    const filed = { ...book, id: file.id };
    call.world.books.set(file.id, filed);
    return spreadsheet({ ...batch, book: filed }, { ranges: [], cells: false });
  },

  'sheets.spreadsheets.get'(call) {
    const book = openBook(call.world, call.account, idIn(call, 'spreadsheetId'), 'reader');
    const mask = maskOf(call);
    return spreadsheet(batchFor(call.world, call.account, book), {
      ranges: list(call.params.ranges),
      cells: mask
        ? asksForCells(mask) || ('*' in mask && flag(call.params, 'includeGridData'))
        : flag(call.params, 'includeGridData'),
      mask,
    });
  },

  'sheets.spreadsheets.batchUpdate'(call) {
    const body = (call.body ?? {}) as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
    if (!body.requests?.length) throw badRequest('Must specify at least one request.');
    const spreadsheetId = idIn(call, 'spreadsheetId');
    return changeBook(call.world, call.account, spreadsheetId, (batch) => {
      const replies = body.requests!.map((request, index) => applyRequest(batch, request, index));
      const updatedSpreadsheet = body.includeSpreadsheetInResponse
        ? spreadsheet(batch, {
            ranges: body.responseRanges ?? [],
            cells: body.responseIncludeGridData ?? false,
          })
        : undefined;
      return structuredClone({
        spreadsheetId,
        replies,
        ...(updatedSpreadsheet ? { updatedSpreadsheet } : {}),
      });
    });
  },

  'sheets.spreadsheets.values.get'(call) {
    const book = openBook(call.world, call.account, idIn(call, 'spreadsheetId'), 'reader');
    return readValues(book, idIn(call, 'range'), readOptions(call));
  },

  'sheets.spreadsheets.values.batchGet'(call) {
    const book = openBook(call.world, call.account, idIn(call, 'spreadsheetId'), 'reader');
    const valueRanges = list(call.params.ranges).map((range) => readValues(book, range, readOptions(call)));
    return { spreadsheetId: book.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
  },

  'sheets.spreadsheets.values.update'(call) {
    const body = (call.body ?? {}) as sheets_v4.Schema$ValueRange;
    const range = idIn(call, 'range');
    if (body.range && body.range.replaceAll("'", '') !== range.replaceAll("'", ''))
      throw badRequest(`Requested range [${range}] does not match value range [${body.range}]`);
    const option = inputOption(one(call.params, 'valueInputOption'));
    return changeBook(call.world, call.account, idIn(call, 'spreadsheetId'), (batch) =>
      writeValues(batch, { ...body, range }, option),
    );
  },

  'sheets.spreadsheets.values.batchUpdate'(call) {
    const body = (call.body ?? {}) as sheets_v4.Schema$BatchUpdateValuesRequest;
    const option = inputOption(body.valueInputOption);
    const spreadsheetId = idIn(call, 'spreadsheetId');
    const responses = changeBook(call.world, call.account, spreadsheetId, (batch) =>
      (body.data ?? []).map((range) => writeValues(batch, range, option)),
    );
    const sum = (key: 'updatedRows' | 'updatedColumns' | 'updatedCells'): number =>
      responses.reduce((total, item) => total + (item[key] ?? 0), 0);
    return {
      spreadsheetId,
      totalUpdatedRows: sum('updatedRows'),
      totalUpdatedColumns: sum('updatedColumns'),
      totalUpdatedCells: sum('updatedCells'),
      totalUpdatedSheets: new Set(responses.map(({ updatedRange }) => updatedRange?.split('!')[0])).size,
      responses,
    };
  },

  'sheets.spreadsheets.values.clear'(call) {
    const spreadsheetId = idIn(call, 'spreadsheetId');
    const clearedRange = changeBook(call.world, call.account, spreadsheetId, (batch) =>
      clearValues(batch, idIn(call, 'range')),
    );
    return { spreadsheetId, clearedRange };
  },

  'sheets.spreadsheets.values.batchClear'(call) {
    const spreadsheetId = idIn(call, 'spreadsheetId');
    const { ranges } = (call.body ?? {}) as sheets_v4.Schema$BatchClearValuesRequest;
    const clearedRanges = changeBook(call.world, call.account, spreadsheetId, (batch) =>
      (ranges ?? []).map((range) => clearValues(batch, range)),
    );
    return { spreadsheetId, clearedRanges };
  },

  'sheets.spreadsheets.developerMetadata.search'(call) {
    const book = openBook(call.world, call.account, idIn(call, 'spreadsheetId'), 'reader');
    const { dataFilters } = (call.body ?? {}) as sheets_v4.Schema$SearchDeveloperMetadataRequest;
    const hits = matching({ book }, dataFilters ?? []);
    return hits.length === 0
      ? {}
      : { matchedDeveloperMetadata: hits.map((developerMetadata) => ({ developerMetadata, dataFilters })) };
  },
};

const readOptions = (call: Call) => ({
  ...optional('majorDimension', one(call.params, 'majorDimension')),
  ...optional('valueRenderOption', one(call.params, 'valueRenderOption')),
  ...optional('dateTimeRenderOption', one(call.params, 'dateTimeRenderOption')),
});

const optional = (name: string, value: string | undefined): object =>
  value === undefined ? {} : { [name]: value };

function inputOption(option: string | null | undefined): string {
  if (option === 'RAW' || option === 'USER_ENTERED') return option;
  throw badRequest("'valueInputOption' is required but not specified");
}
