import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import type { Scalar } from '../../shared/plan/plan.ts';
import { isOpen, type Register } from '../../shared/register/register.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import type { TemplateUnit } from '../../shared/template/unit.ts';
import { demoTexts } from '../../shared/texts/demo.ts';
import type { Output } from '../run/publish.ts';
import { catalogVersion, workspaceId } from '../run/template-outputs.ts';
import { assembleRegister } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import { type DemoBook, demoBook } from './demo-book.ts';
import { demoRows } from './demo-rows.ts';
import { type Demonstration, oneDistrict } from './demonstration.ts';
import type { Fault } from './faults.ts';
import { observationsCsv } from './past-years.ts';
import { type ReportValues, reportValues } from './report-values.ts';
import { examsCsv, vprCsv } from './results.ts';

/** How a unit may report otherwise than by a workbook. */
const ways = { telephone: 'telephone', silent: 'silent' } as const;

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
function withFaults(faults: readonly Fault[], code: string, values: ReportValues): Typed {
  const typed = new Map<string, Scalar | undefined>(values);
  for (const { unit, element, period, typed: slip } of faults) {
    const key = `${element} ${period}`;
    if (unit === code && typed.has(key)) typed.set(key, slip);
  }
  return typed;
}

interface Sent {
  readonly book: DemoBook;
  readonly typed: Typed;
}

/**
 * What the invented units sent over the school years, slips included: workbooks of the last year, tables of the earlier
 * ones, results of procedures.
 */
export function demoInbox(workspace: Workspace, demonstration: Demonstration = oneDistrict): Output[] {
  const { catalog } = workspace;
  const { years, faults, hasMishaps } = demonstration;
  const register = assembleRegister(workspace.districts, workspace.organisationRows, []);
  const outputs: Output[] = [];
  for (const [at, schoolYear] of years.entries()) {
    const folder = `inbox/${schoolYear.replace('/', '-')}`;
    const way = (code: string) => demonstration.ways.get(`${code} ${schoolYear}`);
    const units = unitsOf(register, schoolYear).map((unit) => {
      const submittedOn = submissionDay(schoolYear, codeOf(unit));
      const book = demoBook({ demonstration, catalog, register, unit, schoolYear, submittedOn });
      return { book, values: reportValues(catalog, book.profile, schoolYear) };
    });
    const sent: Sent[] = units
      .filter(({ book: { profile } }) => way(profile.code) !== ways.silent)
      .map(({ book, values }) => ({ book, typed: withFaults(faults, book.profile.code, values) }));
    if (at === years.length - 1) {
      const byTelephone = ({ book }: Sent) => way(book.profile.code) === ways.telephone;
      for (const one of sent) if (!byTelephone(one)) outputs.push(workbook(workspace, one, folder));
      const entered = sent.filter(byTelephone);
      if (entered.length > 0)
        outputs.push(textFile(`${folder}/district-office.csv`, () => valuesCsv(entered)));
      if (hasMishaps) outputs.push(...mishaps(workspace, folder, sent));
    } else outputs.push(textFile(`${folder}/values.csv`, () => valuesCsv(sent)));
    // documents of all earlier years came as one table, with the last of these years
    if (at === years.length - 2)
      outputs.push(textFile(`${folder}/evidence.csv`, () => demonstration.text('earlier-evidence.csv')));
    const organisations = units.flatMap(({ book: { unit } }) =>
      unit.level === 'organisation' ? [unit.organisation] : [],
    );
    const valuesOf = (organisation: string) =>
      units.find(({ book }) => book.profile.code === organisation)!.values;
    outputs.push(
      textFile(`${folder}/vpr.csv`, () => vprCsv(organisations, schoolYear)),
      textFile(`${folder}/exams.csv`, () => examsCsv(organisations, schoolYear, valuesOf)),
    );
  }
  return outputs;
}

const valuesCsv = (sent: readonly Sent[]): string =>
  observationsCsv(sent.map(({ book, typed }) => ({ code: book.profile.code, typed })));

/** In July after the school year; some a week later. */
const submissionDay = (schoolYear: string, code: string): string =>
  `${Number(schoolYear.slice(0, 4)) + 1}-07-${code.endsWith('1') ? '18' : '11'}`;

function workbook(workspace: Workspace, { book, typed }: Sent, folder: string, name?: string): Output {
  const { catalog, register, unit, schoolYear, submittedOn, profile, demonstration } = book;
  const fill = {
    value: (element: string, period: string) => typed.get(`${element} ${period}`),
    rows: (record: string) => demoRows(book, record),
    submitted: demoTexts.yes,
    submittedOn,
    submittedByPost: demoTexts.post,
  };
  const common = {
    catalog,
    register,
    unit,
    schoolYear,
    workspace: workspaceId(profile.district),
    catalogVersion: catalogVersion(workspace),
  };
  return {
    path: `${folder}/${name ?? profile.code}.xlsx`,
    inputs: () =>
      JSON.stringify([
        common.workspace,
        common.catalogVersion,
        unit,
        profile.district,
        schoolYear,
        [...typed],
        submittedOn,
        demonstration.text('records.csv'),
        demoRows(book, trackerRegisters.activity),
      ]),
    bytes: () => writeWorkbook(templatePlan({ ...common, fill })),
  };
}

/**
 * Two things that happen every year. A school sends a corrected workbook: the later date of submission counts and the
 * change is reported. Someone mails a web page with the wrong ending: it is reported and does not stop the night.
 */
function mishaps(workspace: Workspace, folder: string, sent: readonly Sent[]): Output[] {
  const { book, typed } = sent.find((one) => one.book.profile.code === 'school-03')!;
  const corrected = new Map(typed);
  const key = `literacy.reading_passed ${book.schoolYear}`;
  const before = typed.get(key);
  if (typeof before === 'number') corrected.set(key, before - 4);
  const later = { book: { ...book, submittedOn: `${book.submittedOn.slice(0, 7)}-25` }, typed: corrected };
  return [
    workbook(workspace, later, folder, `${book.profile.code} (${demoTexts.corrected})`),
    textFile(`${folder}/school-12.xlsx`, () => demoTexts.notWorkbook),
  ];
}
