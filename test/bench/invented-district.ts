import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportValues } from '../../etl/demo/report-values.ts';
import { catalogVersion, workspaceId } from '../../etl/run/template-outputs.ts';
import { assembleRegister } from '../../etl/workspace/assemble-register.ts';
import { openWorkspace, type Workspace } from '../../etl/workspace/open-workspace.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { profileOf } from '../../shared/template/unit.ts';

const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\n`;

const schoolYear = '2024/25';
/** The day on which these workspaces stand. */
export const benchDate = '2025-08-29';

/** A workspace of invented schools of all levels, with nothing in its inbox yet. */
export async function writeDistrict(dir: string, schools: number): Promise<Workspace> {
  mkdirSync(join(dir, 'inbox'), { recursive: true });
  writeFileSync(join(dir, 'msoko.config.json'), JSON.stringify({ schoolYear }));
  writeFileSync(
    join(dir, 'districts.csv'),
    csvLine(['code', 'name', 'region', 'region_name', 'roadmap']) +
      csvLine(['bench', 'Вымышленный район', 'RU-00', 'Вымышленная область', 'botlikh']),
  );
  const rows = Array.from({ length: schools }, (_, i) =>
    csvLine([
      `s${i + 1}`,
      `Школа № ${i + 1}`,
      'school',
      'bench',
      'НОО ООО СОО АООП',
      String(200 + ((i * 37) % 600)),
    ]),
  );
  writeFileSync(
    join(dir, 'organisations.csv'),
    csvLine(['code', 'name', 'type', 'district', 'programmes', 'pupils']) + rows.join(''),
  );
  return openWorkspace(dir);
}

/**
 * The workbook of the school with this number, as handed out, or filled in: another `draft` gives other figures.
 */
export function schoolPlan(workspace: Workspace, at: number, draft?: number): Plan {
  const { catalog } = workspace;
  const register = assembleRegister(workspace.districts, workspace.organisationRows, []);
  const organisation = register.organisations[at]!;
  const unit = { level: 'organisation', organisation } as const;
  const template = {
    catalog,
    register,
    unit,
    schoolYear,
    workspace: workspaceId(register.districts[0]),
    catalogVersion: catalogVersion(workspace),
  };
  if (draft === undefined) return templatePlan(template);
  const profile = profileOf(unit, register);
  // the code decides the luck: another one for another draft
  const typed = reportValues(catalog, { ...profile, code: `${organisation.code} ${draft}` }, schoolYear);
  return templatePlan({
    ...template,
    fill: {
      value: (element, period) => typed.get(`${element} ${period}`),
      submitted: 'да',
      submittedOn: `2025-07-${11 + draft}`,
      submittedByPost: 'заместитель директора',
    },
  });
}

/** The district's own workbook, filled in. */
export function districtPlan(workspace: Workspace): Plan {
  const { catalog } = workspace;
  const register = assembleRegister(workspace.districts, workspace.organisationRows, []);
  const unit = { level: 'district', district: register.districts[0]! } as const;
  const typed = reportValues(catalog, profileOf(unit, register), schoolYear);
  return templatePlan({
    catalog,
    register,
    unit,
    schoolYear,
    workspace: workspaceId(register.districts[0]),
    catalogVersion: catalogVersion(workspace),
    fill: {
      value: (element, period) => typed.get(`${element} ${period}`),
      submitted: 'да',
      submittedOn: '2025-07-11',
      submittedByPost: 'методист',
    },
  });
}

/** Puts filled workbooks of some schools into the inbox. */
export async function sendReports(
  workspace: Workspace,
  schools: readonly number[],
  draft = 0,
): Promise<void> {
  for (const at of schools) {
    const bytes = await writeWorkbook(schoolPlan(workspace, at, draft));
    writeFileSync(join(workspace.paths.inbox, `s${at + 1}.xlsx`), bytes);
  }
}
