import { lockMark } from '../../../shared/submission/lock-mark.ts';

/** The protections that stand over what was handed in, among those of people and of the night. No range is read. */
export const reportLocks = (
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): GoogleAppsScript.Spreadsheet.Protection[] =>
  spreadsheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((one) => one.getDescription() === lockMark);
