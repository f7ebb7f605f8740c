import { type CalendarEntry, formCalendar } from '../../../shared/form-calendar/form-calendar.ts';
import type { Report } from '../../../shared/form-calendar/report.ts';
import { type Deadline, type FormStatus, formStatus } from '../../../shared/form-calendar/status.ts';
import { sourceName } from '../../../shared/issue/place.ts';
import { compareText } from '../../../shared/number/compare-text.ts';
import { addDays } from '../../../shared/period/add-days.ts';
import type { Day, Period } from '../../../shared/period/period.ts';
import type { Report as SentReport } from '../../../shared/submission/report.ts';
import { districtUnits } from '../../../shared/summary/district-units.ts';
import { activityViewTexts } from '../../../shared/texts/activity-views.ts';
import { periodText } from '../../../shared/texts/period-text.ts';
import { statusTexts as texts } from '../../../shared/texts/status.ts';
import { type Assessment, assess } from '../../run/assess.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { today } from '../today.ts';

/** So many units are named under a form on the screen; `--json` names all. */
const shown = 15;
/** So many overdue activities are named. */
const activitiesNamed = 3;

interface DistrictStatus {
  readonly code: string;
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
  readonly status: FormStatus;
  readonly isEmpty: boolean;
  readonly drafts: readonly { readonly path: string; readonly title?: string; readonly unit: string }[];
  /** Where the workbooks of the school year stand. */
  readonly reports: readonly (SentReport & { readonly unit: string })[];
  /** Overdue activities of the district's own, oldest first. */
  readonly activities: readonly { readonly id: string; readonly no: string; readonly due: Day }[];
}

function readDays(raw: string | undefined): number {
  if (raw === undefined) return 30;
  if (/^\d{1,3}$/.test(raw) && Number(raw) <= 366) return Number(raw);
  throw new CommandError('status.days', texts.badDays(raw), texts.badDaysHint);
}

function* districtsOf(
  workspace: Workspace,
  assessment: Assessment,
  date: Day,
  until: Day,
): Generator<DistrictStatus> {
  const { register, sources } = assessment;
  const homes = new Map<string, string>(register.organisations.map((o) => [o.code, o.district]));
  for (const { code } of register.districts) homes.set(code, code);
  for (const district of register.districts) {
    const { schoolYear } = workspace.config;
    const units = districtUnits({ register, district: district.code, schoolYear });
    const isOurs = ({ unit }: { readonly unit?: string }): boolean =>
      unit !== undefined && homes.get(unit) === district.code;
    const drafts = sources.flatMap(({ path, title, unit, status, state }) =>
      status === 'draft' && state === 'present' && unit !== undefined && isOurs({ unit })
        ? [{ path, ...(title !== undefined && { title }), unit }]
        : [],
    );
    const calendar = formCalendar(
      {
        catalog: workspace.catalog,
        date,
        schoolYear,
        observations: assessment.observations.filter(isOurs),
        owes: assessment.owes,
        sources: drafts.map((draft) => ({ ...draft, status: 'draft' })),
        arrivals: assessment.arrivals.filter(isOurs),
      },
      units,
    );
    yield {
      code: district.code,
      name: district.name || district.code,
      names: new Map(calendar.units.map((u) => [u.code, u.name])),
      status: formStatus(calendar, date, until),
      isEmpty: calendar.entries.length === 0,
      drafts,
      reports: [...assessment.reports]
        .map(([unit, report]) => ({ unit, ...report }))
        .filter(isOurs)
        .sort((a, b) => compareText(a.unit, b.unit)),
      activities: assessment.activities
        .flatMap(({ unit, status, due, activity }) =>
          unit === district.code && status === 'overdue' && due !== undefined
            ? [{ id: `${activity.roadmap}/${activity.id}`, no: activity.no, due: due.day }]
            : [],
        )
        .sort((a, b) => compareText(a.due, b.due)),
    };
  }
}

const formJson = ({ form, period, due, lastDay }: CalendarEntry) => ({
  form: form.code,
  title: form.title,
  period: period.key,
  ...(due !== undefined && { due }),
  ...(lastDay !== undefined && { lastDay }),
});

const deadlineJson = (
  { entry, counts, reports }: Deadline,
  unitJson: (report: Report) => Record<string, unknown>,
) => ({
  ...formJson(entry),
  expected: counts.expected,
  received: counts.received,
  onTime: counts.onTime,
  units: reports.map(unitJson),
});

const answered = ({ answers }: Report): number => answers.received + answers.notApplicable;

const missingJson = (report: Report) => ({
  unit: report.unit,
  asked: report.asked,
  answered: answered(report),
  rejected: report.answers.rejected,
  draft: report.isDraft,
});

const lateJson = ({ unit, arrivedOn }: Report) => ({ unit, ...(arrivedOn !== undefined && { arrivedOn }) });

const districtJson = ({ code, name, status, drafts, reports, activities }: DistrictStatus) => ({
  district: code,
  name,
  next: status.next.map((d) => deadlineJson(d, missingJson)),
  overdue: status.overdue.map((d) => deadlineJson(d, missingJson)),
  late: status.late.map((d) => deadlineJson(d, lateJson)),
  open: status.open.map((d) => deadlineJson(d, missingJson)),
  drafts,
  reports,
  overdueActivities: activities,
});

