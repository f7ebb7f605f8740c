/** Functions whose result may fill the cells beside and below their own. */
const filling =
  /[{]|\b(?:ARRAYFORMULA|BYCOL|BYROW|CHOOSECOLS|CHOOSEROWS|DROP|EXPAND|FILTER|FLATTEN|FREQUENCY|GOOGLEFINANCE|GROWTH|HSTACK|IMPORT[A-Z]+|LET|LINEST|LOGEST|MAKEARRAY|MAP|MMULT|QUERY|RANDARRAY|REGEXEXTRACT|SCAN|SEQUENCE|SORTN?|SPLIT|TAKE|TOCOL|TOROW|TRANSPOSE|TREND|UNIQUE|VSTACK|WRAPCOLS|WRAPROWS)\s*[({]/i;
/** Functions that make one value of whatever they are given. */
const single =
  /^=\s*(?:AVERAGE[A-Z]*|CONCATENATE|COUNT[A-Z]*|JOIN|MAX[A-Z]*|MEDIAN|MIN[A-Z]*|PRODUCT|ROWS|COLUMNS|SUM[A-Z]*|TEXTJOIN)\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$/i;

/** Whether a formula may fill more cells than its own. */
export const mayFill = (formula: string): boolean => filling.test(formula) && !single.test(formula);

/**
 * Tells of a place (from 0) whether its value may come from a formula above or to the left that fills several cells: such
 * cells hold a value and no formula, and whoever writes into one breaks the formula.
 */
export function spilledCells(
  values: readonly (readonly unknown[])[],
  formulas: readonly (readonly string[])[],
): (row: number, column: number) => boolean {
  const isFilled = (row: number, column: number): boolean => (values[row]?.[column] ?? '') !== '';
  const sources = formulas.flatMap((line, row) =>
    line.flatMap((formula, column) => (formula !== '' && mayFill(formula) ? [{ row, column }] : [])),
  );
  return (row, column) =>
    isFilled(row, column) &&
    // it fills a rectangle, so the corners hold values too
    sources.some(
      (from) =>
        from.row <= row && from.column <= column && isFilled(from.row, column) && isFilled(row, from.column),
    );
}
