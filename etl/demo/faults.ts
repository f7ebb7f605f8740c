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

/** Slips as rows of faults.csv, as they happen in real reports. */
export const faultsOf = (rows: readonly Record<string, string>[]): Fault[] =>
  rows.map((row) => ({
    unit: row.unit ?? '',
    period: row.period ?? '',
    element: row.element ?? '',
    typed: typedOf(row.typed ?? ''),
    issues: (row.issues ?? '').split(' ').filter((code) => code !== ''),
  }));
