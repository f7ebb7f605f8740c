import type { Day } from '../period/period.ts';

/** The day by which all that a unit has answered of a form had arrived, for one period of the form. */
export interface Arrival {
  readonly unit: string;
  readonly form: string;
  readonly period: string;
  readonly day: Day;
}
