import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { compareText } from '../../../shared/number/compare-text.ts';
import { googleCreateTexts as texts } from '../../../shared/texts/google-create.ts';
import type { TemplateBook } from '../../run/template-books.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { fileMarks, yearMark } from '../marks.ts';
import type { Folder } from './folder.ts';

/** A spreadsheet of ours on Drive. */
export interface BookFile {
  readonly id: string;
  readonly name: string;
  readonly link: string;
}

/** What tells the workbooks of a folder apart. */
export const bookKey = ({
  workspace,
  code,
  part,
}: Pick<TemplateBook, 'workspace' | 'code' | 'part'>): string => [workspace, code, part ?? ''].join('\n');

const sheetType = 'application/vnd.google-apps.spreadsheet';
const fileFields = 'id,name,createdTime,appProperties';

/**
 * The workbooks of a school year, wherever in Drive people moved them and whatever they called them: by `bookKey`, the
 * oldest first. Files in the bin do not count. Throws GoogleError.
 */
export async function findFiles(
  google: Google,
  folder: Folder,
  schoolYear: string,
): Promise<Map<string, BookFile[]>> {
  const has = (key: string, value: string): string =>
    `appProperties has { key='${key}' and value='${value}' }`;
  const q = [
    has(fileMarks.kind, 'workbook'),
    has(fileMarks.year, yearMark(schoolYear)),
    `mimeType = '${sheetType}'`,
    'trashed = false',
  ].join(' and ');
  const where = folder.driveId
    ? { corpora: 'drive', driveId: folder.driveId, includeItemsFromAllDrives: true }
    : { corpora: 'user' };
  const files: drive_v3.Schema$File[] = [];
  let pageToken: string | undefined;
  do {
    const page = await google.call('drive', () =>
      google.drive.files.list({
        q,
        ...where,
        supportsAllDrives: true,
        pageSize: 1000,
        fields: `nextPageToken,files(${fileFields})`,
        ...(pageToken !== undefined && { pageToken }),
      }),
    );
    files.push(...(page.files ?? []));
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  files.sort(
    (a, b) => compareText(a.createdTime ?? '', b.createdTime ?? '') || compareText(a.id ?? '', b.id ?? ''),
  );
  const found = new Map<string, BookFile[]>();
  for (const file of files) {
    const marks = file.appProperties ?? {};
    const key = [marks[fileMarks.workspace], marks[fileMarks.unit], marks[fileMarks.part] ?? ''].join('\n');
    const known = found.get(key);
    if (known) known.push(bookFile(file));
    else found.set(key, [bookFile(file)]);
  }
  return found;
}

const bookFile = ({ id, name }: drive_v3.Schema$File): BookFile => ({
  id: id ?? '',
  name: name ?? '',
  link: `https://docs.google.com/spreadsheets/d/${id}/edit`,
});

/**
 * Makes an empty spreadsheet with its marks. Where it is not known whether Google made it, the folder is asked, so that
 * there is never a second one. Throws GoogleError.
 */
export async function createFile(
  google: Google,
  folder: Folder,
  book: TemplateBook,
  schoolYear: string,
): Promise<BookFile> {
  const appProperties = {
    [fileMarks.kind]: 'workbook',
    [fileMarks.workspace]: book.workspace,
    [fileMarks.unit]: book.code,
    [fileMarks.year]: yearMark(schoolYear),
    ...(book.part && { [fileMarks.part]: book.part }),
  };
  const name = texts.fileName(book.name, schoolYear, book.part === 'all');
  for (let left = 3; ; left--) {
    try {
      const file = await google.call('drive', () =>
        google.drive.files.create({
          supportsAllDrives: true,
          fields: fileFields,
          requestBody: { name, mimeType: sheetType, parents: [folder.id], appProperties },
        }),
      );
      return bookFile(file);
    } catch (error) {
      if (!(error instanceof GoogleError) || error.code !== 'unavailable') throw error;
      const made = (await findFiles(google, folder, schoolYear)).get(bookKey(book));
      if (made) return made[0]!;
      if (left === 1) throw error;
    }
  }
}
