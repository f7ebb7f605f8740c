import type { Day } from '../period/period.ts';
import type { RecordRow } from '../record/record.ts';
import type { Progress } from './status.ts';

/** What the tracker holds of one activity on one due date, for one unit. */
export interface TrackedFact extends Progress {
  /** As typed. */
  readonly fact?: string;
  /** Number and date of a document, or a link to it. */
  readonly evidence?: string;
  /** The row of the tracker it comes from. */
  readonly row?: RecordRow;
}

/** Facts of one activity and unit by the due date they were entered for; `''` where it had none. */
export type FactsByDue = ReadonlyMap<Day | '', TrackedFact>;
