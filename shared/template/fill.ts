import type { Scalar } from '../plan/plan.ts';
import type { GivenRow } from './record-sheet.ts';

/**
 * What a person would type, so that demonstrations and tests make filled workbooks through the same path as
 * empty ones. `element` is a concrete code (`vpr.passed.ru.g4`).
 */
export interface Fill {
  /** A number, a text such as «н/д», a boolean; for dates `YYYY-MM-DD`. Undefined = the cell stays empty. */
  readonly value?: (element: string, period: string) => Scalar | undefined;
  /** Rows of a register of objects, below those entered before. */
  readonly rows?: (record: string) => readonly GivenRow[];
  /** The answer to «Сдаю»: `да` or `нет`. */
  readonly submitted?: string;
  /** `YYYY-MM-DD`. */
  readonly submittedOn?: string;
  /** A post, never a person's name. */
  readonly submittedByPost?: string;
}

/**
 * Values of periods before this workbook's school year, as they counted (none that was rejected); the period is the
 * earlier one. Undefined = none is known.
 */
export type PreviousValues = (element: string, period: string) => number | string | undefined;
