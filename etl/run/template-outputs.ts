import type { Observation } from '../../shared/observation/observation.ts';
import { parsePeriod, previousSchoolYear } from '../../shared/period/period.ts';
import { currentRows } from '../../shared/record/current-rows.ts';
import { type District, isOpen, type Register } from '../../shared/register/register.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Assessment } from './assess.ts';
import { catalogText } from './catalog-text.ts';
import { contentHash } from './fingerprint.ts';
import type { Output } from './publish.ts';

/** Names the district a workbook was made for, in `_meta`, so that one mailed to the wrong office is told apart. */
export const workspaceId = (district: District | undefined): string =>
  district ? `${district.region}/${district.code}` : 'msoko';

/** Fingerprint of the definitions that a workbook carries. */
export const catalogVersion = (workspace: Workspace): string =>
  contentHash(catalogText(workspace)).slice(0, 12);

/**
 * The workbooks to hand out for a school year: one per organisation open in it and one per district.
 * `observations` of the year before are shown beside the entry cells; rows of registers stand in their tabs: those
 * entered in this school year, else the last ones of a standing register.
 */
export function templateOutputs(
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  observations: readonly Observation[],
  records: Assessment['records'],
): Output[] {
  const year = parsePeriod(schoolYear);
  if (!year) throw new RangeError(`not a school year: ${schoolYear}`);
  const before = previousSchoolYear(schoolYear);
  const last = new Map<string, Observation>();
  for (const o of observations) {
    if (parsePeriod(o.period)?.schoolYear === before) last.set(`${o.unit}\n${o.element}\n${o.period}`, o);
  }
  const entered = enteredBefore(workspace, records, schoolYear);
  const version = catalogVersion(workspace);
  const folder = `templates/${schoolYear.replace('/', '-')}`;
  const units = [
    ...register.districts.map((district) => ({ level: 'district', district }) as const),
    ...register.organisations
      .filter((organisation) => isOpen(organisation, year))
      .map((organisation) => ({ level: 'organisation', organisation }) as const),
  ];
  return units.map((unit) => {
    const code = unit.level === 'district' ? unit.district.code : unit.organisation.code;
    const id = workspaceId(
      unit.level === 'district'
        ? unit.district
        : register.districts.find((d) => d.code === unit.organisation.district),
    );
    const previous = [...last.values()].filter((o) => o.unit === code);
    return {
      path: `${folder}/${code}.xlsx`,
      inputs: () =>
        JSON.stringify([id, version, schoolYear, unit, previous, [...entered(code)], workspace.config.label]),
      bytes: () =>
        writeWorkbook(
          templatePlan({
            catalog: workspace.catalog,
            register,
            unit,
            schoolYear,
            workspace: id,
            catalogVersion: version,
            records: (record) => entered(code).get(record) ?? [],
            previous: (element, period) => last.get(`${code}\n${element}\n${period}`)?.value,
          }),
        ),
    };
  });
}

/** Rows of registers by unit and register, without their places: a file that moved changes no workbook. */
function enteredBefore(workspace: Workspace, records: Assessment['records'], schoolYear: string) {
  const units = new Map<string, Map<string, GivenRow[]>>();
  for (const kind of workspace.catalog.records.values()) {
    for (const { unit, key, values, answers } of currentRows(
      kind,
      records.get(kind.code) ?? [],
      schoolYear,
    )) {
      const own = units.get(unit) ?? new Map<string, GivenRow[]>();
      units.set(unit, own);
      const row = { ...(key !== undefined && { key }), values, ...(answers !== undefined && { answers }) };
      const rows = own.get(kind.code);
      if (rows) rows.push(row);
      else own.set(kind.code, [row]);
    }
  }
  const none: ReadonlyMap<string, readonly GivenRow[]> = new Map();
  return (unit: string): ReadonlyMap<string, readonly GivenRow[]> => units.get(unit) ?? none;
}
