import type { LiveDecision } from '../../shared/live-state/live-state.ts';
import type { ReportState } from '../../shared/submission/report.ts';
import type { CellPlace } from './cell-place.ts';

/** A form's line of the title page. */
export interface FormProgress {
  readonly title: string;
  /** Entry cells with anything in them, and all. */
  readonly filled: number;
  readonly cells: number;
  /** Lines with a remark. */
  readonly remarks: number;
  /** Its first entry cell. */
  readonly place: CellPlace;
}

/** The answers of the title page as they stand. */
export interface SubmissionAnswers {
  readonly answer: string;
  readonly day: string;
  readonly post: string;
}

/** What the page «Сдать отчёт» shows. */
export interface SubmissionView {
  readonly state: ReportState;
  readonly answers: SubmissionAnswers;
  readonly decision?: LiveDecision;
  /** Today in the time zone of the spreadsheet. */
  readonly today: string;
  readonly forms: readonly FormProgress[];
  /** Of the last night. */
  readonly errors: number;
  readonly warnings: number;
  /** The tab «Замечания», where there is one. */
  readonly remarks?: CellPlace;
  readonly lock: LockState;
  /** True where the workbook has the register «Исправления». */
  readonly hasCorrections: boolean;
}

/** How cells that were handed in are locked: `others` = by somebody whose lock we may not open. */
export type LockState = 'open' | 'locked' | 'warned' | 'others';

export type OpenedSubmission = { readonly kind: 'view'; readonly view: SubmissionView } | NothingToHandIn;

/** Why there is nothing to hand in here. */
export type NothingToHandIn =
  | { readonly kind: 'noWorkbook' | 'noAnswers' }
  /** This is a copy; `original`: address of the spreadsheet that counts. */
  | { readonly kind: 'copy'; readonly original: string };

export interface SubmitRequest {
  readonly post: string;
  /** What the page showed when the person pressed the button. */
  readonly seen: SubmissionAnswers;
}

export type SubmitAnswer =
  | { readonly kind: 'done' | 'changed'; readonly view: SubmissionView; readonly failed: number }
  | { readonly kind: 'early'; readonly day: string }
  | { readonly kind: 'post'; readonly fault: 'missing' | 'named' | 'long' }
  | NothingToHandIn
  | { readonly kind: 'busy' | 'accepted' | 'returned' | 'notSubmitted' };

/** The cell selected in the sheet, for a request to correct it. */
export interface PickedCell {
  readonly tab: string;
  readonly cell: string;
  /** Name of the element, with what its column asks. */
  readonly row: string;
  readonly period: string;
  readonly present: string;
}

export interface CorrectionRequest {
  /** Made by the page, so that a repeat after a lost connection adds no second row. */
  readonly id: string;
  readonly picked: PickedCell;
  readonly wanted: string;
  readonly reason: string;
}

export interface CorrectionAnswer {
  readonly kind:
    | 'done'
    | 'busy'
    | 'noTab'
    | 'missing'
    | 'same'
    | 'personal'
    | 'notIn'
    | NothingToHandIn['kind'];
}

export interface SubmissionCalls {
  openSubmission(): OpenedSubmission;
  submitReport(request: SubmitRequest): SubmitAnswer;
  withdrawReport(seen: SubmissionAnswers): SubmitAnswer;
  /** Undefined where no entry cell is selected. */
  pickCell(): PickedCell | undefined;
  requestCorrection(request: CorrectionRequest): CorrectionAnswer;
}
