import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Google } from '../../etl/google/client/google.ts';
import { fileMarks } from '../../etl/google/marks.ts';
import { renderPlan } from '../../etl/google/render/render-plan.ts';
import { workspaceId } from '../../etl/run/template-outputs.ts';
import { assembleRegister } from '../../etl/workspace/assemble-register.ts';
import { openWorkspace } from '../../etl/workspace/open-workspace.ts';
import type { Fill } from '../../shared/template/fill.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import type { TemplateUnit } from '../../shared/template/unit.ts';
import { say } from '../etl/cli/console.ts';
import { clientOf } from '../google/client.ts';
import { SPREADSHEET } from '../google/drive/model.ts';
import { type GoogleServer, startGoogle } from '../google/server.ts';
import { goldenDistrict } from './golden-district.ts';

let g: GoogleServer;
let google: Google;
let dir: string;
let district: string;
let school: string;
/** Where the school typed the number of those who passed. */
let passed: { readonly tab: string; readonly cell: string };

/** A unit's workbook as a spreadsheet in the folder. */
async function handOut(unit: string, title: string, fill?: Fill): Promise<string> {
  const workspace = await openWorkspace(dir);
  const register = assembleRegister(workspace.districts, workspace.organisationRows, []);
  const home = register.districts[0]!;
  const organisation = register.organisations.find(({ code }) => code === unit);
  const of: TemplateUnit = organisation
    ? { level: 'organisation', organisation }
    : { level: 'district', district: home };
  const plan = templatePlan({
    catalog: workspace.catalog,
    register,
    unit: of,
    schoolYear: '2024/25',
    workspace: workspaceId(home),
    catalogVersion: 'test',
    ...(fill && { fill }),
  });
  const { id } = await google.call('drive', () =>
    google.drive.files.create({
      supportsAllDrives: true,
      fields: 'id',
      requestBody: {
        name: title,
        mimeType: SPREADSHEET,
        parents: [g.folderId],
        appProperties: { [fileMarks.kind]: 'workbook', [fileMarks.unit]: unit },
      },
    }),
  );
  const tabs = renderPlan(plan, { set: 'entry' });
  await google.call('sheets_write', () =>
    google.sheets.spreadsheets.batchUpdate({
      spreadsheetId: id!,
      requestBody: {
        requests: [
          ...tabs.map(({ properties }) => ({ addSheet: { properties } })),
          ...tabs.flatMap(({ requests }) => [...requests]),
          ...tabs.map(({ key, sheetId, hash }) => ({
            createDeveloperMetadata: {
              developerMetadata: {
                metadataKey: 'msoko.entry',
                metadataValue: `${key}/${hash}`,
                location: { sheetId },
                visibility: 'DOCUMENT',
              },
            },
          })),
          { deleteSheet: { sheetId: 0 } },
        ],
      },
    }),
  );
  return id!;
}

async function run() {
  g.log.length = 0;
  const said = await say(dir, 'run', '--date', '2025-06-30', '--json');
  return { code: said.code, report: JSON.parse(said.out) };
}
const writes = () => g.log.filter(({ method }) => method === 'sheets.spreadsheets.batchUpdate');
const tab = (title: string) => g.people.book(district).tabs.find((one) => one.properties.title === title)!;

beforeAll(async () => {
  g = await startGoogle();
  for (const [name, value] of Object.entries(g.env)) vi.stubEnv(name, value);
  google = await clientOf(g);
  dir = await goldenDistrict();
  const config = JSON.parse(readFileSync(join(dir, 'msoko.config.json'), 'utf8'));
  writeFileSync(
    join(dir, 'msoko.config.json'),
    JSON.stringify({ ...config, google: { folder: g.folderId, editors: [g.owner] } }),
  );
  district = await handOut('gor', 'Горный район');
  school = await handOut('s1', 'Школа № 1', {
    value: (element) => (element === 'g.pupils' ? 100 : element === 'g.passed' ? 120 : undefined),
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  expect(g.violations).toEqual([]);
  await g.stop();
});

describe('the summary in the district’s spreadsheet', () => {
  it('comes with the run, behind the tabs that people fill in, in one batch', async () => {
    const before = g.people.tabs(district).filter((title) => !title.startsWith('_'));
    const { code, report } = await run();
    expect(code).toBe(1);
    expect(report.workbooks).toEqual({ read: 2, unchanged: 0, failed: 0 });
    expect(writes()).toHaveLength(1);
    const tabs = g.people.tabs(district);
    expect(tabs.slice(0, before.length)).toEqual(before);
    expect(tabs).toContain('Качество данных');
  });

  it('issues link to the very cell of the school’s spreadsheet', () => {
    const [address, gid, cell] = /https:[^"]+#gid=(\d+)&range=([A-Z]+\d+)/.exec(
      JSON.stringify(tab('Качество данных').rows),
    )!;
    expect(address).toContain(`https://docs.google.com/spreadsheets/d/${school}/edit#`);
    const there = g.people.book(school).tabs.find(({ properties }) => properties.sheetId === Number(gid))!;
    passed = { tab: there.properties.title, cell: cell! };
    expect(g.people.read(school, passed.tab, passed.cell)).toBe(120);
  });

  it('costs nothing where nothing changed', async () => {
    await run();
    expect(writes()).toEqual([]);
    await run();
    expect(g.log.map(({ method }) => method)).toEqual(['oauth2.token', 'drive.changes.list']);
  });

  it('what a person took away comes back, what a person added stays', async () => {
    g.people.addTab(district, 'Мои заметки');
    g.people.type(district, 'Мои заметки', 'A1', 'не трогать');
    const chart = g.people.addChart(district, 'Обзор');
    g.people.deleteTab(district, 'Журнал');
    await run();
    expect(writes()).toHaveLength(1);
    expect(g.people.tabs(district)).toContain('Журнал');
    expect(g.people.read(district, 'Мои заметки', 'A1')).toBe('не трогать');
    expect(tab('Обзор').charts.map(({ chartId }) => chartId)).toContain(chart);
  });

  it('a right that is taken in the middle is an issue; files are there; given back, the next run heals', async () => {
    g.people.type(school, passed.tab, passed.cell, 90);
    g.faults.add({
      on: 'sheets.spreadsheets.get',
      only: ({ params }) => String(params.fields).includes('protectedRanges'),
      meanwhile: () => g.people.unshare(district),
    });
    const { code, report } = await run();
    expect(g.faults.left).toEqual([]);
    // the school has mended its figure, what is left is the spreadsheet
    expect([code, report.issues.error]).toEqual([1, 1]);
    expect(report.observations.changed).toBe(1);
    g.people.move(district, g.folderId);
    expect((await run()).report.issues.error).toBe(0);
    expect(writes()).toHaveLength(1);
  });
});
