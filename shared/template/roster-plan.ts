import { trackerRegisters } from '../activity/known-registers.ts';
import type { Catalog } from '../catalog/types.ts';
import type { BlockedGroup } from '../parse/blocked-cells.ts';
import type { Plan } from '../plan/plan.ts';
import type { District, Register } from '../register/register.ts';
import { rosterTexts } from '../texts/roster.ts';
import { templateTexts } from '../texts/template.ts';
import { trackerTexts } from '../texts/tracker.ts';
import { Calculation } from './calculation.ts';
import type { Fill } from './fill.ts';
import { formsSheet } from './forms-sheet.ts';
import { literal } from './formula.ts';
import { metaSheet } from './meta-sheet.ts';
import type { OwedForm } from './owed.ts';
import { type GivenRow, recordSheet } from './record-sheet.ts';
import { type RosterForm, rosterForms } from './roster.ts';
import { type OfOrganisation, type RosterContext, type RosterSheet, rosterSheet } from './roster-sheet.ts';
import { sheetName } from './sheet-name.ts';
import { titleSheet } from './title-sheet.ts';
import { profileOf } from './unit.ts';

export interface RosterPlanInput {
  readonly catalog: Catalog;
  readonly register: Register;
  readonly district: District;
  /** `2024/25` */
  readonly schoolYear: string;
  /** Id of the workspace, written into `_meta`. */
  readonly workspace: string;
  readonly catalogVersion: string;
  /** Codes of the forms wanted; undefined = all that are typed in. */
  readonly forms?: readonly string[];
  /** Rows of the tracker, of the organisations; none = no such tab. */
  readonly tracker?: readonly GivenRow[];
  readonly previous?: OfOrganisation<number | string>;
  readonly fill?: RosterContext['fill'];
  readonly submission?: Omit<Fill, 'value'>;
}

/** Cells that organisations do not owe, those of equal lists together. */
function blockedGroups({ columns, rows }: RosterForm): BlockedGroup[] {
  const groups = new Map<string, { organisations: string[]; cells: string[] }>();
  for (const row of rows) {
    const cells = columns.filter((column) => !row.owes(column)).map(({ key }) => key);
    const group = groups.get(cells.join()) ?? { organisations: [], cells };
    group.organisations.push(row.organisation.code);
    groups.set(cells.join(), group);
  }
  return [...groups.values()].filter(({ cells }) => cells.length > 0);
}

const asOwed = ({ form, periods, columns }: RosterForm): OwedForm => ({
  form,
  periods,
  elements: [...new Set(columns.map(({ element }) => element))].map((element) => ({
    element,
    form,
    periods,
  })),
});

/**
 * The workbook by which a district enters values for all its organisations at once: title page, a tab per form with a
 * row per organisation that owes it, and the hidden tabs `_calc`, `_meta` and `_forms`.
 */
export function rosterPlan(input: RosterPlanInput): Plan {
  const { catalog, register, district, schoolYear, workspace, catalogVersion, previous, fill } = input;
  const unit = profileOf({ level: 'district', district }, register);
  const { tabs } = templateTexts;
  const rosters = rosterForms({ ...input, district: district.code });
  const taken = new Set([tabs.title, 'history'].map((name) => name.toLowerCase()));
  const context: RosterContext = {
    schoolYear,
    districtName: district.name,
    titleTab: tabs.title,
    ...(previous && { previous }),
    ...(fill && { fill }),
  };
  const calculation = new Calculation();
  const entries = rosters.map((roster): RosterSheet => {
    const entry = rosterSheet(roster, sheetName(roster.form.title, taken), context);
    const [filled, cells] = ['filled', 'cells'].map((what) => `${what} ${roster.form.code}`);
    calculation.row(cells!, [{ id: cells!, value: entry.cells }]);
    return { ...entry, filled: calculation.step(filled!, filled!, entry.filled) };
  });
  const kind = catalog.records.get(trackerRegisters.activity);
  const given = input.tracker ?? [];
  const records =
    kind === undefined || given.length === 0
      ? []
      : [
          recordSheet({
            kind,
            catalog,
            organisations: [],
            name: sheetName(kind.tab || kind.title, taken),
            unitName: district.name,
            schoolYear,
            titleTab: tabs.title,
            given,
            help: trackerTexts.rosterHelp,
            empty: 0,
          }),
        ];
  const organisations = new Set(rosters.flatMap(({ rows }) => rows.map((row) => row.organisation.code)));
  for (const { organisation } of given) if (organisation) organisations.add(organisation.code);
  const members = register.organisations
    .filter(({ code }) => organisations.has(code))
    .map((organisation) => profileOf({ level: 'organisation', organisation }, register));
  const title = titleSheet(tabs.title, {
    unit,
    schoolYear,
    forms: entries.map(({ roster, ...entry }) => ({
      ...entry,
      form: asOwed(roster),
      remarks: literal(0),
    })),
    official: [],
    records,
    roster: {
      organisations: organisations.size,
      ofForm: new Map(rosters.map(({ form, rows }) => [form.code, rows.length])),
    },
    ...(input.submission && { fill: input.submission }),
  });
  return {
    title: rosterTexts.workbookTitle(district.name, schoolYear),
    sheets: [
      title,
      ...entries.map(({ sheet }) => sheet),
      ...records.map(({ sheet }) => sheet),
      ...(entries.length > 0 ? [calculation.sheet()] : []),
      metaSheet({
        unit,
        schoolYear,
        workspace,
        catalogVersion,
        hasSubmission: rosters.length + records.length > 0,
        part: 'all',
      }),
      formsSheet(
        catalog,
        rosters.map(asOwed),
        [],
        rosters.map((roster) => [roster.form.code, blockedGroups(roster)]),
        records.map((record) => record.kind),
        catalog.checks,
        { unit, members },
      ),
    ],
  };
}
