import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { stateTab } from '../../../shared/live-state/live-state.ts';
import { readState } from '../../../shared/live-state/read-state.ts';
import { scalarText } from '../../../shared/parse/scalar-text.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { answeredStatus, toDay } from '../../../shared/parse/workbook-meta.ts';
import { correctionCode } from '../../../shared/submission/correction.ts';
import { liveState } from '../../../shared/submission/live-report.ts';
import { remarksTab } from '../../../shared/texts/submit-words.ts';
import type { OpenedSubmission, SubmissionView } from '../../calls/submission.ts';
import { definitionRows } from '../sheet/definition-rows.ts';
import { jsonTab } from '../sheet/json-tab.ts';
import { cellScalar } from '../sheet/scalar.ts';
import { todayIn } from '../sheet/today.ts';
import { readSubmission, type Submission } from './answer-cells.ts';
import { type EntryTab, entryTabs } from './entry-tabs.ts';
import { lockState } from './locks.ts';
import { formProgress } from './progress.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Everything that the page and the buttons look at, read once. */
export interface OpenSubmission {
  readonly spreadsheet: Spreadsheet;
  readonly submission: Submission & { readonly cells: NonNullable<Submission['cells']> };
  readonly tabs: readonly EntryTab[];
  readonly office: readonly string[];
  readonly view: SubmissionView;
}

/** What stands in the workbook now; why there is nothing to hand in, where that is so. */
export function lookAtSubmission(): OpenSubmission | 'noWorkbook' | 'noAnswers' {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const submission = readSubmission(spreadsheet);
  if (!submission) return 'noWorkbook';
  const { meta, cells } = submission;
  if (!cells) return 'noAnswers';
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const scalar = (range: GoogleAppsScript.Spreadsheet.Range): CellScalar =>
    cellScalar(range.getValue(), '', (date) => Utilities.formatDate(date, timeZone, 'yyyy-MM-dd'));
  const answer = scalarText(scalar(cells.status));
  const day = toDay(scalar(cells.day));
  const tabs = entryTabs(spreadsheet);
  const report = readState(jsonTab(spreadsheet, stateTab), 'report').get(meta.unit);
  const remarks = spreadsheet.getSheetByName(remarksTab);
  const decision = report?.decision;
  const definitions = readDefinitions(definitionRows(spreadsheet) ?? []);
  return {
    spreadsheet,
    submission: { meta, cells },
    tabs,
    office: report?.office ?? [],
    view: {
      state: liveState(
        { status: answeredStatus(answer), ...(day !== undefined && { submittedOn: day }) },
        decision,
      ),
      answers: { answer, day: day ?? '', post: scalarText(scalar(cells.post)) },
      ...(decision && { decision }),
      today: todayIn(spreadsheet),
      forms: formProgress(spreadsheet, tabs, definitions),
      errors: report?.errors ?? 0,
      warnings: report?.warnings ?? 0,
      ...(remarks && { remarks: { tab: remarks.getSheetId(), cell: 'A1' } }),
      lock: lockState(spreadsheet),
      hasCorrections: definitions.record.has(correctionCode),
    },
  };
}

export function openSubmission(): OpenedSubmission {
  const open = lookAtSubmission();
  return typeof open === 'string' ? { kind: open } : { kind: 'view', view: open.view };
}
