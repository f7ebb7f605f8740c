import { parsePeriod } from '../../shared/period/period.ts';
import { type District, isOpen, type Register } from '../../shared/register/register.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import { catalogText } from './catalog-text.ts';
import type { EnteredBefore } from './entered-before.ts';
import { contentHash } from './fingerprint.ts';
import type { LastYear } from './last-year.ts';
import type { Output } from './publish.ts';

/** Names the district a workbook was made for, in `_meta`, so that one mailed to the wrong office is told apart. */
export const workspaceId = (district: District | undefined): string =>
  district ? `${district.region}/${district.code}` : 'msoko';

/** Fingerprint of the definitions that a workbook carries. */
export const catalogVersion = (workspace: Workspace): string =>
  contentHash(catalogText(workspace)).slice(0, 12);

/** Where the workbooks of a school year lie, below the workspace. */
export const templateFolder = (schoolYear: string): string => `templates/${schoolYear.replace('/', '-')}`;

/**
 * The workbooks to hand out for a school year: one per organisation open in it and one per district. Values of the
 * year before are shown beside the entry cells; rows of registers stand in their tabs.
 */
export function templateOutputs(
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  lastYear: LastYear,
  entered: EnteredBefore,
): Output[] {
  const year = parsePeriod(schoolYear);
  if (!year) throw new RangeError(`not a school year: ${schoolYear}`);
  const version = catalogVersion(workspace);
  const units = [
    ...register.districts.map((district) => ({ level: 'district', district }) as const),
    ...register.organisations
      .filter((organisation) => isOpen(organisation, year))
      .map((organisation) => ({ level: 'organisation', organisation }) as const),
  ];
  return units.map((unit) => {
    const code = unit.level === 'district' ? unit.district.code : unit.organisation.code;
    const district =
      unit.level === 'district'
        ? unit.district
        : register.districts.find((d) => d.code === unit.organisation.district);
    const id = workspaceId(district);
    return {
      path: `${templateFolder(schoolYear)}/${code}.xlsx`,
      handedOut: true,
      inputs: () =>
        JSON.stringify([
          id,
          version,
          schoolYear,
          unit,
          district,
          lastYear.fingerprint(code),
          entered.fingerprint(code),
        ]),
      bytes: () =>
        writeWorkbook(
          templatePlan({
            catalog: workspace.catalog,
            register,
            unit,
            schoolYear,
            workspace: id,
            catalogVersion: version,
            records: (record) => entered.rows(code, record),
            previous: (element, period) => lastYear.value(code, element, period),
          }),
        ),
    };
  });
}
