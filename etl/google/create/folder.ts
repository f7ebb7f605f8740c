import { googleCreateTexts as texts } from '../../../shared/texts/google-create.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';

/** The folder of a workspace. */
export interface Folder {
  readonly id: string;
  /** Set where it lies in a Shared Drive. */
  readonly driveId?: string;
}

const folderType = 'application/vnd.google-apps.folder';

/** Looks the folder up once, so that a wrong one is told before anything is made. Throws GoogleError. */
export async function openFolder(google: Google, folderId: string): Promise<Folder> {
  const fields = 'id,name,mimeType,trashed,driveId,capabilities(canAddChildren)';
  const gone = new GoogleError('not_found', {
    message: texts.noFolder(folderId),
    hint: texts.noFolderHint(google.account),
  });
  const file = await google
    .call('drive', () => google.drive.files.get({ fileId: folderId, fields, supportsAllDrives: true }))
    .catch((error: unknown) => {
      throw error instanceof GoogleError && error.code === 'not_found' ? gone : error;
    });
  if (file.trashed) throw gone;
  if (file.mimeType !== folderType) {
    const trouble = { message: texts.notFolder(file.name ?? ''), hint: texts.notFolderHint };
    throw new GoogleError('bad_request', trouble);
  }
  if (file.capabilities?.canAddChildren === false) {
    const trouble = { message: texts.readOnly(file.name ?? ''), hint: texts.noFolderHint(google.account) };
    throw new GoogleError('forbidden', trouble);
  }
  return { id: folderId, ...(file.driveId && { driveId: file.driveId }) };
}
