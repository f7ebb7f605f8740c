import { parsePeriod } from '../../shared/period/period.ts';
import { isOpen, type Register } from '../../shared/register/register.ts';
import { rosterPlan } from '../../shared/template/roster-plan.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import { contentHash } from './fingerprint.ts';
import type { LastYear } from './last-year.ts';
import type { Output } from './publish.ts';
import { catalogVersion, templateFolder, workspaceId } from './template-outputs.ts';

/** Leaves room for folders in the path lengths that file systems take. */
const longestName = 80;

/** `predgorny-all`, or `predgorny-all-pupils+control` for some forms only. */
function nameOf(district: string, forms: readonly string[] | undefined): string {
  if (forms === undefined) return `${district}-all`;
  const name = `${district}-all-${forms.join('+')}`;
  return name.length <= longestName ? name : `${district}-all-${contentHash(forms.join('+')).slice(0, 12)}`;
}

/** The workbooks in which a district enters values for all its organisations: one per district that has any. */
export function rosterOutputs(
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  lastYear: LastYear,
  forms: readonly string[] | undefined,
): Output[] {
  const year = parsePeriod(schoolYear);
  if (!year) throw new RangeError(`not a school year: ${schoolYear}`);
  const version = catalogVersion(workspace);
  return register.districts.flatMap((district) => {
    const members = register.organisations.filter((o) => o.district === district.code && isOpen(o, year));
    if (members.length === 0) return [];
    const id = workspaceId(district);
    const previous = members.map(({ code }) => lastYear.fingerprint(code));
    return {
      path: `${templateFolder(schoolYear)}/${nameOf(district.code, forms)}.xlsx`,
      handedOut: true,
      inputs: () => JSON.stringify([id, version, schoolYear, district, members, previous, forms]),
      bytes: () =>
        writeWorkbook(
          rosterPlan({
            catalog: workspace.catalog,
            register: { ...register, organisations: members },
            district,
            schoolYear,
            workspace: id,
            catalogVersion: version,
            previous: lastYear.value,
            ...(forms && { forms }),
          }),
        ),
    };
  });
}
