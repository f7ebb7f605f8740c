import { demoTable } from './demo-table.ts';

/** A typical slip of a person: what stands in a cell instead of the right figure. */
export interface Fault {
  readonly unit: string;
  readonly period: string;
  /** Concrete element. */
  readonly element: string;
  /** Undefined: the cell was left empty. */
  readonly typed: number | string | undefined;
  /** Codes of the issues that the slip must draw; anything else in the demonstration is an accident. */
  readonly issues: readonly string[];
}

const typedOf = (text: string): Fault['typed'] =>
  text === '' ? undefined : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;

/** One of each kind, as they happen in real reports. */
export const faults: readonly Fault[] = demoTable('faults.csv').map((row) => ({
  unit: row.unit ?? '',
  period: row.period ?? '',
  element: row.element ?? '',
  typed: typedOf(row.typed ?? ''),
  issues: (row.issues ?? '').split(' ').filter((code) => code !== ''),
}));

/** Whose current year the district entered itself, from the telephone: a table instead of a workbook. */
export const byTelephone: ReadonlySet<string> = new Set([
  ...['kinder-01', 'kinder-03', 'school-06', 'school-08', 'school-10', 'school-11'],
]);

/** Who sent nothing that year. */
export const silent: ReadonlySet<string> = new Set(['school-12 2024/25']);
