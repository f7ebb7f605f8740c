import type { IndicatorResult } from '../../shared/indicator/types.ts';
import type { Day } from '../../shared/period/period.ts';
import type { JournalEntry, SummaryInput, SummarySource } from '../../shared/summary/input.ts';
import { summaryPlan } from '../../shared/summary/plan.ts';
import { issueText } from '../../shared/texts/issues.ts';
import { exportIssues } from '../export/issues.ts';
import type { RunRecord } from '../store/store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Assessment } from './assess.ts';
import type { Output } from './publish.ts';
import type { RunSummary } from './run-workspace.ts';

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
  const rowsOf = splitByDistrict(assessment, new Set(shown.map((d) => d.code)));
  const journal = journalOf(runs);
  const outputs: Output[] = shown.map((district) => {
    const folder = shown.length === 1 ? '' : `${district.code}/`;
    const up = shown.length === 1 ? '../' : '../../';
    const members = new Set(organisations.filter((o) => o.district === district.code).map((o) => o.code));
    const mine = (unit: string | undefined) =>
      unit === undefined || unit === district.code || members.has(unit);
    const input: SummaryInput = {
      catalog: workspace.catalog,
      register: {
        organisations: organisations.filter((o) => o.district === district.code),
        districts: districts.filter((d) => d.region === district.region),
      },
      district: district.code,
      date,
      schoolYear: workspace.config.schoolYear,
      results: rowsOf.get(district.code) ?? [],
      observations: assessment.observations.filter((o) => mine(o.unit)),
      owes: assessment.owes,
      sources: sourcesOf(assessment).filter((s) => mine(s.unit)),
      issues: assessment.issues.filter((i) => mine(i.organisation)),
      issueText,
      journal,
      assessments: assessment.results.filter((r) =>
        r.level === 'region' ? r.unit === district.region : mine(r.unit),
      ),
      demo: false,
      ...(workspace.config.label !== undefined && { label: workspace.config.label }),
      links: { inbox: `${up}inbox/`, workspace: up },
    };
    return {
      path: `outbox/${folder}district.xlsx`,
      inputs: () => JSON.stringify({ ...input, catalog: catalogText(workspace) }),
      bytes: () => writeWorkbook(summaryPlan(input)),
    };
  });
  const issuesText = () => [...exportIssues(assessment.issues, true)].join('');
  outputs.push({
    path: 'outbox/issues.csv',
    inputs: issuesText,
    // Excel takes a CSV without this mark for windows-1251
    bytes: async () => new TextEncoder().encode(`\uFEFF${issuesText()}`),
  });
  return outputs;
}

const texts = new WeakMap<Workspace, string>();

/** The catalogue as text for the fingerprint; made once, whatever the number of districts. */
function catalogText(workspace: Workspace): string {
  let text = texts.get(workspace);
  if (text === undefined) {
    const { forms, elements, dimensions, indicators, checks } = workspace.catalog;
    text = JSON.stringify([
      [...forms.values()],
      [...elements.values()],
      [...dimensions.values()],
      indicators,
      checks,
    ]);
    texts.set(workspace, text);
  }
  return text;
}

/** One pass over the rows, however many districts there are; a region's rows go to each of its districts. */
function splitByDistrict(assessment: Assessment, shown: ReadonlySet<string>): Map<string, IndicatorResult[]> {
  const { organisations, districts } = assessment.register;
  const districtOf = new Map(organisations.map((o) => [o.code, o.district]));
  const ofRegion = new Map<string, string[]>();
  for (const d of districts)
    if (shown.has(d.code)) ofRegion.set(d.region, [...(ofRegion.get(d.region) ?? []), d.code]);
  const rows = new Map<string, IndicatorResult[]>([...shown].map((code) => [code, []]));
  for (const row of assessment.indicators.rows()) {
    if (row.level === 'organisation') rows.get(districtOf.get(row.unit) ?? '')?.push(row);
    else if (row.level === 'district') rows.get(row.unit)?.push(row);
    else for (const code of ofRegion.get(row.unit) ?? []) rows.get(code)?.push(row);
  }
  return rows;
}

const sourcesOf = (assessment: Assessment): SummarySource[] =>
  assessment.sources
    .filter((source) => source.state !== 'withdrawn' && source.kind !== 'unreadable')
    .map(({ path, unit, status, submittedOn }) => ({
      path,
      ...(unit !== undefined && { unit }),
      status: status === 'draft' || status === 'submitted' ? status : '',
      ...(submittedOn !== undefined && { submittedOn }),
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
