import type { Members } from '../catalog/concrete.ts';
import { inForce } from '../catalog/in-force.ts';
import type { Catalog, Check } from '../catalog/types.ts';
import { cellsOf, membersOf } from '../check/inputs-of-check.ts';
import { flagsOf, inputsOf } from '../expression/inputs.ts';
import { Definitions } from '../indicator/definitions.ts';
import type { Formula } from '../plan/plan.ts';
import type { Calculation, Step } from './calculation.ts';
import type { Expectation } from './expectation.ts';
import type { Figures } from './figures.ts';
import { binary, call, literal } from './formula.ts';
import { NotLive } from './indicator-formula.ts';
import { periodMoment } from './moment.ts';
import { type Reference, resolveReference } from './reference.ts';

/** One comparison of a check: its cell on the hidden tab holds 1 where the check is definitely violated, else 0. */
export interface CheckFlag {
  readonly check: Check;
  /** Base code of the element in whose row the message stands: the first that the left side names. */
  readonly element: string;
  /** Members of the dims that all inputs share, and those of a concrete code on the left. */
  readonly members: Members;
  readonly fixed?: Members;
  readonly period: string;
  readonly id: string;
  /** Concrete elements whose values an error rejects. */
  readonly rejects: readonly string[];
}

function violated(check: Check, left: Formula, right: Formula): Formula {
  const holds = binary(check.op, call('ROUND', left, literal(9)), call('ROUND', right, literal(9)));
  // a missing side accuses nobody
  return call('IFERROR', call('IF', holds, literal(0), literal(1)), literal(0));
}

function leftElement(catalog: Catalog, check: Check): (Reference & { kind: 'element' }) | undefined {
  const code = inputsOf(check.left)[0];
  const reference = code === undefined ? undefined : resolveReference(catalog, code, () => undefined);
  return reference?.kind === 'element' ? reference : undefined;
}

/** All comparisons of the catalogue's checks that this workbook can make, laid out on the hidden tab; as shared/check. */
export function checkFlags(
  catalog: Catalog,
  schoolYear: string,
  expectation: Expectation,
  figures: Figures,
  calculation: Calculation,
): CheckFlag[] {
  const definitions = new Definitions(catalog);
  const flags: CheckFlag[] = [];
  for (const check of catalog.checks) {
    const left = leftElement(catalog, check);
    const owed = left && expectation.owedElement(left.element.code);
    if (!left || !owed || !inForce(check, schoolYear) || !expectation.isIn(check.scope)) continue;
    if ([check.left, check.right].some((side) => flagsOf(side).length > 0)) continue;
    const steps: Step[] = [];
    for (const members of membersOf(check, catalog, definitions)) {
      for (const period of owed.periods) {
        const moment = periodMoment(period);
        if (![check.left, check.right].every((side) => expectation.owes(side, moment))) continue;
        const id = `check ${check.code} ${[...members.values()].join('.')} ${period.key}`;
        try {
          const a = figures.side(check.left, members, moment);
          steps.push({ id, formula: violated(check, a, figures.side(check.right, members, moment)) });
        } catch (error) {
          if (error instanceof NotLive) continue;
          throw error;
        }
        flags.push({
          check,
          element: left.element.code,
          members,
          period: period.key,
          id,
          rejects: check.severity === 'error' ? cellsOf(check.left, catalog, members) : [],
          ...(left.fixed === undefined ? {} : { fixed: left.fixed }),
        });
      }
    }
    if (steps.length > 0) calculation.row(`check ${check.code}`, steps);
  }
  return flags;
}
