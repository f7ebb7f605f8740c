import { concreteCodes, elementRead, type Members, noMembers } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { partsOf } from '../expression/inputs.ts';
import type { Definition, Definitions } from '../indicator/definitions.ts';
import { denominatorOf } from '../indicator/nature.ts';
import { type Period, periodsOfSchoolYear, previousPeriod } from '../period/period.ts';

/** A value that an expression looks at: a concrete element in a period. */
export interface CellRead {
  readonly element: string;
  readonly period: string;
}

/**
 * Every value behind an expression in a period, each once, as first met: inputs of `prev` in the period before, those of an
 * indicator by its definition then, those of a shorter period in all periods of the school year.
 */
export function cellsRead(
  expression: Expression,
  period: Period,
  from: { readonly catalog: Catalog; readonly definitions: Definitions; readonly members?: Members },
): CellRead[] {
  const found = new Map<string, CellRead>();
  new Walk(from.catalog, from.definitions, (cell) =>
    found.set(`${cell.element} ${cell.period}`, cell),
  ).expression(expression, period, from.members ?? noMembers);
  return [...found.values()];
}

class Walk {
  private readonly catalog: Catalog;
  private readonly definitions: Definitions;
  private readonly found: (cell: CellRead) => void;

  constructor(catalog: Catalog, definitions: Definitions, found: (cell: CellRead) => void) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.found = found;
  }

  expression(expression: Expression, period: Period, members: Members): void {
    if (expression.type === 'ref') this.code(expression.code, period, members);
    else {
      const isBefore = expression.type === 'call' && expression.name === 'prev';
      const then = isBefore ? previousPeriod(period) : period;
      for (const part of partsOf(expression)) this.expression(part, then, members);
    }
  }

  private code(code: string, period: Period, members: Members): void {
    const read = elementRead(this.catalog, code, members);
    if (!read) {
      const base = this.definitions.baseAt(code, period.schoolYear);
      for (const concrete of base ? concreteCodes(this.catalog, base, members) : [code]) {
        const definition = this.definitions.at(concrete, period.schoolYear);
        if (definition) this.definition(definition, period);
      }
      return;
    }
    const frequency = this.catalog.forms.get(read.element.form)?.frequency ?? period.frequency;
    const isGathered = frequency !== period.frequency && period.frequency === 'school_year';
    const periods = isGathered ? periodsOfSchoolYear(frequency, period.schoolYear) : [period];
    for (const { key } of periods) for (const element of read.codes) this.found({ element, period: key });
  }

  /** No indicator leans on itself: the catalogue's loader refuses such a one. */
  private definition({ indicator, members }: Definition, period: Period): void {
    const sides = [indicator.numerator, denominatorOf(indicator)];
    const periods = indicator.kind === 'change' ? [period, previousPeriod(period)] : [period];
    for (const when of periods) for (const side of sides) if (side) this.expression(side, when, members);
  }
}
