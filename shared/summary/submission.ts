import { isOptional } from '../catalog/optional.ts';
import type { Form } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';
import type { ObservationStatus } from '../observation/observation.ts';
import { type Day, parsePeriod } from '../period/period.ts';
import { WorkingCalendar } from '../period/working-calendar.ts';
import type { Report } from '../submission/report.ts';
import { type AnswerCounts, addAnswers, answer, answeredShare, noAnswers } from './answers.ts';
import type { DistrictUnits } from './district-units.ts';
import { duePeriods } from './due-periods.ts';
import type { SummaryInput } from './input.ts';
import { concreteTitles } from './members.ts';

/** `waiting`: owed, but nothing is missing yet: the deadline is still to come, or only optional values are left; `draft`, `returned`: only a draft, or a report that was returned, lies there. */
export type SubmissionState = 'complete' | 'partial' | 'returned' | 'draft' | 'none' | 'waiting' | 'not_owed';

export interface SubmissionCell extends AnswerCounts {
  readonly state: SubmissionState;
  /** The nearest deadline to come. */
  readonly nextDue?: Day;
}

export interface SubmissionRow {
  readonly unit: string;
  readonly name: string;
  /** The latest «Сдано» of the unit's workbooks of this school year. */
  readonly submittedOn?: Day;
  /** What the district decided of the report, and when. */
  readonly decision?: { readonly kind: 'accepted' | 'returned'; readonly day: Day };
  /** One per form of `Submission.forms`. */
  readonly cells: readonly SubmissionCell[];
  /** Over all forms together. */
  readonly state: SubmissionState;
  /** Answers of this school year that count and that the district entered. */
  readonly onBehalf: number;
}

export interface FormCompleteness extends AnswerCounts {
  readonly code: string;
  readonly title: string;
  /** Percent of `expected`; undefined when nothing is waited for. */
  readonly percent?: number;
  /** Units of which answers are waited for, and those that gave them all. */
  readonly units: number;
  readonly complete: number;
  readonly nextDue?: Day;
}

export interface Submission {
  /** Forms that anybody owes, in printing order. */
  readonly forms: readonly FormCompleteness[];
  /** Units that owe anything: the district itself first, then organisations in register order. */
  readonly rows: readonly SubmissionRow[];
  readonly total: AnswerCounts;
}

interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: Form['level'];
}

/** What lies there of a unit and counts nowhere. */
type Withheld = 'returned' | 'draft' | undefined;

function withheldOf({ reports, sources }: SummaryInput, unit: string): Withheld {
  const state = reports?.[unit]?.state;
  if (state === 'returned' || state === 'draft') return state;
  return reports === undefined && sources.some((s) => s.unit === unit && s.status === 'draft' && !s.onBehalf)
    ? 'draft'
    : undefined;
}

function stateOf(c: AnswerCounts, isWaiting: boolean, withheld: Withheld): SubmissionState {
  if (c.expected + c.notApplicable === 0) return isWaiting ? 'waiting' : 'not_owed';
  if (c.received === c.expected) return 'complete';
  if (c.received + c.rejected + c.notApplicable > 0) return 'partial';
  return withheld ?? 'none';
}

/** Who owes what and what has come: every owed value of the periods waited for on the day of the summary. */
export function submission(input: SummaryInput, units: DistrictUnits): Submission {
  const forms = [...input.catalog.forms.values()].sort(
    (a, b) => a.order - b.order || compareText(a.code, b.code),
  );
  const cellOf = createCells(input, units);
  const people: Unit[] = [
    { code: units.district.code, name: units.district.name, level: 'district' },
    ...units.organisations.map((o): Unit => ({ code: o.code, name: o.name, level: 'organisation' })),
  ];
  const table = people.map((unit) => forms.map((form) => cellOf(form, unit)));
  const entered = enteredOnBehalf(input);
  const isOwed = forms.map((_, i) => table.some((cells) => cells[i]!.state !== 'not_owed'));
  const owed = <T>(list: readonly T[]): T[] => list.filter((_, i) => isOwed[i]);
  const rows = people.map((unit, i) => ({
    ...submissionRow(input, unit, owed(table[i]!)),
    onBehalf: entered.get(unit.code) ?? 0,
  }));
  return {
    forms: owed(forms).map((form, i) =>
      completeness(
        form,
        rows.map((row) => row.cells[i]!),
      ),
    ),
    rows: rows.filter((row) => row.state !== 'not_owed'),
    total: rows.flatMap((row) => row.cells).reduce<AnswerCounts>(addAnswers, noAnswers),
  };
}

interface Question {
  readonly code: string;
  readonly isOptional: boolean;
}

