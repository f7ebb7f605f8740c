import type { Place } from '../issue/issue.ts';

export const observationStatuses = [
  'value',
  'not_reported',
  'no_data',
  'not_applicable',
  'rejected',
] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

/** One typed-in value: concrete data element × unit × period. */
export interface Observation {
  /** Code of the organisation, or of the district for district elements. */
  readonly unit: string;
  /** Concrete code: base code plus members, e.g. `vpr.passed.ru.g4`. */
  readonly element: string;
  readonly period: string;
  readonly status: ObservationStatus;
  /** Only with status `value`: a number (yes = 1, no = 0), or text for elements of type date (`YYYY-MM-DD`) and text. */
  readonly value?: number | string;
  /** The text as typed, at most 200 characters, where it is not simply the value. */
  readonly raw?: string;
  readonly place: Place;
}
