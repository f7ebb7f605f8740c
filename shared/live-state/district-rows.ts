import type { FormCalendar } from '../form-calendar/form-calendar.ts';
import { formCalendar } from '../form-calendar/form-calendar.ts';
import { namedPlace, webLink } from '../issue/place.ts';
import { isSpreadsheetPath } from '../issue/spreadsheet.ts';
import type { Organisation } from '../register/register.ts';
import { correctionCode } from '../submission/correction.ts';
import { districtUnits } from '../summary/district-units.ts';
import type { SummaryInput } from '../summary/input.ts';
import { issueList } from '../summary/issue-list.ts';
import type { LiveCorrection, LiveDecision, LiveIssue, LiveStateRow, MissingForm } from './live-state.ts';
import { mailboxesOf } from './mailboxes.ts';

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
    ...units.organisations.map((one) => organisationRow(input, one, missing.get(one.code) ?? [])),
    ...issues,
    ...corrections(input),
  ];
}

function organisationRow(
  input: SummaryInput,
  { code, name, columns }: Organisation,
  missing: readonly MissingForm[],
): LiveStateRow {
  const report = input.reports?.[code];
  const { state = 'none', decidedOn: day, remark, submittedOn, post } = report ?? {};
  const path = [report?.file, ...input.sources.filter(({ unit }) => unit === code).map((s) => s.path)].find(
    (one) => one !== undefined && isSpreadsheetPath(one),
  );
  const decision: LiveDecision | undefined =
    day !== undefined && (state === 'accepted' || state === 'returned')
      ? { kind: state, day, ...(remark !== undefined && { remark }) }
      : undefined;
  return [
    'organisation',
    code,
    {
      name,
      state,
      ...(state === 'submitted' &&
        input.sources.find((source) => source.path === report?.file)?.status === '' && {
          isUnanswered: true as const,
        }),
      ...(submittedOn !== undefined && { submittedOn }),
      ...(post !== undefined && { post }),
      ...(decision && { decision }),
      ...(path !== undefined && { url: path }),
      mailboxes: mailboxesOf(columns),
      missing,
    },
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

/** Requests that nobody has granted or overtaken: the report is still in, and not handed in anew since. */
function corrections({ records, reports, schoolYear }: SummaryInput): LiveStateRow[] {
  return records.flatMap((row, i): LiveStateRow[] => {
    if (row.record !== correctionCode || row.schoolYear !== schoolYear) return [];
    const { state, submittedOn } = reports?.[row.unit] ?? {};
    const day = typeof row.values.day === 'string' ? row.values.day : '';
    if (state === 'returned' || state === 'draft') return [];
    if (submittedOn !== undefined && day !== '' && submittedOn > day) return [];
    const text = (field: string): string => String(row.values[field] ?? '');
    const url = webLink(row.place);
    const content: LiveCorrection = {
      organisation: row.unit,
      day,
      place: [text('tab'), text('cell'), text('row'), text('period')].filter((t) => t !== '').join(', '),
      present: text('present'),
      wanted: text('wanted'),
      reason: text('reason'),
      ...(url !== undefined && { url }),
    };
    return [['correction', String(i + 1), content]];
  });
}
