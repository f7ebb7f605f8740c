import type { District } from '../../../shared/register/register.ts';
import { ministryTexts } from '../../../shared/texts/ministry.ts';
import { workspaceId } from '../../run/template-outputs.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { fileMarks } from '../marks.ts';

const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
/** How often a file whose creation was not answered is looked for and made again. */
const attempts = 3;

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
const has = (key: string, value: string): string =>
  `appProperties has { key=${quoted(key)} and value=${quoted(value)} }`;

/** Id of the spreadsheet that was made for the ministry of a district; the first one, should there be several. */
export async function findMinistryBook(google: Google, district: District): Promise<string | undefined> {
  const { files } = await google.call('drive', () =>
    google.drive.files.list({
      q: [
        has(fileMarks.kind, 'ministry'),
        has(fileMarks.workspace, workspaceId(district)),
        has(fileMarks.unit, district.code),
        'trashed = false',
      ].join(' and '),
      orderBy: 'createdTime',
      corpora: 'allDrives',
      includeItemsFromAllDrives: true,
      supportsAllDrives: true,
      pageSize: 10,
      fields: 'files(id)',
    }),
  );
  return files?.[0]?.id ?? undefined;
}

/** `binned`: whoever may see it still can, until Google deletes it; `gone`: deleted, or closed to us. */
export type FileState = 'there' | 'binned' | 'gone';

/** Throws GoogleError. */
export async function fileState(google: Google, fileId: string): Promise<FileState> {
  try {
    const { trashed } = await google.call('drive', () =>
      google.drive.files.get({ fileId, fields: 'trashed', supportsAllDrives: true }),
    );
    return trashed === true ? 'binned' : 'there';
  } catch (error) {
    if (error instanceof GoogleError && error.code === 'not_found') return 'gone';
    throw error;
  }
}

/** The ministry's spreadsheet of a district. */
export interface MinistryBook {
  readonly id: string;
  readonly isNew: boolean;
  readonly isBinned: boolean;
  /** Id of the one in the bin whose place it takes. */
  readonly replaced?: string;
}

/**
 * The spreadsheet of the ministry. Where there is none, or it lies in the bin, one is made; if it `makes` none, the one in
 * the bin is answered, or undefined. An answer that was lost makes no second one: Drive is asked first.
 */
export async function ministryBook(
  google: Google,
  folder: string,
  district: District,
  known: string | undefined,
  makes: boolean,
): Promise<MinistryBook | undefined> {
  const before = known === undefined ? 'gone' : await fileState(google, known);
  if (known !== undefined && before === 'there') return { id: known, isNew: false, isBinned: false };
  const replaced = before === 'binned' ? { replaced: known! } : {};
  let isNew = false;
  for (let attempt = 1; ; attempt++) {
    const found = await findMinistryBook(google, district);
    if (found !== undefined) return { id: found, isNew, isBinned: false, ...replaced };
    if (!makes) return before === 'binned' ? { id: known!, isNew: false, isBinned: true } : undefined;
    isNew = true;
    try {
      const { id } = await google.call('drive', () =>
        google.drive.files.create({
          supportsAllDrives: true,
          fields: 'id',
          requestBody: {
            name: ministryTexts.fileTitle(district.name),
            mimeType: spreadsheetType,
            parents: [folder],
            appProperties: {
              [fileMarks.kind]: 'ministry',
              [fileMarks.workspace]: workspaceId(district),
              [fileMarks.unit]: district.code,
            },
          },
        }),
      );
      if (id) return { id, isNew, isBinned: false, ...replaced };
    } catch (error) {
      if (!(error instanceof GoogleError) || error.code !== 'unavailable' || attempt === attempts)
        throw error;
    }
  }
}
