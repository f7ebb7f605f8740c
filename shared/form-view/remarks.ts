import { elementRead } from '../catalog/concrete.ts';
import type { Catalog, Check } from '../catalog/types.ts';
import { cellsOf, membersOf } from '../check/inputs-of-check.ts';
import { resetYear } from '../check/reset-years.ts';
import { evaluated, numberOf } from '../expression/evaluate.ts';
import { inputsOf } from '../expression/inputs.ts';
import { isIssueCode } from '../issue/codes.ts';
import type { Issue } from '../issue/issue.ts';
import { severityOf } from '../issue/severity.ts';
import { roundHalfAway } from '../number/decimal.ts';
import type { ParsedCell } from '../parse/scalar-to-value.ts';
import { type Period, parsePeriod, periodsOfSchoolYear } from '../period/period.ts';
import { entryIssueText } from '../texts/entry-issues.ts';
import type { FormField } from './fields.ts';

/** A comparison that does not hold, or a fall, among the answers of a form. */
export interface Remark {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly todo: string;
  /** Ids of the fields compared; the first is the one that is rejected or has fallen. */
  readonly fields: readonly string[];
}

/** Answers of a form by concrete code and period: what a check may look at. */
export type AnswerAt = (code: string, period: string) => ParsedCell | undefined;

/**
 * The checks that need nothing but the answers of one form in one period, and falls of cumulative values against its
 * earlier periods: the comparisons of shared/check, over one unit. A missing side accuses nobody; `prev` is missing here,
 * so comparisons with the period before are left to the check of the whole workbook.
 */
export function remarksOf(
  catalog: Catalog,
  fields: readonly FormField[],
  period: string,
  answerAt: AnswerAt,
): Remark[] {
  const own = new Set(fields.filter((field) => field.period === period).map((field) => field.code));
  const of = (code: string): string => `${code}@${period}`;
  const remarks: Remark[] = [];
  for (const check of catalog.checks) {
    if (!concerns(check, catalog, own)) continue;
    for (const members of membersOf(check, catalog, noIndicators)) {
      const sides = [check.left, check.right].map((side) => cellsOf(side, catalog, members));
      const cells = [...new Set(sides.flat())];
      if (!cells.every((code) => own.has(code))) continue;
      const found = violation(check, (code) =>
        sumOf((elementRead(catalog, code, members)?.codes ?? []).map((cell) => answerAt(cell, period))),
      );
      if (found) remarks.push(remark(check, found, cells.map(of)));
    }
  }
  return [...remarks, ...falls(fields, period, answerAt)];
}

/** A form's definitions know no indicators; a check that names one is left to the whole check of the workbook. */
const noIndicators = { anyOf: () => undefined };

const concerns = ({ left, right }: Check, catalog: Catalog, own: ReadonlySet<string>): boolean => {
  const inputs = [...inputsOf(left), ...inputsOf(right)].map((code) => elementRead(catalog, code));
  return inputs.length > 0 && inputs.every((read) => read?.codes.some((code) => own.has(code)));
};

/** Both sides where the comparison is definitely violated. */
function violation(
  { left, op, right }: Check,
  value: (code: string) => number | undefined,
): Record<'left' | 'right', number> | undefined {
  if (evaluated({ type: 'binary', op, left, right }, { value }) !== 0) return undefined;
  const [a, b] = [left, right].map((side) => numberOf(evaluated(side, { value })));
  return { left: roundHalfAway(a!, 9), right: roundHalfAway(b!, 9) };
}

/** Members that are not applicable are left out; any other missing one makes the sum missing (evaluation.md, Members). */
function sumOf(cells: readonly (ParsedCell | undefined)[]): number | undefined {
  const asked = cells.filter((cell) => cell?.status !== 'not_applicable');
  if (asked.length === 0) return undefined;
  let sum = 0;
  for (const cell of asked) {
    if (cell?.status !== 'value' || typeof cell.value !== 'number') return undefined;
    sum += cell.value;
  }
  return sum;
}

function remark(
  { check: code, op, severity, message }: Check,
  values: Record<'left' | 'right', number>,
  fields: readonly string[],
): Remark {
  const issue: Issue = {
    code: isIssueCode(code) ? code : 'check.sum',
    place: { file: '' },
    severity,
    params: { ...values, op },
    ...(message !== '' && { message }),
  };
  const { text, todo } = entryIssueText(issue);
  // a rule's own words say what to do
  return { severity, text, todo: message === '' ? todo : '', fields };
}

/** `check.decreased` (shared/check/decreased.ts): a value below the last known one of the same year. */
function falls(fields: readonly FormField[], key: string, answerAt: AnswerAt): Remark[] {
  const period = parsePeriod(key);
  if (!period) return [];
  const keys = [...new Set(fields.map((field) => field.period))];
  return fields.flatMap((field): Remark[] => {
    const year = resetYear(field.element, period);
    const now = numberAt(answerAt, field.code, key);
    if (field.period !== key || year === undefined || now === undefined) return [];
    const before = keys
      .flatMap((other) => parsePeriod(other) ?? [])
      .filter((other) => isEarlier(other, period) && resetYear(field.element, other) === year)
      .sort((a, b) => (isEarlier(a, b) ? 1 : -1))
      .find((other) => numberAt(answerAt, field.code, other.key) !== undefined);
    if (!before) return [];
    const then = numberAt(answerAt, field.code, before.key)!;
    if (now >= then) return [];
    const issue: Issue = {
      code: 'check.decreased',
      place: { file: '' },
      period: key,
      params: { before: then, beforePeriod: before.key, now },
    };
    return [{ severity: severityOf(issue), ...entryIssueText(issue), fields: [field.id] }];
  });
}

/** Stages have one first day: their place in the year decides. */
function isEarlier(a: Period, b: Period): boolean {
  const rank = ({ key, frequency, schoolYear }: Period): number =>
    periodsOfSchoolYear(frequency, schoolYear).findIndex((one) => one.key === key);
  return a.first < b.first || (a.first === b.first && rank(a) < rank(b));
}

function numberAt(answerAt: AnswerAt, code: string, period: string): number | undefined {
  const answer = answerAt(code, period);
  return answer?.status === 'value' && typeof answer.value === 'number' ? answer.value : undefined;
}
