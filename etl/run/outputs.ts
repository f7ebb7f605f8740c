import type { Day } from '../../shared/period/period.ts';
import type { District, Register } from '../../shared/register/register.ts';
import type { JournalEntry, SummaryInput, SummarySource } from '../../shared/summary/input.ts';
import { summaryPlan } from '../../shared/summary/plan.ts';
import { issueText } from '../../shared/texts/issues.ts';
import { issuesTable } from '../export/issues.ts';
import { csvLines } from '../export/table.ts';
import type { RunRecord } from '../store/store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Assessment } from './assess.ts';
import { catalogText } from './catalog-text.ts';
import { comparisonOutputs } from './comparison-output.ts';
import { organisationOutputs } from './organisation-outputs.ts';
import type { Output } from './publish.ts';
import { returnOutputs, returnsOf } from './return-outputs.ts';
import type { RunSummary } from './run-workspace.ts';
import { catalogVersion } from './template-outputs.ts';

/** The summary of a district that is gone, or that lies elsewhere since it is the only one. */
export const isSummaryPath = (path: string): boolean => /^outbox\/(?:[^/]+\/)?district\.xlsx$/.test(path);

/** Every file that a run leaves in the outbox. With a single district there is no folder level. */
export function outputsOf(
  workspace: Workspace,
  assessment: Assessment,
  runs: readonly RunRecord[],
  date: Day,
): Output[] {
  const { districts, organisations } = assessment.register;
  const used = new Set(organisations.map((o) => o.district));
  const shown = districts.length === 1 ? districts : districts.filter((d) => used.has(d.code));
  const journal = journalOf(runs);
  const split = splitter(assessment.register, shown);
  const sources = sourcesOf(assessment);
  const unitOfFile = new Map(sources.map((s) => [s.path, s.unit]));
  const parts = {
    members: split(organisations, (o) => o.code),
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
  const folders = new Map(shown.map(({ code }) => [code, shown.length === 1 ? '' : `${code}/`]));
  const summaries = shown.map((district) => {
    const folder = folders.get(district.code) ?? '';
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
      demo: false,
      ...(workspace.config.label !== undefined && { label: workspace.config.label }),
      links: { inbox: `${up}inbox/`, workspace: up },
    };
    return { input, folder };
  });
  const outputs = summaries.map(
    ({ input, folder }): Output => ({
      path: `outbox/${folder}district.xlsx`,
      inputs: () =>
        JSON.stringify({
          ...input,
          // what an activity says is in the catalogue
          activities: input.activities?.map(({ activity, ...row }) => row),
          catalog: catalogText(workspace),
        }),
      bytes: () => writeWorkbook(summaryPlan(input)),
    }),
  );
  const returns = returnsOf(workspace, assessment, date);
  outputs.push(...organisationOutputs(summaries, returns, catalogVersion(workspace)));
  outputs.push(...returnOutputs(returns, (district) => folders.get(district)));
  outputs.push(...comparisonOutputs(workspace, assessment, shown, date));
  const issuesText = () => [...csvLines(issuesTable(assessment.issues, true))].join('');
  outputs.push({
    path: 'outbox/issues.csv',
    inputs: issuesText,
    // Excel takes a CSV without this mark for windows-1251
    bytes: async () => new TextEncoder().encode(`\uFEFF${issuesText()}`),
  });
  return outputs;
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