/** Units that are late with several reports and have begun none: named once, not under every form. */
function silentUnits({ overdue, late }: FormStatus): Map<string, Report[]> {
  const units = new Map<string, Report[]>();
  for (const { reports } of overdue) {
    for (const report of reports) units.set(report.unit, [...(units.get(report.unit) ?? []), report]);
  }
  const isLate = new Set(late.flatMap(({ reports }) => reports.map((r) => r.unit)));
  return new Map(
    [...units].filter(
      ([unit, reports]) =>
        reports.length > 1 &&
        !isLate.has(unit) &&
        reports.every((r) => answered(r) + r.answers.rejected === 0),
    ),
  );
}

/** The head names the school year already. */
const partText = (period: Period): string =>
  period.frequency === 'school_year' ? '' : periodText(period.key, true);

/** One line about the roadmap; none where nothing is overdue. */
function activityLine(activities: DistrictStatus['activities']): string[] {
  if (activities.length === 0) return [];
  const first = activities
    .slice(0, activitiesNamed)
    .map(({ no, due }) => activityViewTexts.status.item(no, due));
  return ['', activityViewTexts.status.overdue(activities.length, first)];
}

function describe({ names, status, drafts, reports, activities, isEmpty }: DistrictStatus): string[] {
  if (isEmpty) return [texts.nothing, ...activityLine(activities)];
  const nameOf = (unit: string): string => names.get(unit) ?? unit;
  const missing = (r: Report): string =>
    texts.unit(nameOf(r.unit), { ...r, answered: answered(r), rejected: r.answers.rejected });
  const silent = silentUnits(status);
  const unitLines = (reports: readonly Report[], line: ((r: Report) => string) | undefined): string[] => {
    if (!line) return [];
    const named = reports.filter((r) => !silent.has(r.unit));
    const lines = named.slice(0, shown).map((r) => `      ${line(r)}`);
    return named.length > shown ? [...lines, `      ${texts.more(named.length - shown)}`] : lines;
  };
  const list = (title: string, deadlines: readonly Deadline[], unitLine?: (r: Report) => string): string[] =>
    deadlines.length === 0
      ? []
      : [
          '',
          title,
          ...deadlines.flatMap(({ entry: { form, period, lastDay }, counts, reports }) => [
            `  ${texts.form(form.title, partText(period), lastDay, counts.received, counts.expected)}`,
            ...unitLines(reports, unitLine),
          ]),
        ];
  const inState = (state: SentReport['state']) => reports.filter((r) => r.state === state);
  const returned = inState('returned');
  const [accepted, submitted] = [inState('accepted').length, inState('submitted').length];
  return [
    ...(reports.length === 0 ? [] : [texts.books(accepted, submitted, returned.length, drafts.length)]),
    ...(returned.length === 0 ? [] : ['', texts.returned]),
    ...returned.map(
      (r) => `  ${texts.returnedUnit(nameOf(r.unit), r.title ?? r.file, r.decidedOn, r.remark)}`,
    ),
    ...(silent.size === 0 ? [] : ['', texts.silent]),
    ...[...silent].map(([unit, reports]) => {
      const isDraft = reports.some((r) => r.isDraft);
      return `  ${texts.silentUnit(nameOf(unit), reports.length, isDraft)}`;
    }),
    ...list(texts.overdue, status.overdue, missing),
    ...list(texts.next, status.next),
    ...list(texts.open, status.open, missing),
    ...list(texts.late, status.late, (r) => texts.lateUnit(nameOf(r.unit), r.arrivedOn)),
    ...(drafts.length === 0
      ? []
      : [
          '',
          texts.drafts,
          ...drafts.map((draft) => `  ${texts.draft(sourceName(draft), nameOf(draft.unit))}`),
        ]),
    ...(status.overdue.length + status.late.length === 0 ? ['', texts.fine] : []),
    ...activityLine(activities),
  ];
}

export const statusCommand: Command = {
  name: 'status',
  summary: texts.summary,
  usage: ['msoko status [--days N]'],
  examples: [
    'msoko status --workspace район',
    'msoko status --days 14 --date 2025-06-01',
    'msoko status --json',
  ],
  options: { days: { type: 'string', help: texts.days } },
  arity: [0, 0],
  async run({ streams, workspace: dir, date: asked, json, options }) {
    const days = readDays(options.days as string | undefined);
    const workspace = await openWorkspace(dir);
    const date = asked ?? today(workspace.config.timeZone);
    const until = addDays(date, days);
    const { assessment, hasRun } = await withStore(workspace, async (store) => ({
      assessment: await assess(workspace, store, date),
      hasRun: (await store.runs()).length > 0,
    }));
    const { schoolYear } = workspace.config;
    const districts = districtsOf(workspace, assessment, date, until);
    if (json) {
      const answer = { date, schoolYear, districts: [...districts].map(districtJson) };
      await streams.out(`${JSON.stringify(answer)}\n`);
      return exitCodes.fine;
    }
    if (!hasRun) await streams.out(`${texts.never}\n\n`);
    for (const district of districts) {
      const lines = [texts.head(district.name, schoolYear, date), ...describe(district)];
      await streams.out(`${lines.join('\n')}\n\n`);
    }
    return exitCodes.fine;
  },
};
