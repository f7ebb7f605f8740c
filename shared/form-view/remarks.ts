import { resolveConcrete } from '../catalog/concrete.ts';
import type { Check } from '../catalog/types.ts';
import { type CellRead, cellsRead } from '../check/cells-read.ts';
import { type RuleUse, runChecks } from '../check/run-checks.ts';
import { ColumnsBuilder } from '../indicator/columns.ts';
import type { Issue, Severity } from '../issue/issue.ts';
import { severityOf } from '../issue/severity.ts';
import type { ParsedCell } from '../parse/scalar-to-value.ts';
import { parsePeriod } from '../period/period.ts';
import { entryIssueText } from '../texts/entry-issues.ts';
import type { BookUnit } from './book-unit.ts';
import type { FormField } from './fields.ts';
import type { FormRules } from './form-rules.ts';

/** What stands or is being typed in a cell. */
export interface AnsweredField {
  readonly field: FormField;
  readonly parsed: ParsedCell;
  /** As people read it. */
  readonly text: string;
  /** Where the cell is, if not on the tab of the form. */
  readonly tab?: { readonly id: number; readonly name: string };
}

/** One of the values of a comparison. */
export interface ComparedValue {
  /** Absent for a value of an earlier year, which no cell of this workbook holds. */
  readonly answered?: AnsweredField;
  readonly element: string;
  readonly period: string;
  readonly text: string;
}

/** A comparison that does not hold, or a fall. */
export interface Remark {
  readonly severity: Severity;
  readonly text: string;
  readonly todo: string;
  /** Ids of the fields of the form and period that are compared. */
  readonly fields: readonly string[];
  /** All that is known of what is compared, in the order of the rule, where some of it stands elsewhere; else empty. */
  readonly compared: readonly ComparedValue[];
}

export interface RemarkInput {
  readonly rules: FormRules;
  readonly unit: BookUnit;
  /** Of which remarks are wanted. */
  readonly period: string;
  /** Answers of all periods of the form, and of other forms as far as they are known. */
  readonly answers: readonly AnsweredField[];
}

/**
 * What the checks of the night say of a form in one period: comparisons with anything that is known, in the form, in other
 * forms or periods, in the year before. What is not known accuses nobody.
 */
export function remarksOf({ rules, unit, period, answers }: RemarkInput): Remark[] {
  const { catalog } = rules;
  const builder = new ColumnsBuilder(unit.register, catalog);
  const byKey = new Map<string, AnsweredField>();
  const earlier = new Map<string, string>();
  for (const cell of unit.earlier) {
    builder.add(cell);
    if (typeof cell.value === 'number') earlier.set(keyOf(cell), String(cell.value).replace('.', ','));
  }
  for (const answered of answers) {
    const { field, parsed } = answered;
    const { status, value } = parsed;
    const cell = { unit: unit.code, element: field.code, period: field.period, status };
    builder.add(value === undefined ? cell : { ...cell, value });
    byKey.set(field.id, answered);
  }
  // as at night: checks look at time only through `prev`
  const { issues, rules: uses } = runChecks(
    {
      catalog: unit.isDefined ? catalog : { ...catalog, checks: catalog.checks.map(forEverybody) },
      observations: builder.build(),
      date: '9999-12-31',
    },
    () => undefined,
  );
  return issues.flatMap((issue) => {
    const cells = cellsOf(issue, uses.get(issue), rules);
    const fields = cells.filter((cell) => cell.period === period && isOf(rules, cell.element)).map(keyOf);
    if (fields.length === 0) return [];
    const compared = cells.flatMap((cell): ComparedValue[] => {
      const answered = byKey.get(keyOf(cell));
      const text = answered?.parsed.status === 'value' ? answered.text : earlier.get(keyOf(cell));
      return text === undefined ? [] : [{ ...cell, text, ...(answered && { answered }) }];
    });
    const isAllHere = compared.every((one) => fields.includes(keyOf(one)));
    return [{ ...words(issue), fields, compared: isAllHere ? [] : compared }];
  });
}

/** Id of a field. */
const keyOf = ({ element, period }: CellRead): string => `${element}@${period}`;

const forEverybody = ({ scope: _, ...check }: Check): Check => check;

/** What an issue compares, in the order in which people read it. */
function cellsOf(issue: Issue, use: RuleUse | undefined, rules: FormRules): CellRead[] {
  const { element = '', period: key = '', params } = issue;
  const period = parsePeriod(key);
  if (!use || !period) {
    const before = String(params?.beforePeriod ?? key);
    return [{ element, period: key }, ...(before === key ? [] : [{ element, period: before }])];
  }
  const { check, members } = use;
  const found = [check.left, check.right].flatMap((side) =>
    cellsRead(side, period, { catalog: rules.catalog, definitions: rules.definitions, members }),
  );
  return [...new Map(found.map((cell) => [keyOf(cell), cell])).values()];
}

/** Whether a concrete element belongs to the form itself. */
function isOf({ catalog, form, others }: FormRules, concrete: string): boolean {
  if (others.length === 0) return true;
  return resolveConcrete(catalog, concrete)?.element.form === form;
}

function words(issue: Issue): Pick<Remark, 'severity' | 'text' | 'todo'> {
  const { text, todo } = entryIssueText(issue);
  // a rule's own words say what to do
  return { severity: severityOf(issue), text, todo: issue.message === undefined ? todo : '' };
}
