import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveConcrete } from '../../shared/catalog/concrete.ts';
import { isTyped } from '../../shared/catalog/typed.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { inputsOf } from '../../shared/expression/inputs.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import type { Scalar } from '../../shared/plan/plan.ts';
import { isOpen, type Register } from '../../shared/register/register.ts';
import { type OwedForm, owedForms } from '../../shared/template/owed.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { profileOf, type TemplateUnit } from '../../shared/template/unit.ts';
import { demoTexts } from '../../shared/texts/demo.ts';
import { loadCatalog } from '../catalog/load.ts';
import { csvLine } from '../export/table.ts';
import type { Output } from '../run/publish.ts';
import { catalogVersion, workspaceId } from '../run/template-outputs.ts';
import { assembleRegister } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import { demoText } from './demo-table.ts';
import { faults, silent } from './faults.ts';
import { type Figures, figuresOf } from './figures.ts';
import { vprCsv } from './results.ts';

export const demoYears = ['2022/23', '2023/24', '2024/25'] as const;
/** The day on which the demonstration stands, so that it looks the same whenever it is run. */
export const demoDate = '2025-08-29';

/** Writes the folder of the invented district: configuration and register. */
export async function writeDemoWorkspace(dir: string): Promise<void> {
  for (const folder of ['inbox', 'outbox', 'templates', 'catalog', 'store', 'frozen']) {
    await mkdir(join(dir, folder), { recursive: true });
  }
  const config = { schoolYear: demoYears[2], timeZone: 'Europe/Moscow', label: demoTexts.label };
  await writeFile(join(dir, 'msoko.config.json'), `${JSON.stringify(config, null, 2)}\n`);
  for (const name of ['districts.csv', 'organisations.csv']) await writeFile(join(dir, name), demoText(name));
  await writeFile(join(dir, 'catalog', 'forms.csv'), switchedOff(await loadCatalog({})));
}

/** The invented district reports on «качество подготовки» (1.16); it has switched the other forms off, as a district may. */
function switchedOff(catalog: Catalog): string {
  const shown = new Set<string | undefined>();
  for (const { activity, numerator, denominator } of catalog.indicators) {
    if (activity !== '1.16') continue;
    for (const side of [numerator, denominator]) {
      for (const code of side ? inputsOf(side) : []) shown.add(resolveElement(catalog, code)?.form);
    }
  }
  const off = [...catalog.forms.keys()].filter((code) => !shown.has(code));
  return [csvLine(['code', 'frequency', 'disabled']), ...off.map((code) => csvLine([code, '', 1]))].join('');
}

const resolveElement = (catalog: Catalog, code: string) =>
  catalog.elements.get(code) ?? resolveConcrete(catalog, code)?.element;

/** The reports that the invented organisations sent over three school years, slips included. */
export function demoInbox(workspace: Workspace): Output[] {
  const register = assembleRegister(workspace.districts, workspace.organisationRows, []);
  const version = catalogVersion(workspace);
  const outputs: Output[] = [];
  for (const schoolYear of demoYears) {
    const year = parsePeriod(schoolYear)!;
    const folder = `inbox/${schoolYear.replace('/', '-')}`;
    const units: TemplateUnit[] = [
      ...register.districts.map((district) => ({ level: 'district', district }) as const),
      ...register.organisations
        .filter((organisation) => isOpen(organisation, year))
        .map((organisation) => ({ level: 'organisation', organisation }) as const),
    ];
    for (const unit of units) {
      const code = unit.level === 'district' ? unit.district.code : unit.organisation.code;
      const forms = owedForms(workspace.catalog, profileOf(unit, register), schoolYear);
      if (forms.length === 0 || silent.has(`${code} ${schoolYear}`)) continue;
      const typed = typedValues(workspace.catalog, unit, code, forms);
      const submittedOn = `${Number(schoolYear.slice(0, 4)) + 1}-07-${code.endsWith('1') ? '18' : '11'}`;
      outputs.push(
        report(workspace, register, unit, schoolYear, version, `${folder}/${code}.xlsx`, typed, submittedOn),
      );
    }
    const vpr = () => vprCsv(register.organisations, schoolYear);
    outputs.push({
      path: `${folder}/vpr.csv`,
      inputs: vpr,
      bytes: async () => new TextEncoder().encode(vpr()),
    });
  }
  outputs.push(correction(workspace, register, version), brokenFile());
  return outputs;
}

type Typed = ReadonlyMap<string, Scalar | undefined>;

function report(
  workspace: Workspace,
  register: Register,
  unit: TemplateUnit,
  schoolYear: string,
  version: string,
  path: string,
  typed: Typed,
  submittedOn: string,
): Output {
  const fill = {
    value: (element: string, period: string) => typed.get(`${element} ${period}`),
    submitted: 'да',
    submittedOn,
    submittedByPost: demoTexts.post,
  };
  const catalog = workspace.catalog;
  const id = workspaceId(register.districts[0]);
  return {
    path,
    inputs: () => JSON.stringify([id, version, unit, schoolYear, [...typed], submittedOn]),
    bytes: () =>
      writeWorkbook(
        templatePlan({ catalog, register, unit, schoolYear, workspace: id, catalogVersion: version, fill }),
      ),
  };
}

function typedValues(catalog: Catalog, unit: TemplateUnit, code: string, forms: readonly OwedForm[]): Typed {
  const organisation = unit.level === 'organisation' ? unit.organisation : undefined;
  const typed = new Map<string, Scalar | undefined>();
  let yearly: Figures = new Map();
  for (const { periods, elements } of forms) {
    const codes = elements
      .map((e) => e.element)
      .filter((e) => isTyped(catalog, e))
      .map((e) => e.code);
    for (const period of periods) {
      const figures = figuresOf(
        catalog,
        { code, ...(organisation && { organisation }) },
        codes,
        period.key,
        yearly,
      );
      for (const [element, value] of figures) {
        if (codes.some((c) => element === c || element.startsWith(`${c}.`)))
          typed.set(`${element} ${period.key}`, value);
      }
      if (period.frequency === 'school_year') yearly = figures;
    }
  }
  for (const fault of faults) {
    const key = `${fault.element} ${fault.period}`;
    if (fault.unit === code && typed.has(key)) typed.set(key, fault.typed);
  }
  return typed;
}

/** A school that sent a corrected workbook: the later date of submission counts, and the change is reported. */
function correction(workspace: Workspace, register: Register, version: string): Output {
  const organisation = register.organisations.find((o) => o.code === 'school-03')!;
  const unit: TemplateUnit = { level: 'organisation', organisation };
  const schoolYear = demoYears[2];
  const forms = owedForms(workspace.catalog, profileOf(unit, register), schoolYear);
  const typed = new Map(typedValues(workspace.catalog, unit, organisation.code, forms));
  const key = `literacy.reading_passed ${schoolYear}`;
  const before = typed.get(key);
  if (typeof before === 'number') typed.set(key, before - 4);
  const path = `inbox/2024-25/school-03 (${demoTexts.corrected}).xlsx`;
  return report(workspace, register, unit, schoolYear, version, path, typed, '2025-07-25');
}

/** Someone mailed a web page with the wrong ending: it must be reported, not stop the night. */
const brokenFile = (): Output => ({
  path: 'inbox/2024-25/school-12.xlsx',
  inputs: () => demoTexts.notWorkbook,
  bytes: async () => new TextEncoder().encode(demoTexts.notWorkbook),
});
