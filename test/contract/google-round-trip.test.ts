import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../etl/google/read/read-spreadsheet.ts';
import { readSource } from '../../etl/source/read-source.ts';
import { workbookContent } from '../../etl/source/workbook-content.ts';
import type { SourceContent } from '../../etl/store/store.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { Plan, Scalar } from '../../shared/plan/plan.ts';
import { everyAnswer } from '../fixtures/every-answer.ts';
import { filledPlan, valueIn } from '../fixtures/filled-plan.ts';
import { rosterBookPlan, rosterCatalog } from '../fixtures/roster-book.ts';
import { layOut } from '../google/lay-out.ts';
import { ownGoogle } from '../google/own-google.ts';
import { fixtureCatalog } from '../shared/template/catalog-fixture.ts';

const planOf = (values: Readonly<Record<string, Scalar>>): Plan =>
  filledPlan(valueIn(values), { previous: () => 55 });

/** Everything a workbook says, with the tab and cell of each thing; only the name of the document differs. */
const said = ({ observations, records, issues, ...rest }: SourceContent) => ({
  ...rest,
  observations: observations.map(({ place: { tab, cell }, ...o }) => ({ ...o, tab, cell })),
  records: records.map(({ place: { tab, cell }, ...row }) => ({ ...row, tab, cell })),
  issues: issues.map(({ place: { tab, cell }, params: _, ...issue }) => ({ ...issue, tab, cell })),
});

const { g, google } = await ownGoogle();

describe('the same fill as .xlsx and as a Google spreadsheet', () => {
  const fromGoogle = async (id: string, catalog = fixtureCatalog): Promise<SourceContent> => {
    const reading = await readSpreadsheet(google, id);
    if (!reading.ok) throw new Error(reading.issue.code);
    return workbookContent(reading.workbook, { file: 'g' }, { catalog });
  };

  it('gives the same observations and the same issues in the same cells', async () => {
    const id = layOut(g, planOf(everyAnswer), 'Школа');
    const file = readSource('s1.xlsx', await writeWorkbook(planOf(everyAnswer)), { catalog: fixtureCatalog });
    const { documentModified: _, ...expected } = said(file);
    expect(said(await fromGoogle(id))).toEqual(expected);
    expect(expected.observations.filter(({ status }) => status !== 'not_reported').length).toBe(11);
  });

  it('gives the same of all organisations of a district', async () => {
    const plan = rosterBookPlan(
      {
        's1 oge.passed 2024/25': 'двадцать',
        's1 gia.date 2024/25': '2025-05-20',
        's2 q.pupils.noo 2024/25:start': 0,
        's2 ol.held 2024/25:q4': 'нет',
        'k1 k.children 2024/25': 'н/д',
      },
      { 's2 q.pupils.noo 2023/24:start': 12 },
      undefined,
      { 's2 plan/57@2025-03-31': { status: 'done', done_on: '2025-03-20' } },
    );
    const file = readSource('d-all.xlsx', await writeWorkbook(plan), { catalog: rosterCatalog });
    const { documentModified: _, ...expected } = said(file);
    expect(said(await fromGoogle(layOut(g, plan, 'Район'), rosterCatalog))).toEqual(expected);
    expect([expected.observations.length, expected.records.length]).toEqual([5, 1]);
  });

  it('property: whatever is typed, in numbers, words, answers and dates', async () => {
    const cell = fc.constantFrom<Scalar>(
      ...[0, 7, 12.5, -3, 1e15, 'н/д', 'х', '-', '1 234', '12,5', '85 %', 'двадцать', '=1+1', "'7"],
      ...['да', 'нет', true, false, '01.09.2024', '2025-05-20', 'Иванов Иван Иванович', ''],
    );
    const keys = Object.keys(everyAnswer);
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: keys.length, maxLength: keys.length }), async (cells) => {
        const plan = () => planOf(Object.fromEntries(keys.map((key, i) => [key, cells[i]!])));
        const id = layOut(g, plan(), 'Школа');
        const file = readSource('s1.xlsx', await writeWorkbook(plan()), { catalog: fixtureCatalog });
        const { documentModified: _, ...expected } = said(file);
        expect(said(await fromGoogle(id))).toEqual(expected);
      }),
      { numRuns: 4 },
    );
  });
});
