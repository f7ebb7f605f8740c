import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { fileFields } from './drive-files.ts';

export interface Changes {
  readonly changes: readonly drive_v3.Schema$Change[];
  /** From where the next run asks. */
  readonly token: string;
}

const everywhere = (drive: string | undefined) => ({
  supportsAllDrives: true,
  ...(drive !== undefined && { driveId: drive }),
});

/** The token that stands for this moment. Throws GoogleError. */
export async function startToken(google: Google, drive: string | undefined): Promise<string> {
  const { startPageToken } = await google.call('drive', () =>
    google.drive.changes.getStartPageToken(everywhere(drive)),
  );
  return startPageToken ?? '';
}

/**
 * Everything that changed on Drive since a token, oldest first, pages followed: one request where little did. Undefined
 * where Google does not know the token any more. Throws GoogleError.
 */
export async function changesSince(
  google: Google,
  token: string,
  drive: string | undefined,
): Promise<Changes | undefined> {
  const changes: drive_v3.Schema$Change[] = [];
  let pageToken = token;
  for (;;) {
    const page = await google
      .call('drive', () =>
        google.drive.changes.list({
          ...everywhere(drive),
          pageToken,
          includeItemsFromAllDrives: true,
          includeRemoved: true,
          pageSize: 1000,
          spaces: 'drive',
          fields: `nextPageToken,newStartPageToken,changes(changeType,removed,fileId,driveId,file(${fileFields}))`,
        }),
      )
      .catch((error: unknown) => {
        if (error instanceof GoogleError && isStale(error)) return undefined;
        throw error;
      });
    if (!page) return undefined;
    changes.push(...(page.changes ?? []));
    if (!page.nextPageToken) return { changes, token: page.newStartPageToken ?? pageToken };
    pageToken = page.nextPageToken;
  }
}

/** Tokens do not live for ever, and a Shared Drive that is gone takes its own along. */
const isStale = ({ code, status }: GoogleError): boolean =>
  (code === 'bad_request' && (status === 400 || status === 410)) || code === 'not_found';
