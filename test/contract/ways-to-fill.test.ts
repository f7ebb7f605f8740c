import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../etl/source/read-source.ts';
import type { SourceContent } from '../../etl/store/store.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { concreteCodes, resolveConcrete } from '../../shared/catalog/concrete.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { periodsOfSchoolYear } from '../../shared/period/period.ts';
import type { Plan, Scalar } from '../../shared/plan/plan.ts';
import type { Organisation, Register } from '../../shared/register/register.ts';
import { review } from '../../shared/review/review.ts';
import { owesOf } from '../../shared/summary/owes.ts';
import { rosterPlan } from '../../shared/template/roster-plan.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { readByAddon } from '../appsscript/read-by-addon.ts';
import { openRealm } from '../appsscript/realm.ts';
import { smallCatalog } from '../fixtures/small-catalog.ts';
import { district, organisation, register } from '../fixtures/small-register.ts';

const schoolYear = '2024/25';
const common = { schoolYear, workspace: 'r1/d1', catalogVersion: '1' };
const submission = { submitted: 'да', submittedOn: '2025-06-01', submittedByPost: 'методист' };

/** What is typed, by `unit element period`. */
type Typed = ReadonlyMap<string, Scalar>;

/** Everything that was said, and the faults found in it; places and empty cells left out. */
const said = (catalog: Catalog, files: readonly (readonly [string, Uint8Array])[]): string[] =>
  saidBy(files.map(([name, bytes]) => readSource(name, bytes, { catalog })));

function saidBy(
  readings: readonly (Pick<SourceContent, 'observations' | 'issues'> & { readonly kind?: string })[],
): string[] {
  return readings
    .flatMap(({ observations, issues, kind }) => {
      const given = observations
        .filter(({ status }) => status !== 'not_reported')
        .map(({ unit, element, period, status, value, raw }) =>
          JSON.stringify([unit, element, period, status, value, raw]),
        );
      const faults = issues
        .filter(({ code }) => code !== 'cell.required')
        .map(({ code, organisation: unit, element, period, raw }) =>
          JSON.stringify([code, unit, element, period, raw]),
        );
      return [...given, ...faults, ...(kind === 'unreadable' ? ['unreadable'] : [])];
    })
    .sort();
}

const planFor = (catalog: Catalog, units: Register, unit: Organisation, typed: Typed): Plan =>
  templatePlan({
    ...common,
    catalog,
    register: units,
    unit: { level: 'organisation', organisation: unit },
    fill: {
      value: (element, period) => typed.get(`${unit.code} ${element} ${period}`),
      ...submission,
    },
  });

async function byOrganisation(catalog: Catalog, units: Register, typed: Typed) {
  const files: (readonly [string, Uint8Array])[] = [];
  for (const unit of units.organisations) {
    const plan = planFor(catalog, units, unit, typed);
    files.push([`${unit.code}.xlsx`, await writeWorkbook(plan)]);
  }
  return said(catalog, files);
}

/** The add-on's reader of the same workbook as a spreadsheet, by the definitions in it: the first organisation's. */
async function bySheet(catalog: Catalog, units: Register, typed: Typed): Promise<string[]> {
  return readInSheet(planFor(catalog, units, units.organisations[0]!, typed));
}

async function readInSheet(plan: Plan): Promise<string[]> {
  const realm = await openRealm(bookOfPlan(plan));
  return saidBy([review({ sheets: readByAddon(realm) }, { file: 'sheet' }, '2025-06-01')]);
}

const planForAll = (catalog: Catalog, units: Register, typed: Typed): Plan =>
  rosterPlan({
    ...common,
    catalog,
    register: units,
    district: units.districts[0]!,
    fill: (unit, element, period) => typed.get(`${unit} ${element} ${period}`),
    submission,
  });

const forAll = async (catalog: Catalog, units: Register, typed: Typed): Promise<string[]> =>
  said(catalog, [['d1-all.xlsx', await writeWorkbook(planForAll(catalog, units, typed))]]);

