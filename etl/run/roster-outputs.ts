import type { ActivityRow } from '../../shared/activity/activity-rows.ts';
import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import { trackerRows } from '../../shared/activity/tracker-rows.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { isOpen, type Organisation, type Register } from '../../shared/register/register.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { rosterPlan } from '../../shared/template/roster-plan.ts';
import { rosterTracker } from '../../shared/template/roster-tracker.ts';
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

/** The organisations' activities, unless only other forms are wanted. */
function trackerOf(
  catalog: Catalog,
  members: readonly Organisation[],
  schoolYear: string,
  activities: readonly ActivityRow[],
  forms: readonly string[] | undefined,
): GivenRow[] {
  const { activity } = trackerRegisters;
  if (!catalog.records.has(activity) || (forms && !forms.includes(activity))) return [];
  const codes = new Set(members.map(({ code }) => code));
  const rows = activities.filter(({ unit }) => codes.has(unit));
  return rosterTracker(trackerRows(rows, catalog, schoolYear), { organisations: members }, catalog, activity);
}

/** The workbooks in which a district enters values for all its organisations: one per district that has any. */
export function rosterOutputs(
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  lastYear: LastYear,
  forms: readonly string[] | undefined,
  activities: readonly ActivityRow[] = [],
): Output[] {
  const year = parsePeriod(schoolYear);
  if (!year) throw new RangeError(`not a school year: ${schoolYear}`);
  const version = catalogVersion(workspace);
  return register.districts.flatMap((district) => {
    const members = register.organisations.filter((o) => o.district === district.code && isOpen(o, year));
    if (members.length === 0) return [];
    const id = workspaceId(district);
    const tracker = trackerOf(workspace.catalog, members, schoolYear, activities, forms);
    const previous = members.map(({ code }) => lastYear.fingerprint(code));
    return {
      path: `${templateFolder(schoolYear)}/${nameOf(district.code, forms)}.xlsx`,
      handedOut: true,
      inputs: () => JSON.stringify([id, version, schoolYear, district, members, previous, forms, tracker]),
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
            tracker,
            ...(forms && { forms }),
          }),
        ),
    };
  });
}
