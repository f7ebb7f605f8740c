/** `#DIV/0!` and its kin, as a value that flows on. */
export interface FormulaError {
  readonly error: '#DIV/0!' | '#VALUE!' | '#NUM!' | '#NAME?' | '#REF!' | '#N/A';
}

/** What a cell shows; undefined is a blank cell. */
export type CellResult = number | string | boolean | FormulaError | undefined;

export function isError(value: CellResult): value is FormulaError {
  return typeof value === 'object';
}

export const divisionByZero: FormulaError = { error: '#DIV/0!' };
export const wrongValue: FormulaError = { error: '#VALUE!' };
export const wrongNumber: FormulaError = { error: '#NUM!' };
export const notAvailable: FormulaError = { error: '#N/A' };
