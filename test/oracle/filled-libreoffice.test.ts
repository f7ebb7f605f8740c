import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../../etl/source/read-source.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { Fill } from '../../shared/template/fill.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { fixtureCatalog, fixtureRegister, school } from '../shared/template/catalog-fixture.ts';
import { convertIn } from './libreoffice.ts';

const context = { catalog: fixtureCatalog, workspaces: ['RU-00/gor'] };
const typed: Readonly<Record<string, number | string | boolean>> = {
  'q.pupils.noo 2024/25:start': 120,
  'q.basic.noo 2024/25:start': 'н/д',
  'q.basic.noo 2024/25:end': 0,
  'q.score 2024/25:end': 55.25,
  'ol.held 2024/25:q1': 'да',
  'ol.held 2024/25:q2': 'нет',
  'ol.people 2024/25:q1': '30,0',
  'ol.people 2024/25:q2': '12 чел.',
  'gia.date 2024/25': '2025-05-20',
  'gia.order 2024/25': '=приказ № 19 «о чём-то» от 25.01.2025',
  'vpr.n.ru.g4 2024/25': 'x',
  'vpr.ok.ma.g6 2024/25': 7,
};

let folder = '';

const convert = (file: string, to: string, name: string): string => convertIn(folder, file, to, name);

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

/** `element period` → value or status of what was given, and the codes of issues with raw text. */
function read(bytes: Uint8Array) {
  const { kind, unit, status, submittedOn, observations, issues } = readSource('s1.xlsx', bytes, context);
  const given = observations.filter((o) => o.status !== 'not_reported');
  return {
    of: [kind, unit, status, submittedOn],
    cells: observations.length,
    given: Object.fromEntries(given.map((o) => [`${o.element} ${o.period}`, o.value ?? o.status]).sort()),
    issues: issues.map(({ code, raw }) => `${code} ${raw ?? ''}`).sort(),
  };
}

let handedOut: Uint8Array;
let source = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'msoko-filled-'));
  const value: Fill['value'] = (element, period) => typed[`${element} ${period}`];
  handedOut = await writeWorkbook(
    templatePlan({
      catalog: fixtureCatalog,
      register: fixtureRegister,
      unit: { level: 'organisation', organisation: school },
      schoolYear: '2024/25',
      workspace: 'RU-00/gor',
      catalogVersion: 'v1',
      fill: { value, submitted: 'да', submittedOn: '2024-10-05' },
    }),
    { day: '2024-10-01' },
  );
  source = join(folder, 's1.xlsx');
  writeFileSync(source, handedOut);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a filled template', () => {
  it('says what was typed before LibreOffice touches it', () => {
    const before = read(handedOut);
    expect(before.of).toEqual(['workbook', 's1', 'submitted', '2024-10-05']);
    expect(Object.keys(before.given)).toHaveLength(Object.keys(typed).length);
    expect(before.given).toMatchObject({
      'q.basic.noo 2024/25:end': 0,
      'ol.people 2024/25:q1': 30,
      'ol.people 2024/25:q2': 'rejected',
      'gia.date 2024/25': '2025-05-20',
    });
  });

  it('says the same saved by LibreOffice as .xlsx, its keys still hidden, its entry rules kept', () => {
    const saved = bytesOf(convert(source, 'xlsx', 'xlsx'));
    expect(read(saved)).toEqual(read(handedOut));
    const parts = Object.entries(unzipSync(saved)).filter(([name]) =>
      /worksheets\/sheet\d+\.xml$/.test(name),
    );
    const xml = parts.map(([, bytes]) => Buffer.from(bytes).toString('utf8'));
    const keyed = xml.filter(
      (text) =>
        /<row r="1"[^>]*hidden="(?:1|true)"/.test(text) &&
        /<col [^>]*hidden="(?:1|true)"[^>]*min="1"|<col [^>]*min="1"[^>]*hidden="(?:1|true)"/.test(text),
    );
    expect(keyed.length).toBeGreaterThanOrEqual(3);
    expect(xml.join('').match(/<dataValidation /g)?.length ?? 0).toBeGreaterThan(5);
  });

  it('says the same after a trip through .ods', () => {
    const ods = convert(source, 'ods', 'ods');
    expect(read(bytesOf(ods)).issues).toEqual(['file.unknown_kind ']);
    expect(read(bytesOf(convert(ods, 'xlsx', 'ods-xlsx')))).toEqual(read(handedOut));
  });

  it('says the same with rows inserted and tabs renamed and reordered', () => {
    const flat = convert(source, 'fods', 'flat');
    const text = readFileSync(flat, 'utf8');
    const tables = text.match(/<table:table .*?<\/table:table>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(4);
    const moved = tables
      .map((table, i) =>
        table.includes('msoko:keys:1')
          ? table
              .replace(/(<table:table [^>]*table:name=")[^"]*"/, `$1Лист ${i + 1}"`)
              .replace(
                /<table:table-row /,
                '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row ',
              )
          : table,
      )
      .reverse();
    const at = text.indexOf(tables[0]!);
    const end = text.lastIndexOf('</table:table>') + '</table:table>'.length;
    const edited = join(folder, 's1.fods');
    // formulas and named ranges that point to the old names are of no interest here
    writeFileSync(edited, text.slice(0, at) + moved.join('\n') + text.slice(end));
    const after = read(bytesOf(convert(edited, 'xlsx', 'moved')));
    const before = read(handedOut);
    expect({ given: after.given, cells: after.cells, unit: after.of[1] }).toEqual({
      given: before.given,
      cells: before.cells,
      unit: 's1',
    });
    const ofCells = (issues: readonly string[]) => issues.filter((issue) => issue.startsWith('cell.'));
    expect(ofCells(after.issues)).toEqual(ofCells(before.issues));
  });

  it('saved as .xls is told apart', () => {
    const old = bytesOf(convert(source, 'xls', 'xls'));
    expect(read(old)).toMatchObject({
      of: ['unreadable', undefined, undefined, undefined],
      issues: ['file.xls '],
    });
  });
});
