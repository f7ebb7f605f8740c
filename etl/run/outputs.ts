import { districtRows } from '../../shared/live-state/district-rows.ts';
import type { UnitReturn } from '../../shared/live-state/return-sheets.ts';
import { stateSheet } from '../../shared/live-state/state-sheet.ts';
import type { AccessEvent } from '../../shared/ministry/access.ts';
import type { Day } from '../../shared/period/period.ts';
import type { Plan, PlanSheet } from '../../shared/plan/plan.ts';
import type { Protocol } from '../../shared/returns/protocol.ts';
import type { SummaryInput } from '../../shared/summary/input.ts';
import { summaryPlan } from '../../shared/summary/plan.ts';
import { issuesTable } from '../export/issues.ts';
import { csvLines } from '../export/table.ts';
import type { RunRecord } from '../store/store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Assessment } from './assess.ts';
import { catalogText } from './catalog-text.ts';
import { comparisonOutputs } from './comparison-output.ts';
import { type DistrictMinistry, districtMinistries, ministryOutputs } from './ministry-output.ts';
import { organisationOutputs } from './organisation-outputs.ts';
import type { Output } from './publish.ts';
import { returnOutputs, returnsOf } from './return-outputs.ts';
import { type DistrictInput, shownDistricts, summaryInputs } from './summary-inputs.ts';
import { catalogVersion } from './template-outputs.ts';

/** What a district is given that is gone, or whose files lie elsewhere since it is the only one. */
export const isSummaryPath = (path: string): boolean =>
  /^outbox\/(?:[^/]+\/)?(?:district|ministry)\.xlsx$/.test(path);

/** The summary of a district, for whoever draws it: as a file, or as tabs of a Google spreadsheet. */
export interface DistrictSummary {
  readonly district: string;
  /** Where its file goes, below the workspace. */
  readonly path: string;
  readonly plan: () => Plan;
  /** What a spreadsheet tells the add-on beside it. */
  readonly state: (spreadsheetId: string) => PlanSheet;
}

export interface RunOutputs {
  /** Every file that a run leaves in the outbox. */
  readonly files: readonly Output[];
  readonly summaries: readonly DistrictSummary[];
  readonly ministries: readonly DistrictMinistry[];
  /** What organisations are told whose book is a spreadsheet. */
  readonly returns: readonly UnitReturn[];
}

/** What a run leaves behind. With a single district there is no folder level. */
export function outputsOf(
  workspace: Workspace,
  assessment: Assessment,
  runs: readonly RunRecord[],
  date: Day,
  access: readonly AccessEvent[] = [],
): RunOutputs {
  const inputs = summaryInputs(workspace, assessment, runs, date, access);
  const folders = new Map(inputs.map(({ input, folder }) => [input.district, folder]));
  const summaries = summariesOf(inputs);
  const outputs = inputs.map(({ input }, i): Output => {
    const { path, plan } = summaries[i]!;
    return {
      path,
      inputs: () =>
        JSON.stringify({
          ...input,
          // what an activity says is in the catalogue
          activities: input.activities?.map(({ activity, ...row }) => row),
          catalog: catalogText(workspace),
        }),
      bytes: () => writeWorkbook(plan()),
    };
  });
  const ministries = districtMinistries(workspace, inputs);
  outputs.push(...ministryOutputs(ministries));
  const returns = returnsOf(workspace, assessment, date);
  outputs.push(...organisationOutputs(inputs, returns, catalogVersion(workspace)));
  outputs.push(...returnOutputs(returns, (district) => folders.get(district)));
  outputs.push(...comparisonOutputs(workspace, assessment, shownDistricts(assessment.register), date));
  const issuesText = () => [...csvLines(issuesTable(assessment.issues, true))].join('');
  outputs.push({
    path: 'outbox/issues.csv',
    inputs: issuesText,
    // Excel takes a CSV without this mark for windows-1251
    bytes: async () => new TextEncoder().encode(`\uFEFF${issuesText()}`),
  });
  return { files: outputs, summaries, ministries, returns: unitReturns(assessment, returns) };
}

/** Reports of organisations in register order, with what is remarked on them. */
function unitReturns({ register, reports }: Assessment, protocols: readonly Protocol[]): UnitReturn[] {
  const protocolOf = new Map(protocols.map((protocol) => [protocol.unit, protocol]));
  return register.organisations.flatMap(({ code: unit }): UnitReturn[] => {
    const report = reports.get(unit);
    const protocol = protocolOf.get(unit);
    return report === undefined ? [] : [{ unit, report, ...(protocol && { protocol }) }];
  });
}

/** Plans are large: only the last one made is held, so a single district's is made once for all who draw it. */
function summariesOf(inputs: readonly DistrictInput[]): DistrictSummary[] {
  let last: { readonly input: SummaryInput; readonly plan: Plan } | undefined;
  return inputs.map(({ input, folder }) => ({
    district: input.district,
    path: `outbox/${folder}district.xlsx`,
    state: (book) => stateSheet(districtRows(input), book),
    plan: () => {
      if (last?.input !== input) last = { input, plan: summaryPlan(input) };
      return last.plan;
    },
  }));
}
