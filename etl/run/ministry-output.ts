import type { AccessEvent } from '../../shared/ministry/access.ts';
import { type MinistryInput, ministryInput, ministryMaterial } from '../../shared/ministry/input.ts';
import { ministryPlan } from '../../shared/ministry/plan.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Output } from './publish.ts';
import type { DistrictInput } from './summary-inputs.ts';
import { catalogVersion } from './template-outputs.ts';

/** What the ministry gets of a district: as a file, or, with «Доступ», as a spreadsheet of its own. */
export interface DistrictMinistry {
  readonly district: string;
  /** Where its file goes, below the workspace. */
  readonly path: string;
  /** Everything it depends on, but for share.csv. */
  readonly inputs: () => string;
  readonly plan: (access?: readonly AccessEvent[]) => Plan;
}

export function districtMinistries(
  workspace: Workspace,
  inputs: readonly DistrictInput[],
): DistrictMinistry[] {
  const version = catalogVersion(workspace);
  const { minimum } = workspace.config.disclosure;
  // large: only the last one made is held
  let last: { readonly of: DistrictInput; readonly made: MinistryInput } | undefined;
  return inputs.map((of): DistrictMinistry => {
    const { input, folder } = of;
    const own = (): MinistryInput => {
      if (last?.of !== of) last = { of, made: ministryInput(input, version, minimum) };
      return last.made;
    };
    return {
      district: input.district,
      path: `outbox/${folder}ministry.xlsx`,
      // definitions by their version
      inputs: () => JSON.stringify([version, minimum, ministryMaterial(input)]),
      plan: (access) => ministryPlan(own(), access),
    };
  });
}

/** `outbox/<district>/ministry.xlsx`: what the ministry is sent, with Google or without it. */
export const ministryOutputs = (ministries: readonly DistrictMinistry[]): Output[] =>
  ministries.map(({ path, inputs, plan }) => ({ path, inputs, bytes: () => writeWorkbook(plan()) }));
