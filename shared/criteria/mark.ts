import type { RecordRow } from '../record/record.ts';

/** An answer to a criterion. */
export const marks = ['yes', 'partly', 'no', 'not_applicable'] as const;
export type Mark = (typeof marks)[number];

/** Words of `target_verdict` (contracts §6), and `not_applicable`. */
export type CriterionStatus = 'met' | 'partly' | 'not_met' | 'not_applicable' | 'no_data';

/** The mark of a row, from its list or as «х»; undefined where there is none. */
export function markOf(row: Pick<RecordRow, 'values' | 'answers'> | undefined): Mark | undefined {
  const value = row?.values.mark;
  if (row?.answers?.mark === 'not_applicable') return 'not_applicable';
  return marks.find((mark) => mark === value);
}

/** What a mark says of a criterion: with minus polarity, having it is a fault. */
export function statusOf(mark: Mark | undefined, polarity: '' | '+' | '-'): CriterionStatus {
  switch (mark) {
    case undefined:
      return 'no_data';
    case 'not_applicable':
      return 'not_applicable';
    case 'partly':
      return 'partly';
    case 'yes':
      return polarity === '-' ? 'not_met' : 'met';
    case 'no':
      return polarity === '-' ? 'met' : 'not_met';
  }
}
