import { isSpreadsheetPath, spreadsheetId } from '../../../shared/issue/spreadsheet.ts';
import { compareText } from '../../../shared/number/compare-text.ts';
import type { StoredSource } from '../../store/store.ts';
import type { Google } from '../client/google.ts';
import { fileMarks } from '../marks.ts';

/** A district's spreadsheet as the store knows it. */
export interface DistrictBook {
  readonly id: string;
  readonly source: StoredSource;
}

/**
 * The spreadsheet that bears a district's summary: the district's own workbook of the school year among the sources; of
 * several the one that bore it before, else the one with our marks that is no further part, else the first seen. Asks
 * Drive only where there are several. Throws GoogleError.
 */
export async function findBook(
  google: Google,
  sources: readonly StoredSource[],
  district: string,
  schoolYear: string,
  before: string | undefined,
): Promise<DistrictBook | undefined> {
  const books = sources
    .filter(
      ({ path, kind, state, unit, schoolYear: year }) =>
        isSpreadsheetPath(path) &&
        kind === 'workbook' &&
        state === 'present' &&
        unit === district &&
        year === schoolYear,
    )
    .sort((a, b) => a.firstSeen - b.firstSeen || compareText(a.path, b.path))
    .flatMap((source): DistrictBook[] => {
      const id = spreadsheetId(source.path);
      return id === undefined ? [] : [{ id, source }];
    });
  const known = books.find(({ id }) => id === before);
  if (known || books.length < 2) return known ?? books[0];
  for (const book of books) if (await isMain(google, book.id)) return book;
  return books[0];
}

/** A workbook that we made, and the district's main one. */
async function isMain(google: Google, fileId: string): Promise<boolean> {
  const { appProperties } = await google.call('drive', () =>
    google.drive.files.get({ fileId, fields: 'appProperties', supportsAllDrives: true }),
  );
  return appProperties?.[fileMarks.kind] === 'workbook' && appProperties[fileMarks.part] === undefined;
}
