import { type MinistryInput, ministryInput } from '../../shared/ministry/input.ts';
import { ministryPlan } from '../../shared/ministry/plan.ts';
import type { SummaryInput } from '../../shared/summary/input.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Output } from './publish.ts';
import { catalogVersion } from './template-outputs.ts';

/** `outbox/<district>/ministry.xlsx`: what the ministry is sent, with Google or without it. */
export function ministryOutputs(
  workspace: Workspace,
  summaries: readonly { readonly input: SummaryInput; readonly folder: string }[],
): Output[] {
  const version = catalogVersion(workspace);
  return summaries.map(({ input, folder }): Output => {
    let known: MinistryInput | undefined;
    const own = (): MinistryInput => {
      known ??= ministryInput(input, version, workspace.config.disclosure.minimum);
      return known;
    };
    return {
      path: `outbox/${folder}ministry.xlsx`,
      inputs: () => inputsOf(own()),
      bytes: () => writeWorkbook(ministryPlan(own())),
    };
  });
}

/** Everything the file depends on; definitions by their version. */
function inputsOf({ summary, ofOrganisations, version, minimum }: MinistryInput): string {
  const { catalog, activities = [], observations, ...rest } = summary;
  return JSON.stringify([
    version,
    minimum,
    rest,
    ofOrganisations,
    observations.map(({ unit, element, period, status }) => [unit, element, period, status]),
    activities.map(({ activity, ...row }) => row),
  ]);
}
