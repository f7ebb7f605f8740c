import { InvalidFormula } from './errors.ts';
import { checkArity, functionArity } from './function-arity.ts';
import type { Formula } from './plan.ts';

/** A range by the ids of its corners; a single cell has both alike. */
export interface Reference {
  readonly from: string;
  readonly to: string;
}

/**
 * Every cell and range a formula names, in reading order.
 * Throws InvalidFormula for a wrong number of arguments or a range where one value is needed.
 */
export function formulaReferences(formula: Formula): Reference[] {
  const found: Reference[] = [];
  collect(formula, false, found);
  return found;
}

function collect(formula: Formula, rangeAllowed: boolean, found: Reference[]): void {
  switch (formula.type) {
    case 'literal':
      return;
    case 'cell':
      found.push({ from: formula.id, to: formula.id });
      return;
    case 'range':
      // implicit intersection differs between Excel, LibreOffice and Google Sheets
      if (!rangeAllowed)
        throw new InvalidFormula(`a range needs a function around it: ${formula.from}:${formula.to}`);
      found.push({ from: formula.from, to: formula.to });
      return;
    case 'call':
      checkArity(formula.name, formula.args.length);
      if (
        formula.name === 'COUNTIF' &&
        formula.args[0]?.type !== 'range' &&
        formula.args[0]?.type !== 'cell'
      ) {
        throw new InvalidFormula('COUNTIF counts in a range or a cell');
      }
      for (const [index, arg] of formula.args.entries()) {
        const allowed = functionArity[formula.name].ranges && !(formula.name === 'COUNTIF' && index === 1);
        collect(arg, allowed, found);
      }
      return;
    case 'binary':
      collect(formula.left, false, found);
      collect(formula.right, false, found);
      return;
  }
}
