import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import { criteriaRecords } from '../../shared/criteria/known-records.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import type { Scalar } from '../../shared/plan/plan.ts';
import { isOpen, type Register } from '../../shared/register/register.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { profileOf, type TemplateUnit } from '../../shared/template/unit.ts';
import { demoTexts } from '../../shared/texts/demo.ts';
import type { Output } from '../run/publish.ts';
import { catalogVersion, workspaceId } from '../run/template-outputs.ts';
import { assembleRegister } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import { demoCriteria } from './demo-criteria.ts';
import { demoRecords } from './demo-records.ts';
import { demoText } from './demo-table.ts';
import { demoTracker } from './demo-tracker.ts';
import { byTelephone, faults, silent } from './faults.ts';
import { observationsCsv } from './past-years.ts';
import { type ReportValues, reportValues } from './report-values.ts';
import { examsCsv, vprCsv } from './results.ts';

export const demoYears = ['2022/23', '2023/24', '2024/25'] as const;
/** The year in which organisations fill in workbooks; earlier ones came as tables. */
const currentYear = demoYears[demoYears.length - 1]!;
/** The day on which the demonstration stands, so that it looks the same whenever it is run. */
export const demoDate = '2025-08-29';

/** Writes the folder of the invented district: configuration, register and what is to be known about them. */
export async function writeDemoWorkspace(dir: string): Promise<void> {
  for (const folder of ['inbox', 'outbox', 'templates', 'catalog', 'store', 'frozen']) {
    await mkdir(join(dir, folder), { recursive: true });
  }
  const config = { schoolYear: currentYear, timeZone: 'Europe/Moscow', label: demoTexts.label };
  await writeFile(join(dir, 'msoko.config.json'), `${JSON.stringify(config, null, 2)}\n`);
  for (const name of ['districts.csv', 'organisations.csv']) await writeFile(join(dir, name), demoText(name));
  await writeFile(join(dir, demoTexts.readmeName), demoTexts.readme);
}

/** What lies in a file of the demonstration as text. */
const textFile = (path: string, text: () => string): Output => ({
  path,
  inputs: text,
  bytes: async () => new TextEncoder().encode(text()),
});

const codeOf = (unit: TemplateUnit): string =>
  unit.level === 'district' ? unit.district.code : unit.organisation.code;

/** Units that exist in a school year, the district first. */
function unitsOf(register: Register, schoolYear: string): TemplateUnit[] {
  const year = parsePeriod(schoolYear)!;
  return [
    ...register.districts.map((district) => ({ level: 'district', district }) as const),
    ...register.organisations
      .filter((organisation) => isOpen(organisation, year))
      .map((organisation) => ({ level: 'organisation', organisation }) as const),
  ];
}

type Typed = ReadonlyMap<string, Scalar | undefined>;

/** The year of one unit with its slips. */
function withFaults(code: string, values: ReportValues): Typed {
  const typed = new Map<string, Scalar | undefined>(values);
  for (const { unit, element, period, typed: slip } of faults) {
    const key = `${element} ${period}`;
    if (unit === code && typed.has(key)) typed.set(key, slip);
  }
  return typed;
}

/**
 * What the invented organisations sent over three school years, slips included: workbooks of the current year, tables
 * of the earlier ones, results of procedures.
 */
export function demoInbox(workspace: Workspace): Output[] {
  const { catalog } = workspace;
  const register = assembleRegister(workspace.districts, workspace.organisationRows, []);
  const outputs: Output[] = [];
  for (const schoolYear of demoYears) {
    const folder = `inbox/${schoolYear.replace('/', '-')}`;
    const units = unitsOf(register, schoolYear).map((unit) => ({
      unit,
      code: codeOf(unit),
      values: reportValues(catalog, profileOf(unit, register), schoolYear),
    }));
    const sent = units
      .filter(({ code }) => !silent.has(`${code} ${schoolYear}`))
      .map(({ unit, code, values }) => ({ unit, code, typed: withFaults(code, values) }));
    if (schoolYear === currentYear) {
      for (const { unit, code, typed } of sent) {
        if (byTelephone.has(code)) continue;
        const submittedOn = `2025-07-${code.endsWith('1') ? '18' : '11'}`;
        outputs.push(workbook(workspace, register, unit, `${folder}/${code}.xlsx`, typed, submittedOn));
      }
      const entered = sent.filter(({ code }) => byTelephone.has(code));
      outputs.push(textFile(`${folder}/district-office.csv`, () => observationsCsv(entered)));
      outputs.push(...later(workspace, register, folder, sent));
    } else outputs.push(textFile(`${folder}/values.csv`, () => observationsCsv(sent)));
    const organisations = units.flatMap(({ unit }) =>
      unit.level === 'organisation' ? [unit.organisation] : [],
    );
    const valuesOf = (organisation: string) => units.find(({ code }) => code === organisation)!.values;
    outputs.push(
      textFile(`${folder}/vpr.csv`, () => vprCsv(organisations, schoolYear)),
      textFile(`${folder}/exams.csv`, () => examsCsv(organisations, schoolYear, valuesOf)),
    );
  }
  return outputs;
}

function workbook(
  workspace: Workspace,
  register: Register,
  unit: TemplateUnit,
  path: string,
  typed: Typed,
  submittedOn: string,
): Output {
  const code = codeOf(unit);
  const criteria = demoCriteria(workspace.catalog, register, unit, submittedOn);
  const tracker = demoTracker(workspace.catalog, register, code, currentYear, submittedOn);
  const fill = {
    value: (element: string, period: string) => typed.get(`${element} ${period}`),
    rows: (record: string) => {
      if (record === trackerRegisters.activity) return tracker;
      if (record === criteriaRecords.self) return criteria;
      return demoRecords(workspace.catalog, code, record);
    },
    submitted: demoTexts.yes,
    submittedOn,
    submittedByPost: demoTexts.post,
  };
  const common = {
    catalog: workspace.catalog,
    register,
    unit,
    schoolYear: currentYear,
    workspace: workspaceId(register.districts[0]),
    catalogVersion: catalogVersion(workspace),
  };
  return {
    path,
    inputs: () =>
      JSON.stringify([
        common.workspace,
        common.catalogVersion,
        unit,
        currentYear,
        [...typed],
        submittedOn,
        demoText('records.csv'),
        tracker,
      ]),
    bytes: () => writeWorkbook(templatePlan({ ...common, fill })),
  };
}

/**
 * Two things that happen every year. A school sends a corrected workbook: the later date of submission counts and the
 * change is reported. Someone mails a web page with the wrong ending: it is reported and does not stop the night.
 */
function later(
  workspace: Workspace,
  register: Register,
  folder: string,
  sent: readonly { readonly unit: TemplateUnit; readonly code: string; readonly typed: Typed }[],
): Output[] {
  const { unit, code, typed } = sent.find((one) => one.code === 'school-03')!;
  const corrected = new Map(typed);
  const key = `literacy.reading_passed ${currentYear}`;
  const before = typed.get(key);
  if (typeof before === 'number') corrected.set(key, before - 4);
  const path = `${folder}/${code} (${demoTexts.corrected}).xlsx`;
  return [
    workbook(workspace, register, unit, path, corrected, '2025-07-25'),
    textFile(`${folder}/school-12.xlsx`, () => demoTexts.notWorkbook),
  ];
}