function byCsv(catalog: Catalog, typed: Typed) {
  const rows = [...typed].map(([key, value]) => {
    const [unit, element, period] = key.split(' ');
    return `${unit},${element},${period},"${value}"`;
  });
  const text = ['organisation,period,element,value'];
  for (const row of rows) {
    const [unit, element, period, ...value] = row.split(',');
    text.push(`${unit},${period},${element},${value.join(',')}`);
  }
  return said(catalog, [['values.csv', new TextEncoder().encode(`${text.join('\n')}\n`)]]);
}

const types = ['integer', 'decimal2', 'yes_no', 'date', 'text'] as const;
const frequencies = ['school_year', 'stage', 'school_quarter', 'month'] as const;
const words: readonly Scalar[] = [
  0,
  7,
  12.5,
  '12,5',
  'н/д',
  'х',
  'не ведём',
  'нет',
  'да',
  '—',
  'двадцать',
  '1 234',
  '2025-05-20',
  '2025',
  'приказ № 5',
];

const anyCatalog = fc
  .record({
    frequency: fc.constantFrom(...frequencies),
    elements: fc.array(
      fc.record({
        type: fc.constantFrom(...types),
        dims: fc.constantFrom([], [], ['subject'], ['subject', 'grade']),
        appliesIf: fc.constantFrom('', '', 'programmes has СОО', 'type has preschool'),
        form: fc.constantFrom('f', 'g'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ frequency, elements }) =>
    smallCatalog({
      forms: { g: { frequency, order: 2, orgTypes: ['school'] } },
      dimensions: { subject: ['ru', 'ma'], grade: ['g4', 'g9'] },
      elements: Object.fromEntries(
        elements.map(({ appliesIf, ...element }, i) => [
          `e${i}`,
          { ...element, min: 0, ...(appliesIf && { appliesIf }) },
        ]),
      ),
    }),
  );

const anyRegister = fc
  .array(
    fc.record({
      types: fc.constantFrom(['school'], ['preschool'], ['school', 'preschool']),
      programmes: fc.constantFrom(['НОО', 'ООО'], ['НОО', 'ООО', 'СОО']),
      opened: fc.constantFrom(undefined, undefined, '2025-01-15'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    register(
      list.map(({ opened, ...of }, i) => organisation(`s${i}`, { ...of, ...(opened && { opened }) })),
      [district('d1')],
    ),
  );

/** All cells that anybody owes, by unit, element, period. */
function owedCells(catalog: Catalog, units: Register): string[] {
  const owes = owesOf(catalog, units);
  const cells: string[] = [];
  for (const element of catalog.elements.values()) {
    const { frequency } = catalog.forms.get(element.form)!;
    for (const { key } of periodsOfSchoolYear(frequency, schoolYear)) {
      for (const code of concreteCodes(catalog, element)) {
        for (const unit of units.organisations) {
          if (owes(unit.code, code, key)) cells.push(`${unit.code} ${code} ${key}`);
        }
      }
    }
  }
  return cells;
}

describe('ways to fill in', () => {
  it('give the same observations and faults: a workbook each, one for all, CSV, the add-on in the sheet', async () => {
    const anything = fc
      .tuple(anyCatalog, anyRegister, fc.array(fc.nat(), { minLength: 200, maxLength: 200 }))
      .map(([catalog, units, choices]) => {
        const cells = owedCells(catalog, units);
        const picked = cells.filter((_, i) => choices[i % 200]! % 3 > 0).slice(0, 120);
        const typed = new Map(
          picked.map((key, i) => {
            const word = words[choices[(i * 7) % 200]! % words.length]!;
            // a number in a cell for dates is a day to every spreadsheet
            const element = resolveConcrete(catalog, key.split(' ')[1]!)!.element;
            return [key, element.type === 'date' ? String(word) : word];
          }),
        );
        return { catalog, units, typed };
      });
    await fc.assert(
      fc.asyncProperty(anything, async ({ catalog, units, typed }) => {
        const csv = byCsv(catalog, typed);
        expect(await byOrganisation(catalog, units, typed)).toEqual(csv);
        expect(await forAll(catalog, units, typed)).toEqual(csv);
        expect(await readInSheet(planForAll(catalog, units, typed))).toEqual(csv);
        const first = units.organisations[0]!.code;
        const own = csv.filter((line) => (JSON.parse(line) as unknown[]).slice(0, 2).includes(first));
        expect(await bySheet(catalog, units, typed)).toEqual(own);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
