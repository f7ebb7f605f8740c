import type { Day } from '../period/period.ts';
import type { ReportState } from './report.ts';

/** What the answers of the title page say now. */
export interface LiveAnswers {
  /** As `readMeta` gives it; empty where nothing is answered. */
  readonly status: 'draft' | 'submitted' | '';
  readonly submittedOn?: Day;
}

/**
 * Where a report stands between two nights: the answers as they stand now, the decision as the last night knew it. The
 * rule is that of `standings`: a decision reaches a report handed in up to its day; a later one is handed in anew. A book
 * that nobody has answered about is `none` to its sender, though it counts once it is read (decision 014).
 */
export function liveState(
  { status, submittedOn }: LiveAnswers,
  decision: { readonly kind: 'accepted' | 'returned'; readonly day: Day } | undefined,
): ReportState {
  // a day that is missing counts as that of the run which saw the book, and the run knew the decision
  const isReached = decision !== undefined && (submittedOn === undefined || submittedOn <= decision.day);
  if (status === 'draft') return 'draft';
  if (isReached) return decision.kind;
  return status === '' ? 'none' : 'submitted';
}
