import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../etl/source/read-source.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { recordCatalog } from '../fixtures/record-catalog.ts';

const district = {
  code: 'd1',
  name: 'Район',
  region: 'RU-DA',
  regionName: 'Дагестан',
  roadmaps: [],
  columns: {},
};
const school = {
  code: 's1',
  name: 'МКОУ «СОШ № 1»',
  types: ['school'],
  district: 'd1',
  programmes: ['НОО'],
  columns: {},
};

const plan = (
  rows: (record: string) => readonly GivenRow[],
  level: 'organisation' | 'district' = 'organisation',
) =>
  templatePlan({
    catalog: recordCatalog,
    register: { organisations: [school], districts: [district] },
    unit: level === 'district' ? { level, district } : { level, organisation: school },
    schoolYear: '2024/25',
    workspace: 'RU-DA/d1',
    catalogVersion: 'x',
    records: rows,
    fill: { submitted: 'да', submittedOn: '2025-06-01', submittedByPost: 'директор' },
  });

const readBack = async (made: Plan) =>
  readSource('s1.xlsx', await writeWorkbook(made), { catalog: recordCatalog });

const word = fc.stringMatching(/^[а-яА-Я«»№]{2,12}( [а-я0-9=+-]{1,9}){0,3}$/);
const day = fc
  .record({
    y: fc.integer({ min: 1990, max: 2090 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ y, m, d }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const event = fc
  .record(
    {
      title: word,
      direction: fc.constant('talents'),
      people: fc.integer({ min: 0, max: 5000 }),
      rate: fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
      held: fc.constantFrom(0, 1),
      month: day.map((text) => text.slice(0, 7)),
      year: fc.integer({ min: 1990, max: 2100 }),
      study: fc.constantFrom('2023/24', '2024/25'),
      by: fc.constant('МКОУ «СОШ № 1»'),
    },
    { requiredKeys: ['title'] },
  )
  .filter(({ title }) => !/^(нет данных|нет сведений|не ведем|не применимо|неприменимо)/i.test(title));
const act = fc.record(
  {
    kind: fc.constantFrom('rules', 'order', 'none'),
    title: word,
    approved_on: day,
    link: fc.constantFrom('https://school.ru/a', 'http://школа.рф/положение.pdf'),
  },
  { requiredKeys: ['kind', 'title'] },
);
const list = <T extends GivenRow['values']>(of: fc.Arbitrary<T>) =>
  fc.array(
    of.map((values): GivenRow => ({ values })),
    { maxLength: 5 },
  );

describe('registers in a workbook', () => {
  it('come back as they were entered', async () => {
    await fc.assert(
      fc.asyncProperty(list(event), list(act), async (events, acts) => {
        const given: Record<string, readonly GivenRow[]> = { events, acts };
        const { records, issues } = await readBack(plan((record) => given[record] ?? []));
        const rows = (record: string) => records.filter((r) => r.record === record).map((r) => r.values);
        expect(rows('acts')).toEqual(acts.map((row) => row.values));
        expect(rows('events')).toEqual(events.map((row) => row.values));
        expect(issues).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('answers and given rows too; empty tabs give nothing', async () => {
    const { records } = await readBack(
      plan((record) =>
        record === 'acts'
          ? [
              {
                values: { kind: 'order', title: 'План' },
                answers: { link: 'no_data', approved_on: 'not_applicable' },
              },
            ]
          : [],
      ),
    );
    expect(records).toMatchObject([
      {
        record: 'acts',
        unit: 's1',
        schoolYear: '2024/25',
        answers: { link: 'no_data', approved_on: 'not_applicable' },
      },
    ]);
    const ofDistrict = await readBack(
      plan(
        (record) =>
          record === 'plan'
            ? [
                { key: '1.16', values: { activity: 'Мониторинг', status: 'начато' } },
                { key: '1.17', values: { activity: 'Анализ' } } as GivenRow,
              ]
            : [],
        'district',
      ),
    );
    expect(ofDistrict.records).toMatchObject([{ record: 'plan', key: '1.16', values: { status: 'начато' } }]);
  });
});
