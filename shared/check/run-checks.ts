import type { Members } from '../catalog/concrete.ts';
import { inForce } from '../catalog/in-force.ts';
import type { Check } from '../catalog/types.ts';
import type { Engine } from '../indicator/engine.ts';
import { type Evaluation, engineOf } from '../indicator/evaluate.ts';
import { round9 } from '../indicator/exact.ts';
import { isTrue, kernels } from '../indicator/kernels.ts';
import { given } from '../indicator/status.ts';
import { isIssueCode } from '../issue/codes.ts';
import type { Issue } from '../issue/issue.ts';
import { compareText } from '../number/compare-text.ts';
import { decreases } from './decreased.ts';
import { type OverTime, overTime } from './earlier-values.ts';
import { cellsOf, membersOf } from './inputs-of-check.ts';
import { type GroupOf, outliers } from './peers.ts';
import { periodsWith } from './periods-with.ts';
import type { PlaceOf } from './place-of.ts';
import { type Rejection, withRejected } from './reject.ts';

export interface CheckOutcome {
  readonly issues: readonly Issue[];
  /** Values that an error rejects; none twice. */
  readonly rejected: readonly Rejection[];
  /** What made each comparison's issue; falls and peers have no rule here. */
  readonly rules: ReadonlyMap<Issue, RuleUse>;
}

/** A rule of the catalogue as it was applied: the dims that all its inputs share are bound to members. */
export interface RuleUse {
  readonly check: Check;
  readonly members: Members;
}

/** Thrown for a row of rules/checks.csv whose `check` is no issue code; the catalogue's loader refuses it beforehand. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}

/** What a comparison found: concrete elements and the value of either side. */
interface Violation {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly a: number;
  readonly b: number;
  readonly times: OverTime | undefined;
  readonly use: RuleUse;
}

class Checker {
  readonly issues: Issue[] = [];
  readonly rejected = new Map<string, Rejection>();
  readonly rules = new Map<Issue, RuleUse>();
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
      const timesOf = overTime(this.engine, check, members);
      const use = { check, members };
      for (const period of periodsWith(this.engine.sources.columns, [...left, ...right])) {
        if (!inForce(check, period.schoolYear)) continue;
        const concerns = this.engine.sources.owing.inScope(check.scope, period.schoolYear);
        this.compare(check, program.left(period), program.right(period), (unit, a, b) => {
          if (concerns[unit] === 0) return;
          this.report(check, unit, period.key, { left, right, a, b, times: timesOf(unit, period), use });
        });
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

  private report(check: Check, at: number, period: string, violation: Violation): void {
    const { left, right, a, b, times, use } = violation;
    if (!isIssueCode(check.check)) throw new CheckError(`${check.code}: ${check.check} is no issue code`);
    const { organisations, districts } = this.engine.sources.columns.units;
    const unit = (organisations[at] ?? districts[at - organisations.length]!).code;
    const named = [...left, ...right].find((element) => this.placeOf(unit, element, period) !== undefined);
    const place = named === undefined ? undefined : this.placeOf(unit, named, period);
    const element = named ?? left[0] ?? right[0];
    const issue: Issue = {
      code: check.check,
      place: place ?? check.origin,
      organisation: unit,
      period,
      ...(element !== undefined && { element }),
      params: { left: round9(a), op: check.op, right: round9(b), rule: check.code, ...times },
      severity: check.severity,
      ...(check.message !== '' && { message: check.message }),
    };
    this.issues.push(issue);
    this.rules.set(issue, use);
    if (check.severity === 'error') for (const cell of left) this.reject(at, unit, cell, period);
  }

  private reject(at: number, unit: string, element: string, period: string): void {
    const column = this.engine.sources.columns.byElement.get(element)?.get(period);
    if (column?.status[at] !== given) return;
    this.rejected.set(`${unit} ${element} ${period}`, { unit, element, period });
  }
}

const text = (issue: Issue): string => `${issue.params?.rule ?? issue.code}`;

/** Everybody is compared with everybody. */
const allTogether: GroupOf = () => '';

/**
 * Runs the checks of the catalogue (contracts §3, rules/checks.csv): per unit, period and combination of the
 * members that all inputs have, `left op right` must not be definitely false. All checks see the same values,
 * so their order cannot matter; apply `rejected` afterwards with `withRejected`. What is left is held against the
 * same unit's year (`decreases`) and against its peers (`outliers`, within the groups of `groupOf`). Throws CheckError
 * for a row whose `check` is no issue code.
 */
export function runChecks(
  evaluation: Evaluation,
  placeOf: PlaceOf,
  groupOf: (sound: Evaluation) => GroupOf = () => allTogether,
): CheckOutcome {
  const engine = engineOf(evaluation);
  const checker = new Checker(engine, placeOf);
  for (const check of evaluation.catalog.checks) checker.run(check);
  const order = (a: string | undefined, b: string | undefined) => compareText(a ?? '', b ?? '');
  const rejected = [...checker.rejected.values()].sort(
    (a, b) => order(a.unit, b.unit) || order(a.element, b.element) || order(a.period, b.period),
  );
  const { catalog, observations } = evaluation;
  const sound = { ...evaluation, observations: withRejected(observations, catalog, rejected) };
  const rest = rejected.length === 0 ? engine : engineOf(sound);
  const late = [...decreases(rest, placeOf), ...outliers(rest, groupOf(sound), placeOf)];
  const issues = [...checker.issues, ...late].sort(
    (a, b) =>
      order(a.organisation, b.organisation) ||
      order(a.period, b.period) ||
      order(text(a), text(b)) ||
      order(a.element, b.element),
  );
  return { issues, rejected, rules: checker.rules };
}
