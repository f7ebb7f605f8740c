import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { type DriveSpreadsheet, excelName, folderType, toSpreadsheet } from './drive-files.ts';

/** What changes mean for a folder whose subfolders are known. */
export interface SortedChanges {
  /** Spreadsheets of the folder that are new or changed, by id. */
  readonly changed: ReadonlyMap<string, DriveSpreadsheet>;
  /** Names of new workbooks of Excel, by id. */
  readonly unread: ReadonlyMap<string, string>;
  /** Files that are no spreadsheets of the folder (any more). */
  readonly left: ReadonlySet<string>;
  /** True where subfolders came, went or moved: nobody says then which files went with them. */
  readonly isRearranged: boolean;
  /** True where the folder itself is out of reach. */
  readonly isLost: boolean;
}

/** Of several changes of one file the last counts. */
export function sortChanges(
  changes: readonly drive_v3.Schema$Change[],
  root: string,
  drive: string | undefined,
  folders: ReadonlySet<string>,
): SortedChanges {
  const changed = new Map<string, DriveSpreadsheet>();
  const unread = new Map<string, string>();
  const left = new Set<string>();
  let isRearranged = false;
  let isLost = false;
  for (const { changeType, removed, fileId, driveId, file } of changes) {
    if (changeType === 'drive') {
      if (drive !== undefined && driveId === drive) isLost = removed === true;
      continue;
    }
    if (!fileId) continue;
    const isHere = !removed && file?.trashed !== true;
    if (fileId === root) {
      isLost = !isHere;
      continue;
    }
    const isBelow = isHere && (file?.parents ?? []).some((id) => folders.has(id));
    if (folders.has(fileId) || (isBelow && file?.mimeType === folderType)) isRearranged = true;
    const found = isBelow && file ? toSpreadsheet({ ...file, id: fileId }) : undefined;
    const excel = isBelow && file ? excelName(file) : undefined;
    changed.delete(fileId);
    unread.delete(fileId);
    if (excel !== undefined) unread.set(fileId, excel);
    if (found) {
      changed.set(fileId, found);
      left.delete(fileId);
    } else left.add(fileId);
  }
  return { changed, unread, left, isRearranged, isLost };
}
