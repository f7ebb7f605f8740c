/** Address of a Google spreadsheet without a place in it: the path under which it is known as a source. */
export const spreadsheetPath = (id: string): string => `${prefix}${id}`;

/** Address of a folder of Google Drive. */
export const folderAddress = (id: string): string => `https://drive.google.com/drive/folders/${id}`;

/** Address of a file that Google Drive only keeps. */
export const fileAddress = (id: string): string => `https://drive.google.com/file/d/${id}`;

/** Id of a spreadsheet from its path or from any link that people copy; undefined for anything else. */
export function spreadsheetId(text: string): string | undefined {
  return /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)(?:[/?#]|$)/.exec(
    text.trim(),
  )?.[1];
}

/** True for the path of a source that is a Google spreadsheet, not a file. */
export const isSpreadsheetPath = (path: string): boolean => path.startsWith(prefix);

const prefix = 'https://docs.google.com/spreadsheets/d/';
