import type { Place } from '../issue/issue.ts';

/** Why a field that was filled in has no value. */
export type FieldAnswer = 'no_data' | 'not_applicable' | 'rejected';

/** One row of a register of objects as somebody entered it. */
export interface RecordRow {
  /** Code of the register. */
  readonly record: string;
  /** Organisation or district whose workbook it stands in. */
  readonly unit: string;
  readonly schoolYear: string;
  /** Its place in the table, from 1; empty rows are not counted. */
  readonly no: number;
  /** Of a row that the template gave; free rows have none. */
  readonly key?: string;
  /**
   * By field code: numbers; texts; `YYYY-MM-DD`, `YYYY-MM` and school years; codes of list answers; 1 and 0 for yes and
   * no; organisations as written until the register is at hand, then by code.
   */
  readonly values: Readonly<Record<string, number | string>>;
  /** Fields that were filled in and give no value. */
  readonly answers?: Readonly<Record<string, FieldAnswer>>;
  /** The first filled cell. */
  readonly place: Place;
  /** A1 addresses of the filled fields, of registers that are judged after reading. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** Version of the tabs' layout, the number in `msoko:records:1`. */
export const recordsVersion = 1;

/** `<register>.<field>`: the key of a column, and what issues call a field. */
export const fieldKey = (record: string, field: string): string => `${record}.${field}`;

/** The parts of a `fieldKey`; undefined where there is no dot. */
export function splitFieldKey(key: string): { readonly record: string; readonly field: string } | undefined {
  const dot = key.lastIndexOf('.');
  return dot > 0 ? { record: key.slice(0, dot), field: key.slice(dot + 1) } : undefined;
}
