import type { LiveReport } from '../../../shared/live-state/live-state.ts';
import { readState } from '../../../shared/live-state/read-state.ts';
import { scalarText } from '../../../shared/parse/scalar-text.ts';
import { answeredStatus, toDay, type WorkbookMeta } from '../../../shared/parse/workbook-meta.ts';
import { liveState } from '../../../shared/submission/live-report.ts';
import type { ReportState } from '../../../shared/submission/report.ts';
import type { NothingToHandIn, SubmissionAnswers } from '../../calls/submission.ts';
import { cellScalar } from '../sheet/scalar.ts';
import { stateRows } from '../sheet/state-rows.ts';
import { type AnswerCells, readSubmission } from './answer-cells.ts';
import { originalOf } from './original.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Where the report stands now, without its forms. */
export interface SubmissionStanding {
  readonly spreadsheet: Spreadsheet;
  readonly meta: WorkbookMeta;
  readonly cells: AnswerCells;
  readonly answers: SubmissionAnswers;
  readonly state: ReportState;
  /** What the last night told; undefined before the first one. */
  readonly report: LiveReport | undefined;
}

/** The answers as they stand, and the decision as the last night knew it. */
export function standingNow(): SubmissionStanding | NothingToHandIn {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const submission = readSubmission(spreadsheet);
  if (!submission) return { kind: 'noWorkbook' };
  const { meta, cells } = submission;
  if (!cells) return { kind: 'noAnswers' };
  const told = stateRows(spreadsheet);
  const original = originalOf(spreadsheet, meta, told);
  if (original !== undefined) return { kind: 'copy', original };
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const scalar = (range: GoogleAppsScript.Spreadsheet.Range) =>
    cellScalar(range.getValue(), '', (date) => Utilities.formatDate(date, timeZone, 'yyyy-MM-dd'));
  const answer = scalarText(scalar(cells.status));
  const day = toDay(scalar(cells.day));
  const report = readState(told, 'report').get(meta.unit);
  return {
    spreadsheet,
    meta,
    cells,
    answers: { answer, day: day ?? '', post: scalarText(scalar(cells.post)) },
    state: liveState(
      { status: answeredStatus(answer), ...(day !== undefined && { submittedOn: day }) },
      report?.decision,
    ),
    report,
  };
}
