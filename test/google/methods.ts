import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { batchFor, openBook } from './access.ts';
import { flag, one, type Params, visibleFile } from './drive/access.ts';
import { listChanges, startPageToken } from './drive/changes.ts';
import {
  copyFile,
  createFile,
  deleteFile,
  type FileBody,
  listFiles,
  touch,
  updateFile,
} from './drive/files.ts';
import { SPREADSHEET } from './drive/model.ts';
import {
  createPermission,
  deletePermission,
  getPermission,
  listPermissions,
  type PermissionBody,
  updatePermission,
} from './drive/permissions.ts';
import { DEFAULT_FILE, DEFAULT_PERMISSION, fileShape } from './drive/shape.ts';
import { ApiError, badRequest } from './errors.ts';
import { type Mask, parseMask, project } from './mask.ts';
import { fillBook, newBook } from './sheets/create.ts';
import { asksForCells, spreadsheet } from './sheets/get.ts';
import { copyBook } from './sheets/model.ts';
import type { Batch } from './sheets/requests/batch.ts';
import { applyRequest } from './sheets/requests/index.ts';
import { matching } from './sheets/requests/metadata.ts';
import { clearValues, readValues, writeValues } from './sheets/values.ts';
import type { World } from './world.ts';

/** One call: who, with which parameters and body. */
export interface Call {
  readonly world: World;
  readonly account: string;
  readonly params: Params;
  readonly body: unknown;
  readonly content?: Buffer;
}

const list = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const maskOf = (call: Call, fallback?: string): Mask | undefined => {
  const text = one(call.params, 'fields') ?? fallback;
  return text === undefined ? undefined : parseMask(text);
};

/** Runs a change on a copy of the book and keeps it only when all of it went well. */
export function changeBook<T>(world: World, account: string, id: string, change: (batch: Batch) => T): T {
  const book = copyBook(openBook(world, account, id, 'writer'));
  const result = change(batchFor(world, account, book));
  world.books.set(id, book);
  const file = world.files.get(id)!;
  if (book.properties.title) file.name = book.properties.title;
  touch(world, file, account);
  return result;
}

const id = (call: Call, name: string): string => one(call.params, name)!;

