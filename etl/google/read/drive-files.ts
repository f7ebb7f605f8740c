import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { PersonalDataKind } from '../../../shared/parse/personal-data.ts';
import { shownPath } from '../../run/shown-path.ts';
import { fileMarks } from '../marks.ts';

export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
export const folderType = 'application/vnd.google-apps.folder';

/** Workbooks that Google keeps as the files they are, whether they are opened in the browser or not. */
export const excelTypes: readonly string[] = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/vnd.ms-excel',
];

/** Fields of a file that are asked for wherever files are listed. */
export const fileFields = 'id,name,mimeType,modifiedTime,trashed,parents,appProperties';

/** A spreadsheet as Drive describes it. */
export interface DriveSpreadsheet {
  readonly id: string;
  /** Name as it may be shown. */
  readonly title: string;
  /** What the name held that must not be shown. */
  readonly hidden?: PersonalDataKind;
  /** Time of the last change, ISO 8601. */
  readonly modified: string;
}

/** The file as a source; undefined where it is none: another kind of file, in the bin, or a ministry spreadsheet of ours. */
export function toSpreadsheet(file: drive_v3.Schema$File): DriveSpreadsheet | undefined {
  const { id, name, mimeType, modifiedTime, trashed, appProperties } = file;
  if (!id || mimeType !== spreadsheetType || trashed || appProperties?.[fileMarks.kind] === 'ministry') {
    return undefined;
  }
  const { path: title, hidden } = shownName(name);
  return { id, title, ...(hidden !== undefined && { hidden }), modified: modifiedTime ?? '' };
}

/** Name of a workbook of Excel as it may be shown; undefined for another kind of file, or one in the bin. */
export function excelName({ name, mimeType, trashed }: drive_v3.Schema$File): string | undefined {
  if (trashed || !mimeType || !excelTypes.includes(mimeType)) return undefined;
  return shownName(name).path;
}

/** A slash in a name is no folder. */
const shownName = (name: string | null | undefined) => shownPath((name ?? '').replace(/\//g, '∕'));
