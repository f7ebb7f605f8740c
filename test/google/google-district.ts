import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import type { Google } from '../../etl/google/client/google.ts';
import { readSpreadsheet } from '../../etl/google/read/read-spreadsheet.ts';
import { workspaceId } from '../../etl/run/template-outputs.ts';
import { workbookContent } from '../../etl/source/workbook-content.ts';
import { assembleRegister } from '../../etl/workspace/assemble-register.ts';
import { openWorkspace, type Workspace } from '../../etl/workspace/open-workspace.ts';
import type { Scalar } from '../../shared/plan/plan.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { goldenDistrict } from '../e2e/golden-district.ts';
import { clientOf } from './client.ts';
import { layOut } from './lay-out.ts';
import { type GoogleServer, startGoogle } from './server.ts';

/** The golden district with a folder on Google Drive; its books are small: three forms and no registers. */
export interface GoogleDistrict {
  readonly dir: string;
  readonly g: GoogleServer;
  readonly google: Google;
  /** The workspace as a new run opens it. */
  open(): Workspace;
  /** Hands out the spreadsheet of a unit, filled and handed in; `values`: by `<element> <period>`. */
  book(unit: string, values?: Readonly<Record<string, Scalar>>, more?: BookOptions): string;
  /** Where an element stands in a spreadsheet now. */
  find(
    id: string,
    element: string,
    period?: string,
  ): Promise<{ readonly tab: string; readonly cell: string; readonly gid: number }>;
  /** Ids of the methods called since the last look. */
  calls(): string[];
}

interface BookOptions {
  readonly title?: string;
  readonly parent?: string;
  readonly appProperties?: Record<string, string>;
}

/** Codes of the registers that come with the product; loading the whole catalogue for them takes longer. */
export function builtInRegisters(): string[] {
  const read = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../templates/${name}`, import.meta.url)), 'utf8');
  const tables = ['records.csv', 'criteria-registers.csv'].map(read).join('\n');
  return [...tables.matchAll(/^([a-z][a-z0-9_]*),(?!title,)/gm)].map(([, code]) => code!);
}

/** Environment of the process is set until the test file ends. */
export async function googleDistrict(folder?: (g: GoogleServer) => string): Promise<GoogleDistrict> {
  const [g, dir] = await Promise.all([startGoogle(), goldenDistrict()]);
  const google = await clientOf(g);
  const parent = folder?.(g) ?? g.folderId;
  const config = { schoolYear: '2024/25', google: { folder: parent, summary: false, readsPerMinute: 6000 } };
  writeFileSync(join(dir, 'msoko.config.json'), JSON.stringify(config));
  for (const [name, value] of Object.entries(g.env)) vi.stubEnv(name, value);
  const off = builtInRegisters()
    .map((code) => `${code},,,1\n`)
    .join('');
  writeFileSync(join(dir, 'catalog', 'no-registers.csv'), `code,title,standing,disabled\n${off}`);
  const workspace = await openWorkspace(dir);
  let seen = g.log.length;

  const find: GoogleDistrict['find'] = async (id, element, period = '2024/25') => {
    const reading = await readSpreadsheet(google, id);
    if (!reading.ok) throw new Error(reading.issue.code);
    const { observations } = workbookContent(reading.workbook, { file: '' }, workspace);
    const found = observations.find((o) => o.element === element && o.period === period);
    if (!found) throw new Error(`${element} ${period} is not in the book`);
    const { tab = '', cell = '', gid = -1 } = found.place;
    return { tab, cell, gid };
  };

  const book: GoogleDistrict['book'] = (code, values = {}, more = {}) => {
    const { catalog, districts, organisationRows } = workspace;
    const register = assembleRegister(districts, organisationRows, []);
    const organisation = register.organisations.find((o) => o.code === code);
    const district = register.districts[0]!;
    const plan = templatePlan({
      catalog,
      register,
      unit: organisation ? { level: 'organisation', organisation } : { level: 'district', district },
      schoolYear: '2024/25',
      workspace: workspaceId(district),
      catalogVersion: '1',
      fill: {
        value: (element, period) => values[`${element} ${period}`],
        submitted: 'да',
        submittedOn: '2025-06-01',
        submittedByPost: 'методист',
      },
    });
    const { title = `Отчёт ${code}`, appProperties = {}, parent: below = parent } = more;
    return layOut(g, plan, title, appProperties, below);
  };

  return {
    dir,
    g,
    google,
    open: () => ({ ...workspace }),
    book,
    find,
    calls() {
      const calls = g.log.slice(seen).map(({ method }) => method);
      seen = g.log.length;
      return calls;
    },
  };
}