const methods: Record<string, (call: Call) => unknown> = {
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
    const book = openBook(call.world, call.account, id(call, 'spreadsheetId'), 'reader');
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
    const spreadsheetId = id(call, 'spreadsheetId');
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
    const book = openBook(call.world, call.account, id(call, 'spreadsheetId'), 'reader');
    return readValues(book, id(call, 'range'), readOptions(call));
  },

  'sheets.spreadsheets.values.batchGet'(call) {
    const book = openBook(call.world, call.account, id(call, 'spreadsheetId'), 'reader');
    const valueRanges = list(call.params.ranges).map((range) => readValues(book, range, readOptions(call)));
    return { spreadsheetId: book.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
  },

  'sheets.spreadsheets.values.update'(call) {
    const body = (call.body ?? {}) as sheets_v4.Schema$ValueRange;
    const range = id(call, 'range');
    if (body.range && body.range.replaceAll("'", '') !== range.replaceAll("'", ''))
      throw badRequest(`Requested range [${range}] does not match value range [${body.range}]`);
    const option = inputOption(one(call.params, 'valueInputOption'));
    return changeBook(call.world, call.account, id(call, 'spreadsheetId'), (batch) =>
      writeValues(batch, { ...body, range }, option),
    );
  },

  'sheets.spreadsheets.values.batchUpdate'(call) {
    const body = (call.body ?? {}) as sheets_v4.Schema$BatchUpdateValuesRequest;
    const option = inputOption(body.valueInputOption);
    const spreadsheetId = id(call, 'spreadsheetId');
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
    const spreadsheetId = id(call, 'spreadsheetId');
    const clearedRange = changeBook(call.world, call.account, spreadsheetId, (batch) =>
      clearValues(batch, id(call, 'range')),
    );
    return { spreadsheetId, clearedRange };
  },

  'sheets.spreadsheets.values.batchClear'(call) {
    const spreadsheetId = id(call, 'spreadsheetId');
    const { ranges } = (call.body ?? {}) as sheets_v4.Schema$BatchClearValuesRequest;
    const clearedRanges = changeBook(call.world, call.account, spreadsheetId, (batch) =>
      (ranges ?? []).map((range) => clearValues(batch, range)),
    );
    return { spreadsheetId, clearedRanges };
  },

  'sheets.spreadsheets.developerMetadata.search'(call) {
    const book = openBook(call.world, call.account, id(call, 'spreadsheetId'), 'reader');
    const { dataFilters } = (call.body ?? {}) as sheets_v4.Schema$SearchDeveloperMetadataRequest;
    const hits = matching({ book }, dataFilters ?? []);
    return hits.length === 0
      ? {}
      : { matchedDeveloperMetadata: hits.map((developerMetadata) => ({ developerMetadata, dataFilters })) };
  },

  'drive.about.get'(call) {
    if (one(call.params, 'fields') === undefined)
      throw new ApiError(400, "The 'fields' parameter is required for this method.", { reason: 'required' });
    const account = call.world.accounts.get(call.account)!;
    return {
      kind: 'drive#about',
      user: {
        kind: 'drive#user',
        displayName: account.displayName,
        me: true,
        permissionId: call.world.permissionIdOf(account.email),
        emailAddress: account.email,
      },
      storageQuota:
        account.kind === 'service'
          ? { limit: '0', usage: '0', usageInDrive: '0', usageInDriveTrash: '0' }
          : { limit: '16106127360', usage: '1024', usageInDrive: '1024', usageInDriveTrash: '0' },
    };
  },

  'drive.changes.getStartPageToken': ({ world }) => startPageToken(world),
  'drive.changes.list': ({ world, account, params }) => listChanges(world, account, params),

  'drive.drives.list'({ world, account }) {
    const drives = [...world.drives.values()].filter(({ permissions }) =>
      permissions.some((item) => world.applies(item, account)),
    );
    return {
      kind: 'drive#driveList',
      drives: drives.map((drive) => ({ kind: 'drive#drive', id: drive.id, name: drive.name })),
    };
  },

  'drive.drives.get'(call) {
    const drive = call.world.drives.get(id(call, 'driveId'));
    const member = drive?.permissions.find((item) => call.world.applies(item, call.account));
    if (!drive || !member) throw new ApiError(404, `Shared drive not found: ${id(call, 'driveId')}`);
    return {
      kind: 'drive#drive',
      id: drive.id,
      name: drive.name,
      capabilities: { canAddChildren: member.role !== 'reader' && member.role !== 'commenter' },
    };
  },

  'drive.files.generateIds'(call) {
    const count = Number(one(call.params, 'count') ?? 10);
    return {
      kind: 'drive#generatedIds',
      space: 'drive',
      ids: Array.from({ length: count }, () => call.world.freshId('generated')),
    };
  },

  'drive.files.list': ({ world, account, params }) => listFiles(world, account, params),

  'drive.files.get'({ world, account, params }) {
    const drive = world.drives.get(one(params, 'fileId')!);
    if (
      drive &&
      flag(params, 'supportsAllDrives') &&
      drive.permissions.some((item) => world.applies(item, account))
    )
      return {
        kind: 'drive#file',
        id: drive.id,
        name: drive.name,
        mimeType: 'application/vnd.google-apps.folder',
        driveId: drive.id,
        trashed: false,
        capabilities: { canAddChildren: true },
      };
    return fileShape(world, account, visibleFile(world, account, params, one(params, 'fileId')!));
  },

  'drive.files.create': ({ world, account, params, body, content }) =>
    fileShape(world, account, createFile(world, account, params, (body ?? {}) as FileBody, content)),

  'drive.files.update': ({ world, account, params, body }) =>
    fileShape(
      world,
      account,
      updateFile(world, account, params, one(params, 'fileId')!, (body ?? {}) as FileBody),
    ),

  'drive.files.copy': ({ world, account, params, body }) =>
    fileShape(
      world,
      account,
      copyFile(world, account, params, one(params, 'fileId')!, (body ?? {}) as FileBody),
    ),

  'drive.files.delete'({ world, account, params }) {
    deleteFile(world, account, params, one(params, 'fileId')!);
  },

  'drive.permissions.list': ({ world, account, params }) =>
    listPermissions(world, account, params, one(params, 'fileId')!),

  'drive.permissions.get': ({ world, account, params }) =>
    getPermission(world, account, params, one(params, 'fileId')!, one(params, 'permissionId')!),

  'drive.permissions.create': ({ world, account, params, body }) =>
    createPermission(world, account, params, one(params, 'fileId')!, (body ?? {}) as PermissionBody),

  'drive.permissions.update': ({ world, account, params, body }) =>
    updatePermission(
      world,
      account,
      params,
      one(params, 'fileId')!,
      one(params, 'permissionId')!,
      (body ?? {}) as PermissionBody,
    ),

  'drive.permissions.delete'({ world, account, params }) {
    deletePermission(world, account, params, one(params, 'fileId')!, one(params, 'permissionId')!);
  },
};

/** What Drive answers when the call names no fields. */
const DEFAULT_FIELDS: Record<string, string> = {
  'drive.files.get': DEFAULT_FILE,
  'drive.files.create': DEFAULT_FILE,
  'drive.files.update': DEFAULT_FILE,
  'drive.files.copy': DEFAULT_FILE,
  'drive.files.list': `kind,incompleteSearch,nextPageToken,files(${DEFAULT_FILE})`,
  'drive.changes.list': `kind,nextPageToken,newStartPageToken,changes(kind,type,changeType,time,removed,fileId,file(${DEFAULT_FILE}))`,
  'drive.permissions.list': `kind,nextPageToken,permissions(${DEFAULT_PERMISSION})`,
  'drive.permissions.get': DEFAULT_PERMISSION,
  'drive.permissions.create': DEFAULT_PERMISSION,
  'drive.permissions.update': DEFAULT_PERMISSION,
};

/** Carries out a call; undefined stands for 204 No Content. */
export function perform(method: string, call: Call): unknown {
  const handler = methods[method];
  if (!handler) throw new ApiError(501, `The test server does not imitate ${method}.`);
  // a bad mask is refused before anything is done
  const mask = maskOf(call, DEFAULT_FIELDS[method]);
  const answer = handler(call);
  return answer === undefined ? undefined : project(answer, mask);
}

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
