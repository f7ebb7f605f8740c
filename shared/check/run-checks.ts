import { inForce } from '../catalog/in-force.ts';
import type { Check } from '../catalog/types.ts';
import type { Engine } from '../indicator/engine.ts';
import { type Evaluation, engineOf } from '../indicator/evaluate.ts';
import { round9 } from '../indicator/exact.ts';
import { isTrue, kernels } from '../indicator/kernels.ts';
import { given } from '../indicator/status.ts';
import { isIssueCode } from '../issue/codes.ts';
import type { Issue, Place } from '../issue/issue.ts';
import { compareText } from '../number/compare-text.ts';
import { type Period, parsePeriod } from '../period/period.ts';
import { cellsOf, membersOf } from './inputs-of-check.ts';
import type { Rejection } from './reject.ts';

/** Where a value was typed; undefined where nothing was. */
export type PlaceOf = (unit: string, element: string, period: string) => Place | undefined;

export interface CheckOutcome {
  readonly issues: readonly Issue[];
  /** Values that an error rejects; none twice. */
  readonly rejected: readonly Rejection[];
}

/** Thrown for a row of rules/checks.csv whose `check` is no issue code; the catalogue's loader refuses it beforehand. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}

class Checker {
  readonly issues: Issue[] = [];
  readonly rejected = new Map<string, Rejection>();
  private readonly engine: Engine;
  private readonly placeOf: PlaceOf;

  constructor(engine: Engine, placeOf: PlaceOf) {
    this.engine = engine;
    this.placeOf = placeOf;
  }

  run(check: Check): void {
    const { catalog } = this.engine.sources;
    for (const members of membersOf(check, catalog, this.engine.definitions)) {
      const left = cellsOf(check.left, catalog, members);
      const right = cellsOf(check.right, catalog, members);
      const program = {
        left: this.engine.compile(check.left, { members }),
        right: this.engine.compile(check.right, { members }),
      };
      for (const period of this.periodsOf([...left, ...right])) {
        if (!inForce(check, period.schoolYear)) continue;
        this.compare(check, program.left(period), program.right(period), (unit, a, b) =>
          this.report(check, unit, period.key, left, right, a, b),
        );
      }
    }
  }

  /** A violation is a comparison that is definitely false; an unknown one accuses nobody. */
  private compare(
    check: Check,
    left: ReturnType<ReturnType<Engine['compile']>>,
    right: ReturnType<ReturnType<Engine['compile']>>,
    violated: (unit: number, a: number, b: number) => void,
  ): void {
    const { pool } = this.engine.sources;
    const truth = pool.take();
    kernels[check.op](left, right, truth);
    for (let i = 0; i < truth.status.length; i++) {
      if (truth.status[i] === given && !isTrue(truth.values[i]!))
        violated(i, left.values[i]!, right.values[i]!);
    }
    for (const vector of [left, right, truth]) pool.give(vector);
  }

  private report(
    check: Check,
    at: number,
    period: string,
    left: readonly string[],
    right: readonly string[],
    a: number,
    b: number,
  ): void {
    if (!isIssueCode(check.check)) throw new CheckError(`${check.code}: ${check.check} is no issue code`);
    const { organisations, districts } = this.engine.sources.columns.units;
    const unit = (organisations[at] ?? districts[at - organisations.length]!).code;
    const named = [...left, ...right].find((element) => this.placeOf(unit, element, period) !== undefined);
    const place = named === undefined ? undefined : this.placeOf(unit, named, period);
    const element = named ?? left[0] ?? right[0];
    this.issues.push({
      code: check.check,
      place: place ?? check.origin,
      organisation: unit,
      period,
      ...(element !== undefined && { element }),
      params: { left: round9(a), op: check.op, right: round9(b), rule: check.code },
      severity: check.severity,
      ...(check.message !== '' && { message: check.message }),
    });
    if (check.severity === 'error') for (const cell of left) this.reject(at, unit, cell, period);
  }

  private reject(at: number, unit: string, element: string, period: string): void {
    const column = this.engine.sources.columns.byElement.get(element)?.get(period);
    if (column?.status[at] !== given) return;
    this.rejected.set(`${unit} ${element} ${period}`, { unit, element, period });
  }

  private periodsOf(elements: readonly string[]): Period[] {
    const keys = new Set<string>();
    for (const element of elements) {
      for (const key of this.engine.sources.columns.byElement.get(element)?.keys() ?? []) keys.add(key);
    }
    return [...keys].sort(compareText).flatMap((key) => parsePeriod(key) ?? []);
  }
}

const text = (issue: Issue): string => `${issue.params?.rule}`;

/**
 * Runs the checks of the catalogue (contracts §3, rules/checks.csv): per unit, period and combination of the
 * members that all inputs have, `left op right` must not be definitely false. All checks see the same values,
 * so their order cannot matter; apply `rejected` afterwards with `withRejected`. Throws CheckError for a row
 * whose `check` is no issue code.
 */
export function runChecks(evaluation: Evaluation, placeOf: PlaceOf): CheckOutcome {
  const checker = new Checker(engineOf(evaluation), placeOf);
  for (const check of evaluation.catalog.checks) checker.run(check);
  const order = (a: string | undefined, b: string | undefined) => compareText(a ?? '', b ?? '');
  const issues = checker.issues.sort(
    (a, b) =>
      order(a.organisation, b.organisation) ||
      order(a.period, b.period) ||
      order(text(a), text(b)) ||
      order(a.element, b.element),
  );
  const rejected = [...checker.rejected.values()].sort(
    (a, b) => order(a.unit, b.unit) || order(a.element, b.element) || order(a.period, b.period),
  );
  return { issues, rejected };
}
