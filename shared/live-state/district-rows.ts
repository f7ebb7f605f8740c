import type { FormCalendar } from '../form-calendar/form-calendar.ts';
import { formCalendar } from '../form-calendar/form-calendar.ts';
import { namedPlace, webLink } from '../issue/place.ts';
import { districtUnits } from '../summary/district-units.ts';
import type { SummaryInput } from '../summary/input.ts';
import { issueList } from '../summary/issue-list.ts';
import { liveOrganisation } from './live-organisation.ts';
import type { LiveIssue, LiveStateRow, MissingForm } from './live-state.ts';
import { openCorrections } from './open-corrections.ts';

/** The sidebar shows so many; «Качество данных» has them all. */
const worst = 30;

/** What the add-on in a district's spreadsheet knows: the organisations, the last run, the worst issues, requests. */
export function districtRows(input: SummaryInput): LiveStateRow[] {
  const units = districtUnits(input);
  const { rows, counts } = issueList(input, units, worst);
  const last = input.journal[input.journal.length - 1];
  const night: LiveStateRow = [
    'night',
    input.district,
    {
      date: last?.date ?? input.date,
      schoolYear: input.schoolYear,
      workbooks: last?.workbooks ?? 0,
      changed: (last?.added ?? 0) + (last?.changed ?? 0) + (last?.removed ?? 0),
      errors: counts.error,
      warnings: counts.warning,
    },
  ];
  const missing = missingForms(input, formCalendar(input, units));
  const issues = rows.flatMap(({ issue, severity, text, todo }, i): LiveStateRow[] => {
    if (severity === 'info') return [];
    const url = webLink(issue.place);
    const content: LiveIssue = {
      severity,
      organisation: issue.organisation ?? '',
      text,
      todo,
      place: namedPlace(issue.place),
      ...(url !== undefined && { url }),
    };
    return [['issue', String(i + 1), content]];
  });
  return [
    night,
    ...units.organisations.map((one) => {
      const report = input.reports?.[one.code];
      const own = input.sources.filter(({ unit }) => unit === one.code);
      return liveOrganisation(one, {
        ...(report && { report }),
        isUnanswered: own.some(({ path, status }) => path === report?.file && status === ''),
        paths: own.map(({ path }) => path),
        missing: missing.get(one.code) ?? [],
      });
    }),
    ...issues,
    ...openCorrections(input),
  ];
}

/** By organisation: what is not whole and has begun or is due. */
function missingForms({ date }: SummaryInput, { entries }: FormCalendar): Map<string, MissingForm[]> {
  const found = new Map<string, MissingForm[]>();
  for (const { form, period, lastDay, reports } of entries) {
    if (period.first > date && (lastDay === undefined || lastDay > date)) continue;
    for (const { unit, asked, isComplete } of reports) {
      if (asked === 0 || isComplete) continue;
      const one: MissingForm = {
        form: form.code,
        title: form.title,
        period: period.key,
        ...(lastDay !== undefined && { lastDay }),
      };
      found.set(unit, [...(found.get(unit) ?? []), one]);
    }
  }
  return found;
}
