/** Wrong use of the plan by the code that built it; never bad data of a person. */
export class PlanError extends Error {
  override readonly name: string = 'PlanError';
}

/** Two cells carry the same id. */
export class DuplicateCellId extends PlanError {
  override readonly name = 'DuplicateCellId';
}

/** A formula, chart or link names a cell that the plan does not hold. */
export class UnknownCellId extends PlanError {
  override readonly name = 'UnknownCellId';
}

/** A tab name that a spreadsheet refuses: empty, too long, used twice, reserved or with illegal characters. */
export class InvalidSheetName extends PlanError {
  override readonly name = 'InvalidSheetName';
}

/** A row, column, range or anchor outside the sheet, upside down, or overlapping another. */
export class InvalidPlace extends PlanError {
  override readonly name = 'InvalidPlace';
}

/** A cell that no spreadsheet could hold as given: two values at one place, text too long, number not finite. */
export class InvalidCell extends PlanError {
  override readonly name = 'InvalidCell';
}

/** A formula with the wrong number of arguments, a range where one value is needed, or over Excel's limits. */
export class InvalidFormula extends PlanError {
  override readonly name = 'InvalidFormula';
}

/** A formula that needs its own result. */
export class FormulaCycle extends PlanError {
  override readonly name = 'FormulaCycle';
}
