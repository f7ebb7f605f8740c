import type { Observation } from '../../shared/observation/observation.ts';
import { parsePeriod, previousSchoolYear } from '../../shared/period/period.ts';
import { isOpen, type Register } from '../../shared/register/register.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import { contentHash } from './fingerprint.ts';
import type { Output } from './publish.ts';

/** Names the workspace in `_meta`, so that a workbook of another district is told apart. */
export const workspaceId = (workspace: Workspace): string =>
  workspace.districts.map((d) => `${d.region}/${d.code}`).join(' ') || 'msoko';

/** Fingerprint of the definitions that a workbook carries. */
export function catalogVersion(workspace: Workspace): string {
  const { forms, dimensions, elements, indicators, checks } = workspace.catalog;
  const seen = [[...forms.values()], [...dimensions.values()], [...elements.values()], indicators, checks];
  return contentHash(JSON.stringify(seen)).slice(0, 12);
}

/**
 * The workbooks to hand out for a school year: one per organisation open in it and one per district.
 * `observations` of the year before are shown beside the entry cells.
 */
export function templateOutputs(
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  observations: readonly Observation[],
): Output[] {
  const year = parsePeriod(schoolYear);
  if (!year) throw new RangeError(`not a school year: ${schoolYear}`);
  const before = previousSchoolYear(schoolYear);
  const last = new Map<string, Observation>();
  for (const o of observations) {
    if (parsePeriod(o.period)?.schoolYear === before) last.set(`${o.unit}\n${o.element}\n${o.period}`, o);
  }
  const version = catalogVersion(workspace);
  const id = workspaceId(workspace);
  const folder = `templates/${schoolYear.replace('/', '-')}`;
  const units = [
    ...register.districts.map((district) => ({ level: 'district', district }) as const),
    ...register.organisations
      .filter((organisation) => isOpen(organisation, year))
      .map((organisation) => ({ level: 'organisation', organisation }) as const),
  ];
  return units.map((unit) => {
    const code = unit.level === 'district' ? unit.district.code : unit.organisation.code;
    const previous = [...last.values()].filter((o) => o.unit === code);
    return {
      path: `${folder}/${code}.xlsx`,
      inputs: () => JSON.stringify([id, version, schoolYear, unit, previous, workspace.config.label]),
      bytes: () =>
        writeWorkbook(
          templatePlan({
            catalog: workspace.catalog,
            register,
            unit,
            schoolYear,
            workspace: id,
            catalogVersion: version,
            previous: (element, period) => last.get(`${code}\n${element}\n${period}`)?.value,
          }),
        ),
    };
  });
}
