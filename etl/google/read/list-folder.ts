import type { Google } from '../client/google.ts';
import {
  type DriveSpreadsheet,
  excelName,
  excelTypes,
  fileFields,
  folderType,
  spreadsheetType,
  toSpreadsheet,
} from './drive-files.ts';
import { FolderLost } from './folder-lost.ts';

/** A folder on Google Drive with everything below it. */
export interface FolderListing {
  /** The folder and its subfolders. */
  readonly folders: readonly string[];
  readonly files: ReadonlyMap<string, DriveSpreadsheet>;
  /** Names of workbooks of Excel, by id. */
  readonly unread: ReadonlyMap<string, string>;
}

/** Parents named in one request: the query stays far below the longest address that servers take. */
const parentsAtOnce = 25;

/** The Shared Drive a folder lies in, if any. Throws GoogleError, or FolderLost for a folder in the bin. */
export async function driveOf(google: Google, folder: string): Promise<string | undefined> {
  const { driveId, trashed } = await google.call('drive', () =>
    google.drive.files.get({ fileId: folder, fields: 'id,driveId,trashed', supportsAllDrives: true }),
  );
  if (trashed) throw new FolderLost();
  return driveId ?? undefined;
}

/** Lists spreadsheets and subfolders level by level, pages followed. Throws GoogleError. */
export async function listFolder(
  google: Google,
  folder: string,
  drive: string | undefined,
): Promise<FolderListing> {
  const folders = new Set([folder]);
  const files = new Map<string, DriveSpreadsheet>();
  const unread = new Map<string, string>();
  let level = [folder];
  while (level.length > 0) {
    const below: string[] = [];
    for (let at = 0; at < level.length; at += parentsAtOnce) {
      for await (const file of children(google, level.slice(at, at + parentsAtOnce), drive)) {
        const found = toSpreadsheet(file);
        const excel = excelName(file);
        if (found) files.set(found.id, found);
        else if (excel !== undefined && file.id) unread.set(file.id, excel);
        else if (file.mimeType === folderType && file.id && !folders.has(file.id)) {
          folders.add(file.id);
          below.push(file.id);
        }
      }
    }
    level = below;
  }
  return { folders: [...folders].sort(), files, unread };
}

async function* children(google: Google, parents: readonly string[], drive: string | undefined) {
  const inParents = parents.map((id) => `'${id}' in parents`).join(' or ');
  const kinds = [spreadsheetType, folderType, ...excelTypes]
    .map((type) => `mimeType = '${type}'`)
    .join(' or ');
  const q = `trashed = false and (${kinds}) and (${inParents})`;
  let pageToken: string | undefined;
  do {
    const page = await google.call('drive', () =>
      google.drive.files.list({
        q,
        fields: `nextPageToken,files(${fileFields})`,
        pageSize: 1000,
        supportsAllDrives: true,
        includeItemsFromAllDrives: true,
        ...(drive !== undefined && { corpora: 'drive', driveId: drive }),
        ...(pageToken !== undefined && { pageToken }),
      }),
    );
    yield* page.files ?? [];
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
}
