import type { AccessEvent } from '../../shared/ministry/access.ts';
import { type Day, parsePeriod } from '../../shared/period/period.ts';
import { nameOn } from '../../shared/register/former-names.ts';
import type { District, Organisation, Register } from '../../shared/register/register.ts';
import type { JournalEntry, SummaryInput, SummarySource } from '../../shared/summary/input.ts';
import { issueText } from '../../shared/texts/issues.ts';
import type { RunRecord } from '../store/store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import type { Assessment } from './assess.ts';
import type { RegisterPast } from './register-past.ts';
import type { RunSummary } from './run-report.ts';

/** What the summary of a district is made of, and its folder below `outbox/`, empty or with `/` at the end. */
export interface DistrictInput {
  readonly input: SummaryInput;
  readonly folder: string;
}

/** Districts that have summaries: with several, those that have organisations. */
export function shownDistricts({ districts, organisations }: Register): readonly District[] {
  const used = new Set(organisations.map((o) => o.district));
  return districts.length === 1 ? districts : districts.filter((d) => used.has(d.code));
}

/** Deals what a run concluded out to the summaries of the districts. With a single district there is no folder level. */
export function summaryInputs(
  workspace: Workspace,
  assessment: Assessment,
  runs: readonly RunRecord[],
  date: Day,
  access: readonly AccessEvent[] = [],
): DistrictInput[] {
  const { districts, organisations } = assessment.register;
  const shown = shownDistricts(assessment.register);
  const journal = journalOf(runs);
  const split = splitter(assessment.register, shown);
  const sources = sourcesOf(assessment);
  const unitOfFile = new Map(sources.map((s) => [s.path, s.unit]));
  const { history } = assessment;
  const known = new Set(organisations.map((o) => o.code));
  const parts = {
    changes: split(history.changes, ({ unit }) =>
      known.has(unit) ? unit : (history.lastDistrict.get(unit) ?? ''),
    ),
    members: split(namesOfYear(organisations, history, workspace.config.schoolYear, date), (o) => o.code),
    results: split(
      assessment.indicators.rows(),
      (r) => r.unit,
      (r) => r.level === 'region',
    ),
    observations: split(assessment.observations, (o) => o.unit),
    sources: split(sources, (s) => s.unit),
    reports: split(assessment.reports, ([unit]) => unit),
    arrivals: split(assessment.arrivals, (a) => a.unit),
    issues: split(assessment.issues, (i) => i.organisation ?? unitOfFile.get(i.place.file)),
    activities: split(assessment.activities, (row) => row.district),
    records: split([...assessment.records.values()].flat(), (row) => row.unit),
    assessments: split(
      assessment.results,
      (r) => r.unit,
      (r) => r.level === 'region',
    ),
  };
  return shown.map((district) => {
    const folder = shown.length === 1 ? '' : `${district.code}/`;
    const up = shown.length === 1 ? '../' : '../../';
    const input: SummaryInput = {
      catalog: workspace.catalog,
      register: {
        organisations: parts.members.get(district.code) ?? [],
        districts: districts.filter((d) => d.region === district.region),
      },
      district: district.code,
      date,
      schoolYear: workspace.config.schoolYear,
      results: parts.results.get(district.code) ?? [],
      observations: parts.observations.get(district.code) ?? [],
      owes: assessment.owes,
      sources: parts.sources.get(district.code) ?? [],
      reports: Object.fromEntries(parts.reports.get(district.code) ?? []),
      arrivals: parts.arrivals.get(district.code) ?? [],
      issues: parts.issues.get(district.code) ?? [],
      issueText,
      journal,
      clusters: assessment.clusters,
      assessments: parts.assessments.get(district.code) ?? [],
      records: parts.records.get(district.code) ?? [],
      activities: parts.activities.get(district.code) ?? [],
      ...(access.length > 0 && { access: access.filter((event) => event.district === district.code) }),
      history: {
        names: Object.fromEntries(
          (parts.members.get(district.code) ?? []).flatMap(({ code }) => {
            const names = history.names.get(code);
            return names === undefined ? [] : [[code, names]];
          }),
        ),
        changes: (parts.changes.get(district.code) ?? []).map(({ run: _run, ...change }) => change),
        left: Object.fromEntries(
          (parts.changes.get(district.code) ?? []).flatMap(({ unit }) =>
            known.has(unit) ? [] : [[unit, history.lastName.get(unit) ?? unit]],
          ),
        ),
      },
      ...(workspace.config.label !== undefined && { label: workspace.config.label }),
      links: { inbox: `${up}inbox/`, workspace: up },
    };
    return { input, folder };
  });
}

/** A summary of a school year that is over calls organisations what they were called when it ended. */
function namesOfYear(
  organisations: readonly Organisation[],
  { names }: RegisterPast,
  schoolYear: string,
  date: Day,
): readonly Organisation[] {
  const last = parsePeriod(schoolYear)?.last;
  if (last === undefined || date <= last) return organisations;
  return organisations.map((one) => {
    const name = nameOn(one.name, names.get(one.code), last);
    return name === one.name ? one : { ...one, name };
  });
}

/**
 * Deals things out to the districts they concern, in one pass however many districts there are. What belongs to a
 * region goes to each of its districts; what names no unit, or one that nobody knows, goes to all.
 */
function splitter({ organisations, districts }: Register, shown: readonly District[]) {
  const homes = new Map<string, string>(organisations.map((o) => [o.code, o.district]));
  for (const d of districts) homes.set(d.code, d.code);
  const all = shown.map((d) => d.code);
  const ofRegion = new Map<string, string[]>();
  for (const d of shown) ofRegion.set(d.region, [...(ofRegion.get(d.region) ?? []), d.code]);
  return <T>(
    things: Iterable<T>,
    unitOf: (thing: T) => string | undefined,
    isRegional: (thing: T) => boolean = () => false,
  ): Map<string, T[]> => {
    const dealt = new Map<string, T[]>(all.map((code) => [code, []]));
    for (const thing of things) {
      const unit = unitOf(thing);
      const home = unit === undefined ? undefined : homes.get(unit);
      const to = isRegional(thing) ? (ofRegion.get(unit ?? '') ?? []) : home === undefined ? all : [home];
      for (const code of to) dealt.get(code)?.push(thing);
    }
    return dealt;
  };
}

const sourcesOf = (assessment: Assessment): SummarySource[] =>
  assessment.sources
    .filter((source) => source.state !== 'withdrawn' && source.kind !== 'unreadable')
    .map(({ id, path, unit, status, submittedOn }) => ({
      path,
      ...(unit !== undefined && { unit }),
      status: assessment.isReturned(id)
        ? ('returned' as const)
        : status === 'draft' || status === 'submitted'
          ? status
          : '',
      ...(submittedOn !== undefined && { submittedOn }),
      ...(assessment.enteredBy.has(path) && { onBehalf: true }),
    }));

/** Runs that changed something, oldest first. */
function journalOf(runs: readonly RunRecord[]): JournalEntry[] {
  return runs.flatMap((run) => {
    if (!run.changed || run.summary === undefined) return [];
    const summary = JSON.parse(run.summary) as Partial<RunSummary>;
    if (!summary.workbooks || !summary.observations || !summary.issues) return [];
    const { added, changed, removed } = summary.observations;
    const { error: errors, warning: warnings, info: infos } = summary.issues;
    return [
      { date: run.date, workbooks: summary.workbooks.read, added, changed, removed, errors, warnings, infos },
    ];
  });
}
