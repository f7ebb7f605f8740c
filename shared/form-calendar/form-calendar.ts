import { concreteCodes } from '../catalog/concrete.ts';
import { formAsks } from '../catalog/form-asks.ts';
import { formDay } from '../catalog/form-day.ts';
import { isOptional } from '../catalog/optional.ts';
import { isTyped } from '../catalog/typed.ts';
import type { Form } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';
import { type Day, type Period, periodsOfSchoolYear } from '../period/period.ts';
import { WorkingCalendar } from '../period/working-calendar.ts';
import { addAnswers, answer, noAnswers } from '../summary/answers.ts';
import type { DistrictUnits } from '../summary/district-units.ts';
import type { SummaryInput } from '../summary/input.ts';
import { isWhole, type Punctuality, type Report } from './report.ts';

/** One form for one period: whom it concerns, by when, and what has come. */
export interface CalendarEntry {
  readonly form: Pick<Form, 'code' | 'title' | 'level' | 'frequency' | 'orgTypes'>;
  readonly period: Period;
  readonly asOf?: Day;
  /** As printed in the form. */
  readonly due?: Day;
  /** The last day on which it is in time: `due`, or the next working day where that is a day off (domain §4). */
  readonly lastDay?: Day;
  /** One per unit that owes anything, in register order. */
  readonly reports: readonly Report[];
}

/** The forms of a school year in order of their deadlines. */
export interface FormCalendar {
  readonly entries: readonly CalendarEntry[];
  /** Who owes anything: the district itself first, then organisations in register order. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
}

export type CalendarInput = Pick<
  SummaryInput,
  'catalog' | 'date' | 'schoolYear' | 'observations' | 'owes' | 'sources' | 'arrivals'
>;

interface Question {
  readonly code: string;
  readonly isOptional: boolean;
}

const key = (...parts: readonly string[]): string => parts.join('\n');

/**
 * The calendar of forms of a district for the school year of the input (domain §7): every form and period that anybody
 * owes. Forms that nobody types in are left out.
 */
export function formCalendar(input: CalendarInput, units: DistrictUnits): FormCalendar {
  const working = new WorkingCalendar(input.catalog.calendar, units.district.region);
  const people = {
    district: [units.district],
    organisation: units.organisations,
  };
  const reportOf = reporter(input);
  const questions = questionsByForm(input);
  const entries: CalendarEntry[] = [];
  for (const form of input.catalog.forms.values()) {
    const own = questions.get(form.code);
    if (!own) continue;
    for (const period of periodsOfSchoolYear(form.frequency, input.schoolYear)) {
      if (!formAsks(form, period)) continue;
      const due = formDay(form.due, period);
      const asOf = formDay(form.asOf, period);
      const lastDay = due === undefined ? undefined : working.onOrAfter(due).day;
      const reports = people[form.level].flatMap(
        ({ code }) => reportOf(form, period, own, code, lastDay) ?? [],
      );
      if (reports.length === 0) continue;
      entries.push({
        form,
        period,
        reports,
        ...(asOf !== undefined && { asOf }),
        ...(due !== undefined && { due }),
        ...(lastDay !== undefined && { lastDay }),
      });
    }
  }
  const order = (e: CalendarEntry): number => input.catalog.forms.get(e.form.code)!.order;
  entries.sort(
    (a, b) =>
      compareText(a.lastDay ?? '9999', b.lastDay ?? '9999') ||
      order(a) - order(b) ||
      compareText(a.form.code, b.form.code) ||
      compareText(a.period.first, b.period.first),
  );
  const owing = new Set(entries.flatMap((e) => e.reports.map((r) => r.unit)));
  return {
    entries,
    units: [units.district, ...units.organisations]
      .filter(({ code }) => owing.has(code))
      .map(({ code, name }) => ({ code, name })),
  };
}

function questionsByForm({ catalog }: CalendarInput): Map<string, Question[]> {
  const questions = new Map<string, Question[]>();
  for (const element of catalog.elements.values()) {
    if (!isTyped(catalog, element)) continue;
    const own = questions.get(element.form) ?? [];
    for (const code of concreteCodes(catalog, element)) own.push({ code, isOptional: isOptional(element) });
    questions.set(element.form, own);
  }
  return questions;
}

type Reporter = (
  form: Form,
  period: Period,
  questions: readonly Question[],
  unit: string,
  lastDay: Day | undefined,
) => Report | undefined;

function reporter(input: CalendarInput): Reporter {
  const statuses = new Map(input.observations.map((o) => [key(o.unit, o.element, o.period), o.status]));
  const arrivals = new Map(input.arrivals.map((a) => [key(a.unit, a.form, a.period), a.day]));
  const drafts = new Set(input.sources.flatMap((s) => (s.status === 'draft' && s.unit ? [s.unit] : [])));
  return (form, period, questions, unit, lastDay) => {
    let asked = 0;
    let optional = 0;
    let answers = noAnswers;
    for (const question of questions) {
      if (!input.owes(unit, question.code, period.key)) continue;
      if (question.isOptional) {
        optional++;
        continue;
      }
      asked++;
      answers = addAnswers(answers, answer(statuses.get(key(unit, question.code, period.key))));
    }
    if (asked + optional === 0) return undefined;
    const isComplete = isWhole(answers);
    const arrivedOn = isComplete ? arrivals.get(key(unit, form.code, period.key)) : undefined;
    const isSilent = answers.received + answers.rejected + answers.notApplicable === 0;
    return {
      unit,
      asked,
      optional,
      answers,
      isComplete,
      isDraft: isSilent && drafts.has(unit),
      ...(arrivedOn !== undefined && { arrivedOn }),
      punctuality: punctuality(isComplete, arrivedOn, lastDay, input.date),
    };
  };
}

/** What came from elsewhere than the unit, so that nobody can tell when, is not the unit's delay. */
function punctuality(
  isComplete: boolean,
  arrivedOn: Day | undefined,
  lastDay: Day | undefined,
  date: Day,
): Punctuality {
  if (lastDay === undefined) return 'no_due';
  if (isComplete) return arrivedOn === undefined || arrivedOn <= lastDay ? 'on_time' : 'late';
  return lastDay < date ? 'overdue' : 'ahead';
}
