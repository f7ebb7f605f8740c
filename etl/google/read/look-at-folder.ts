import type { Google } from '../client/google.ts';
import type { GoogleState } from '../state.ts';
import { changesSince, startToken } from './changes.ts';
import type { DriveSpreadsheet } from './drive-files.ts';
import { FolderLost } from './folder-lost.ts';
import { driveOf, listFolder } from './list-folder.ts';
import { sortChanges } from './sort-changes.ts';

/**
 * The folder as it is now. A spreadsheet is stale where it may hold something that was not read yet. `isRead` answers for
 * spreadsheets of which the state knows nothing: whether the store has them as they were at a moment.
 *
 * One request where a state is at hand and no folder moved, whatever the number of spreadsheets. The token is always older
 * than what is listed, so that nothing falls between. Throws GoogleError, or FolderLost.
 */
export async function lookAtFolder(
  google: Google,
  folder: string,
  before: GoogleState | undefined,
  isRead: (file: DriveSpreadsheet) => boolean,
): Promise<GoogleState> {
  const known = before?.folder === folder ? before : undefined;
  const since = known && (await changesSince(google, known.token, known.drive));
  if (!known || !since) return listAnew(google, folder, isRead);

  const sorted = sortChanges(since.changes, folder, known.drive, new Set(known.folders));
  if (sorted.isLost) throw new FolderLost();
  const stale = (file: DriveSpreadsheet): boolean => {
    const old = known.files[file.id];
    return sorted.changed.has(file.id) || !old || old.isStale || old.modified !== file.modified;
  };
  if (sorted.isRearranged) {
    const { folders, files, unread } = await listFolder(google, folder, known.drive);
    return {
      ...known,
      token: since.token,
      folders: [...folders],
      files: filesOf(files.values(), stale, known.files),
      unread: Object.fromEntries(unread),
    };
  }
  const stays = ([id]: readonly [string, unknown]) => !sorted.left.has(id) && !sorted.changed.has(id);
  const kept = Object.entries(known.files).filter(stays);
  return {
    ...known,
    token: since.token,
    files: { ...Object.fromEntries(kept), ...filesOf(sorted.changed.values(), stale, known.files) },
    unread: {
      ...Object.fromEntries(Object.entries(known.unread).filter(stays)),
      ...Object.fromEntries(sorted.unread),
    },
  };
}

async function listAnew(
  google: Google,
  folder: string,
  isRead: (file: DriveSpreadsheet) => boolean,
): Promise<GoogleState> {
  const drive = await driveOf(google, folder);
  const token = await startToken(google, drive);
  const { folders, files, unread } = await listFolder(google, folder, drive);
  return {
    folder,
    ...(drive !== undefined && { drive }),
    token,
    folders: [...folders],
    files: filesOf(files.values(), (file) => !isRead(file)),
    unread: Object.fromEntries(unread),
  };
}

/** `before`: what was known of them; a spreadsheet that is read says anew which tabs it has. */
const filesOf = (
  files: Iterable<DriveSpreadsheet>,
  isStale: (file: DriveSpreadsheet) => boolean,
  before: GoogleState['files'] = {},
): GoogleState['files'] =>
  Object.fromEntries(
    [...files].map(({ id, ...file }) => {
      const { returnTabs } = before[id] ?? {};
      return [id, { ...file, isStale: isStale({ id, ...file }), ...(returnTabs && { returnTabs }) }];
    }),
  );
