import type { Day } from '../period/period.ts';

/**
 * A stretch of months within which something is done: `from` 1–12, `to` 1–12, both inclusive; `to` before `from` ends
 * in the next year. A quarter is three months, a year twelve. `day` makes it one day of month `to`.
 */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly day?: number;
  /** Years between the year a term speaks of and the year in which the stretch begins: 1 = «следующего за отчетным». */
  readonly later?: number;
}

/** A stretch with the years in which it begins. */
export type Term =
  /** Once; `endYear` where the stretch ends in a later year than it begins in («ноябрь 2022 – февраль 2025»). */
  | { readonly type: 'once'; readonly stretch: Stretch; readonly year: number; readonly endYear?: number }
  /** Every `step` years: from `first` (else the beginning of the window) to `last` (else its end). */
  | {
      readonly type: 'each';
      readonly stretch: Stretch;
      readonly step: number;
      readonly first?: number;
      readonly last?: number;
    }
  /** Once in every `years` years, counted from the beginning of the window: due at the end of each round. */
  | { readonly type: 'round'; readonly years: number }
  /** By the end of the roadmap. */
  | { readonly type: 'whole' };

/** Why a deadline has no date of its own (contracts §6, `export activities`). */
export type NoDate = 'no_deadline' | 'not_understood' | 'waits_for_schedule' | 'as_needed' | 'permanent';

/** What a printed deadline means. */
export interface Schedule {
  /** Empty where `reason` says why. */
  readonly terms: readonly Term[];
  readonly reason?: NoDate;
  /** The schedule or plan it leans on, as printed: «графиком проведения НИКО». */
  readonly leansOn?: string;
}

/** The days a roadmap covers, both inclusive. */
export interface Window {
  readonly periodFrom: Day;
  readonly periodTo: Day;
  /** Empty where the order's date is not known. */
  readonly approvedOn: Day | '';
}
