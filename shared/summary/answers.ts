import type { ObservationStatus } from '../observation/observation.ts';

/** Answers of one unit, or of many, to what is waited for. */
export interface AnswerCounts {
  /** Values waited for, without those answered «не ведём». */
  readonly expected: number;
  /** Values and «нет данных»: an answer was given. */
  readonly received: number;
  /** Of `received`: «нет данных». */
  readonly noData: number;
  /** Typed, but with an error: not received. */
  readonly rejected: number;
  /** «не ведём»: leaves `expected`. */
  readonly notApplicable: number;
}

export const noAnswers: AnswerCounts = { expected: 0, received: 0, noData: 0, rejected: 0, notApplicable: 0 };

export const addAnswers = (a: AnswerCounts, b: AnswerCounts): AnswerCounts => ({
  expected: a.expected + b.expected,
  received: a.received + b.received,
  noData: a.noData + b.noData,
  rejected: a.rejected + b.rejected,
  notApplicable: a.notApplicable + b.notApplicable,
});

/** One owed value; undefined = nothing was ever typed. */
export function answer(status: ObservationStatus | undefined): AnswerCounts {
  if (status === 'not_applicable') return { ...noAnswers, notApplicable: 1 };
  if (status === 'value') return { ...noAnswers, expected: 1, received: 1 };
  if (status === 'no_data') return { ...noAnswers, expected: 1, received: 1, noData: 1 };
  return { ...noAnswers, expected: 1, rejected: status === 'rejected' ? 1 : 0 };
}

/** Percent of the answers waited for; undefined where none is. */
export const answeredShare = (c: AnswerCounts): number | undefined =>
  c.expected === 0 ? undefined : (100 * c.received) / c.expected;
