import type { CellPlace } from './cell-place.ts';
import type { DistrictCalls } from './district.ts';
import type { FormCalls } from './form.ts';
import type { RecordCalls } from './record.ts';
import type { ReminderCalls } from './reminder.ts';
import type { Snapshot } from './review.ts';
import type { SubmissionCalls } from './submission.ts';

/** What pages may ask of the server: names and shapes of both sides. Everything crosses as plain JSON, days as text. */
export interface Calls extends FormCalls, RecordCalls, SubmissionCalls, DistrictCalls, ReminderCalls {
  /** Shows a cell to the person; false where its tab is gone. */
  goTo(place: CellPlace): boolean;
  /** The whole workbook as it stands; null in a spreadsheet that is none of the system's. */
  snapshot(): Snapshot | null;
}
