import type { ActivityRow } from '../../shared/activity/activity-rows.ts';
import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { type District, isOpen, type Register } from '../../shared/register/register.ts';
import type { Fill } from '../../shared/template/fill.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { rosterPlan } from '../../shared/template/roster-plan.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { catalogText } from './catalog-text.ts';
import type { EnteredBefore } from './entered-before.ts';
import { contentHash } from './fingerprint.ts';
import type { LastYear } from './last-year.ts';
import { trackerOf } from './roster-tracker.ts';

/** A workbook to hand out, in any format. */
export interface TemplateBook {
  /** Code of the organisation or district. */
  readonly code: string;
  readonly name: string;
  readonly level: 'organisation' | 'district';
  /** What `_meta` names as its workspace. */
  readonly workspace: string;
  /** `all` for the workbook in which a district enters values for its organisations. */
  readonly part?: 'all';
  /** The row of the register, every column as written. */
  readonly columns: Readonly<Record<string, string>>;
  /** Rows of its registers that were entered before. */
  readonly entered: (record: string) => readonly GivenRow[];
  /** Everything the plan depends on, as text. */
  readonly inputs: () => string;
  /** With the rows of registers entered before, unless others are given, and empty entry cells, unless filled. */
  readonly plan: (content?: BookContent) => Plan;
}

export interface BookContent {
  readonly records?: (record: string) => readonly GivenRow[];
  readonly fill?: (unit: string) => Fill;
}

/** Names the district a workbook was made for, in `_meta`, so that one mailed to the wrong office is told apart. */
export const workspaceId = (district: District | undefined): string =>
  district ? `${district.region}/${district.code}` : 'msoko';

/** Fingerprint of the definitions that a workbook carries. */
export const catalogVersion = (workspace: Workspace): string =>
  contentHash(catalogText(workspace)).slice(0, 12);

function yearOf(schoolYear: string) {
  const year = parsePeriod(schoolYear);
  if (!year) throw new RangeError(`not a school year: ${schoolYear}`);
  return year;
}

/** One workbook per district and per organisation open in the school year. */
export function templateBooks(
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  lastYear: LastYear,
  entered: EnteredBefore,
): TemplateBook[] {
  const year = yearOf(schoolYear);
  const version = catalogVersion(workspace);
  const units = [
    ...register.districts.map((district) => ({ level: 'district', district }) as const),
    ...register.organisations
      .filter((organisation) => isOpen(organisation, year))
      .map((organisation) => ({ level: 'organisation', organisation }) as const),
  ];
  return units.map((unit): TemplateBook => {
    const of = unit.level === 'district' ? unit.district : unit.organisation;
    const home =
      unit.level === 'district'
        ? unit.district
        : register.districts.find((d) => d.code === unit.organisation.district);
    const id = workspaceId(home);
    const { code } = of;
    return {
      code,
      name: of.name,
      level: unit.level,
      workspace: id,
      columns: of.columns,
      entered: (record) => entered.rows(code, record),
      inputs: () =>
        JSON.stringify([
          id,
          version,
          schoolYear,
          unit,
          home,
          lastYear.fingerprint(code),
          entered.fingerprint(code),
        ]),
      plan: ({ records, fill } = {}) =>
        templatePlan({
          catalog: workspace.catalog,
          register,
          unit,
          schoolYear,
          workspace: id,
          catalogVersion: version,
          records: records ?? ((record) => entered.rows(code, record)),
          previous: (element, period) => lastYear.value(code, element, period),
          ...(fill && { fill: fill(code) }),
        }),
    };
  });
}

/** What a workbook for all organisations holds. */
export interface RosterContent {
  /** Codes of forms; none = all. */
  readonly forms?: readonly string[];
  /** What the organisations' trackers know. */
  readonly activities?: readonly ActivityRow[];
}

/** The workbooks in which a district enters values for all its organisations: one per district that has any. */
export function rosterBooks(
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  lastYear: LastYear,
  { forms, activities = [] }: RosterContent = {},
): TemplateBook[] {
  const year = yearOf(schoolYear);
  const version = catalogVersion(workspace);
  return register.districts.flatMap((district): TemplateBook[] => {
    const members = register.organisations.filter((o) => o.district === district.code && isOpen(o, year));
    if (members.length === 0) return [];
    const id = workspaceId(district);
    const previous = members.map(({ code }) => lastYear.fingerprint(code));
    const tracker = trackerOf(workspace.catalog, members, schoolYear, activities, forms);
    return [
      {
        code: district.code,
        name: district.name,
        level: 'district',
        workspace: id,
        part: 'all',
        columns: district.columns,
        entered: (record) => (record === trackerRegisters.activity ? tracker : []),
        inputs: () => JSON.stringify([id, version, schoolYear, district, members, previous, forms, tracker]),
        plan: ({ records, fill } = {}) =>
          rosterPlan({
            catalog: workspace.catalog,
            register: { ...register, organisations: members },
            district,
            schoolYear,
            workspace: id,
            catalogVersion: version,
            previous: lastYear.value,
            tracker: records?.(trackerRegisters.activity) ?? tracker,
            ...(forms && { forms }),
            ...(fill && { fill: (unit, element, period) => fill(unit).value?.(element, period) }),
          }),
      },
    ];
  });
}
