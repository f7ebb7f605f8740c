import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSource } from '../../etl/source/read-source.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { fillRecords } from '../fixtures/fill-records.ts';
import { recordCatalog } from '../fixtures/record-catalog.ts';
import { convertIn } from './libreoffice.ts';

const folder = mkdtempSync(join(tmpdir(), 'msoko-records-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opened and saved by LibreOffice, once as .ods in between. */
function saved(bytes: Uint8Array): Uint8Array {
  const book = join(folder, 'книга.xlsx');
  writeFileSync(book, bytes);
  const ods = convertIn(folder, book, 'ods', 'ods');
  return new Uint8Array(readFileSync(convertIn(folder, ods, 'xlsx', 'xlsx')));
}

const given: Readonly<Record<string, readonly GivenRow[]>> = {
  acts: [
    {
      values: {
        kind: 'order',
        title: '=1+1',
        approved_on: '2024-02-29',
        link: 'https://школа.рф/положение.pdf',
      },
    },
    { values: { kind: 'none', title: 'О ВСОКО\nв двух строках' }, answers: { link: 'no_data' } },
  ],
  events: [
    {
      values: {
        title: '1.10',
        direction: 'talents',
        people: 0,
        rate: 33.3,
        held: 0,
        month: '2025-03',
        year: 2025,
        study: '2024/25',
        by: 'МКОУ «СОШ № 1»',
      },
    },
  ],
};

it('registers come back from a workbook that LibreOffice saved', async () => {
  const organisation = {
    code: 's1',
    name: 'МКОУ «СОШ № 1»',
    types: ['school'],
    district: 'd1',
    programmes: [],
    columns: {},
  };
  const district = { code: 'd1', name: 'Район', region: 'R', regionName: '', roadmaps: [], columns: {} };
  const plan = templatePlan({
    catalog: recordCatalog,
    register: { organisations: [organisation], districts: [district] },
    unit: { level: 'organisation', organisation },
    schoolYear: '2024/25',
    workspace: 'R/d1',
    catalogVersion: 'x',
    records: (record) => given[record] ?? [],
    fill: { submitted: 'да', submittedOn: '2025-02-01', submittedByPost: 'директор' },
  });
  const read = (bytes: Uint8Array) => readSource('s1.xlsx', bytes, { catalog: recordCatalog });
  const before = await writeWorkbook(plan);
  const { records, issues, status } = read(saved(before));
  expect(issues).toEqual([]);
  expect(status).toBe('submitted');
  expect(records).toEqual(read(before).records);
  expect(records.map(({ values, answers }) => ({ values, ...(answers && { answers }) }))).toEqual(
    [...given.acts!, ...given.events!].map((row) => row),
  );
  // and again with what somebody typed over it
  const typed = fillRecords(saved(before), [{ 'acts.kind': 'Положение', 'acts.title': 'Новое' }]);
  expect(read(typed).records[0]!.values).toMatchObject({ kind: 'rules', title: 'Новое' });
});