function createCells(input: SummaryInput, units: DistrictUnits): (form: Form, unit: Unit) => SubmissionCell {
  const questions = new Map<string, Question[]>();
  const formOf = new Map<string, string>();
  for (const element of input.catalog.elements.values()) {
    const own = questions.get(element.form) ?? [];
    for (const { code } of concreteTitles(element, input.catalog)) {
      own.push({ code, isOptional: isOptional(element) });
      formOf.set(code, element.form);
    }
    questions.set(element.form, own);
  }
  const statuses = new Map<string, ObservationStatus>();
  const answered = new Set<string>();
  for (const { unit, element, period, status } of input.observations) {
    if (unit !== units.district.code && !units.all.has(unit)) continue;
    statuses.set(`${unit}\n${element}\n${period}`, status);
    if (status === 'not_reported') continue;
    answered.add(`${formOf.get(element)}\n${period}`);
    answered.add(`${formOf.get(element)}\n${period}\n${unit}`);
  }
  const working = new WorkingCalendar(input.catalog.calendar, units.district.region);
  return (form, unit) => {
    if (form.level !== unit.level) return { ...noAnswers, state: 'not_owed' };
    const own = questions.get(form.code) ?? [];
    const { due, waiting, nextDue } = duePeriods(
      form,
      input.schoolYear,
      input.date,
      {
        byUnit: (period) => answered.has(`${form.code}\n${period}\n${unit.code}`),
        byAnyone: (period) => answered.has(`${form.code}\n${period}`),
      },
      working,
    );
    let counts = noAnswers;
    let isWaiting = waiting.some(({ key }) => own.some(({ code }) => input.owes(unit.code, code, key)));
    for (const { key } of due) {
      for (const { code, isOptional: mayBeEmpty } of own) {
        if (!input.owes(unit.code, code, key)) continue;
        const status = statuses.get(`${unit.code}\n${code}\n${key}`);
        const isSilent = status === undefined || status === 'not_reported';
        if (mayBeEmpty && isSilent) isWaiting = true;
        else counts = addAnswers(counts, answer(status));
      }
    }
    return {
      ...counts,
      state: stateOf(counts, isWaiting, withheldOf(input, unit.code)),
      ...(isWaiting && nextDue !== undefined && { nextDue }),
    };
  };
}

/** How many answers of the school year the district gave for its organisations. */
function enteredOnBehalf({ sources, observations, schoolYear }: SummaryInput): Map<string, number> {
  const files = new Map(sources.flatMap((s) => (s.onBehalf && s.unit ? [[s.path, s.unit] as const] : [])));
  const counts = new Map<string, number>();
  if (files.size === 0) return counts;
  for (const { unit, period, status, place } of observations) {
    const by = files.get(place.file);
    if (by === undefined || by === unit || status === 'not_reported') continue;
    if (parsePeriod(period)?.schoolYear === schoolYear) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

function submissionRow(
  input: SummaryInput,
  unit: Unit,
  cells: readonly SubmissionCell[],
): Omit<SubmissionRow, 'onBehalf'> {
  // what a district enters for others is not its own report
  const own = input.sources.filter((s) => s.unit === unit.code && !s.onBehalf);
  // what was sent before the school year began belongs to an earlier one
  const begins = parsePeriod(input.schoolYear)?.first ?? '';
  const days = own
    .flatMap((s) => (s.status === 'submitted' && s.submittedOn ? [s.submittedOn] : []))
    .filter((day) => day >= begins)
    .sort(compareText);
  const submittedOn = days[days.length - 1];
  const isWaiting = cells.some((c) => c.state === 'waiting');
  const decision = decisionOf(input.reports?.[unit.code]);
  return {
    unit: unit.code,
    name: unit.name,
    ...(submittedOn !== undefined && { submittedOn }),
    ...(decision && { decision }),
    cells,
    state: stateOf(
      cells.reduce<AnswerCounts>(addAnswers, noAnswers),
      isWaiting,
      withheldOf(input, unit.code),
    ),
  };
}

function decisionOf(report: Report | undefined): SubmissionRow['decision'] {
  if (report?.decidedOn === undefined) return undefined;
  const { state, decidedOn: day } = report;
  return state === 'accepted' || state === 'returned' ? { kind: state, day } : undefined;
}

function completeness(form: Form, cells: readonly SubmissionCell[]): FormCompleteness {
  const total = cells.reduce<AnswerCounts>(addAnswers, noAnswers);
  const asked = cells.filter((c) => c.state !== 'not_owed' && c.state !== 'waiting');
  const percent = answeredShare(total);
  const nextDue = cells.flatMap((c) => c.nextDue ?? []).sort(compareText)[0];
  return {
    code: form.code,
    title: form.title,
    expected: total.expected,
    received: total.received,
    noData: total.noData,
    rejected: total.rejected,
    notApplicable: total.notApplicable,
    ...(percent !== undefined && { percent }),
    units: asked.length,
    complete: asked.filter((c) => c.state === 'complete').length,
    ...(nextDue !== undefined && { nextDue }),
  };
}

/** Whole percent of an answer that is not whole, rounded down: never 100, and 0 only where nothing counts. */
export const partialPercent = (c: AnswerCounts): number =>
  c.received === 0 ? 0 : Math.max(1, Math.floor(answeredShare(c) ?? 0));
