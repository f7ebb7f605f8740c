import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { googleDoctorTexts as texts } from '../../../shared/texts/google-doctor.ts';
import type { GoogleCredentials } from '../client/credentials.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { advice, bad, type Finding, good } from './finding.ts';
import { refusedApi } from './rights.ts';

const folderType = 'application/vnd.google-apps.folder';
const bookType = 'application/vnd.google-apps.spreadsheet';
/** One page is enough for a judgement. */
const booksLooked = 1000;
/** What Google allows one account, reads and writes each (docs: Sheets API, usage limits). */
const perMinute = 60;

export interface GoogleSettings {
  readonly folder: string;
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
}

/** The district's folder: there, ours to write in, with room for files, and what lies in it. Drive must answer. */
export async function folderFindings(
  google: Google,
  settings: GoogleSettings,
  credentials: GoogleCredentials,
): Promise<Finding[]> {
  const { account } = google;
  try {
    const folder = await google.call('drive', () =>
      google.drive.files.get({
        fileId: settings.folder,
        supportsAllDrives: true,
        fields: 'id,mimeType,trashed,driveId,capabilities(canAddChildren,canShare)',
      }),
    );
    if (folder.mimeType !== folderType)
      return [bad('google.folder', texts.folderIsFile, texts.folderIsFileHint)];
    if (folder.trashed) return [bad('google.folder', texts.folderTrashed, texts.folderTrashedHint)];
    const books = await booksOf(google, folder);
    return [
      good('google.folder', texts.folder(Boolean(folder.driveId))),
      ...roleFindings(folder, account),
      ...roomFindings(folder, credentials, books.length),
      ...bookFindings(books),
      ...paceFindings(settings, books.length),
    ];
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return error.code === 'not_found' || (error.code === 'forbidden' && error.reason !== 'SERVICE_DISABLED')
      ? [bad('google.folder', texts.folderMissing, texts.folderMissingHint(account))]
      : [refusedApi('drive', error)];
  }
}

async function booksOf(google: Google, folder: drive_v3.Schema$File): Promise<drive_v3.Schema$File[]> {
  const { files } = await google.call('drive', () =>
    google.drive.files.list({
      q: `'${folder.id}' in parents and mimeType = '${bookType}' and trashed = false`,
      pageSize: booksLooked,
      supportsAllDrives: true,
      includeItemsFromAllDrives: true,
      ...(folder.driveId ? { corpora: 'drive', driveId: folder.driveId } : {}),
      fields: 'files(id,capabilities(canEdit))',
    }),
  );
  return files ?? [];
}

function roleFindings(
  { capabilities }: drive_v3.Schema$File,
  account: string | undefined,
): readonly Finding[] {
  if (!capabilities?.canAddChildren)
    return [bad('google.role', texts.folderReadOnly, texts.folderReadOnlyHint(account))];
  const writable = good('google.role', texts.folderWritable);
  return capabilities.canShare === false
    ? [writable, advice('google.share', texts.noShare, texts.noShareHint)]
    : [writable];
}

/** A service account owns no storage: on a personal drive it can change files, but make none. */
function roomFindings(
  { driveId }: drive_v3.Schema$File,
  { type }: GoogleCredentials,
  books: number,
): readonly Finding[] {
  if (driveId || type !== 'service_account') return [];
  return books > 0
    ? [advice('google.room', texts.lendRoom, texts.noRoomHint)]
    : [bad('google.room', texts.noRoom, texts.noRoomHint)];
}

function bookFindings(books: readonly drive_v3.Schema$File[]): readonly Finding[] {
  if (books.length === 0) return [advice('google.books', texts.noBooks, texts.noBooksHint)];
  const locked = books.filter(({ capabilities }) => capabilities?.canEdit === false).length;
  return [
    good('google.books', texts.books(books.length, books.length === booksLooked)),
    ...(locked > 0 ? [advice('google.locked', texts.lockedBooks(locked), texts.lockedBooksHint)] : []),
  ];
}

/** A first night reads each workbook by two calls (docs/google.md). */
function paceFindings(settings: GoogleSettings, books: number): readonly Finding[] {
  const minutes = Math.floor((2 * books) / settings.readsPerMinute);
  return [
    ...(minutes >= 1 ? [good('google.pace', texts.pace(minutes, books))] : []),
    ...(Math.max(settings.readsPerMinute, settings.writesPerMinute) > perMinute
      ? [advice('google.quota', texts.tooFast(perMinute), texts.tooFastHint)]
      : []),
  ];
}
