import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormBook, OpenedTab, SaveAnswer } from '../../appsscript/calls/form.ts';
import { loadCatalog } from '../../etl/catalog/load.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { readDefinitions } from '../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../shared/definitions/to-catalog.ts';
import { type FormField, fieldsOf } from '../../shared/form-view/fields.ts';
import { missingAnswer } from '../../shared/form-view/missing-answer.ts';
import type { CellScalar } from '../../shared/parse/workbook.ts';
import type { TemplateInput } from '../../shared/template/template-plan.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { addressOf, type Book, type Tab } from '../appsscript/fakes/book.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm, type Realm } from '../appsscript/realm.ts';
import { fixtureRegister, kindergarten, school } from '../shared/template/catalog-fixture.ts';

/** Whose workbooks hold the forms of the built-in catalogue. */
const units: readonly TemplateInput['unit'][] = [
  { level: 'organisation', organisation: { ...school, programmes: ['НОО', 'ООО', 'СОО', 'АООП', 'ДОП'] } },
  { level: 'organisation', organisation: { ...kindergarten, programmes: ['ДО'] } },
  { level: 'district', district: fixtureRegister.districts[0]! },
];

interface OpenForm {
  readonly name: string;
  readonly book: Book;
  readonly realm: Realm;
  readonly sheet: Tab;
  readonly fields: readonly FormField[];
  /** What opening it took. */
  readonly opening: Counts;
}

type Counts = Readonly<Record<'reads' | 'asks' | 'writes', number>>;

const countsOf = ({ calls }: Realm): Counts => ({
  reads: calls.count('read'),
  asks: calls.count('ask'),
  writes: calls.count('write'),
});

/** Every form of every kind of workbook, opened by somebody who is not its owner. */
async function openForms(
  all: Catalog,
  of: typeof units,
  previous?: TemplateInput['previous'],
): Promise<OpenForm[]> {
  const forms: OpenForm[] = [];
  for (const [at, unit] of of.entries()) {
    const plan = templatePlan({
      catalog: { ...all, indicators: [], records: new Map() },
      register: fixtureRegister,
      unit,
      schoolYear: '2024/25',
      workspace: 'gor',
      catalogVersion: '1',
      ...(previous && { previous }),
    });
    const book = bookOfPlan(plan);
    // every cell takes any answer here: what is counted is writes, not what rules refuse
    for (const tab of book.tabs) for (const cell of tab.cells.values()) delete cell.rule;
    const realm = await openRealm(book);
    const start = realm.call('formBook') as FormBook;
    const catalog = toCatalog(readDefinitions(start.definitions!));
    for (const form of catalog.forms.keys()) {
      realm.calls.clear();
      const { tab, sheet } = realm.call('formTab', start.tabs[`form/${form}`]!) as OpenedTab;
      forms.push({
        name: `${form} ${at}`,
        book,
        realm,
        sheet: book.tabs.find(({ id }) => id === tab)!,
        fields: fieldsOf(sheet, catalog, form),
        opening: countsOf(realm),
      });
    }
  }
  return forms;
}

/** What Sheets holds in a cell for an answer. */
const contentOf = (scalar: CellScalar): unknown =>
  scalar.type === 'date'
    ? new Date(`${scalar.day}T00:00:00+03:00`)
    : scalar.type === 'number' || scalar.type === 'text'
      ? scalar.value
      : undefined;

let saves = 0;

/** Saves answers (undefined = not touched) and tells what it took; throws unless just these cells have changed. */
function save(form: OpenForm, answers: readonly (CellScalar | undefined)[]): Counts {
  const { realm, sheet, fields } = form;
  const before = new Map(sheet.cells);
  const written = new Map<string, unknown>();
  const changes = fields.flatMap(({ row, column, rowKey, columnKey }, i) => {
    const value = answers[i];
    if (!value) return [];
    const now = before.get(addressOf(row, column))?.value;
    const seen: CellScalar =
      now === undefined
        ? { type: 'empty' }
        : typeof now === 'number'
          ? { type: 'number', value: now }
          : { type: 'text', value: String(now) };
    written.set(addressOf(row, column), contentOf(value));
    return [{ row: rowKey, column: columnKey, seen, value }];
  });
  realm.calls.clear();
  const answer = realm.call('saveCells', { id: `${++saves}`, tab: sheet.id, kind: 'keys', changes });
  const counts = countsOf(realm);
  expect(answer as SaveAnswer, form.name).toEqual({ status: 'done', results: changes.map(() => 'saved') });
  for (const at of new Set([...before.keys(), ...sheet.cells.keys()])) {
    if (before.get(at) === sheet.cells.get(at) && !written.has(at)) continue;
    const { value: was, ...look } = before.get(at) ?? {};
    const value = written.has(at) ? written.get(at) : was;
    expect(sheet.cells.get(at) ?? {}, `${form.name} ${at}`).toEqual({
      ...look,
      ...(value !== undefined && { value }),
    });
  }
  return counts;
}

const empty: CellScalar = { type: 'empty' };
const text = (value: string): CellScalar => ({ type: 'text', value });

/** The explicit answers that a field's cell takes. */
const missing = (of: FormField, status: 'no_data' | 'not_applicable'): CellScalar =>
  text(missingAnswer(status, of.element.type));

/** The n-th of the answers that the rule of a field's cell takes. */
function given({ element }: FormField, n: number): CellScalar {
  const { type, min = 0, max = 1_000_000 } = element;
  if (type === 'yes_no') return text(n % 2 === 0 ? 'да' : 'нет');
  if (type === 'date') return { type: 'date', day: `2025-03-${String((n % 28) + 1).padStart(2, '0')}` };
  if (type === 'text') return text(`приказ № ${n}`);
  const part = type === 'integer' ? 0 : 0.5;
  return { type: 'number', value: Math.min(max, min + n + part) };
}

let catalog: Catalog;
let forms: readonly OpenForm[];
/** Those of a school with the values of last year beside and below the cells. */
let later: readonly OpenForm[];
beforeAll(async () => {
  catalog = await loadCatalog({});
  forms = await openForms(catalog, units);
  later = await openForms(catalog, units.slice(0, 1), (_, period) => (period.length % 2 === 0 ? 12.5 : 2025));
});

describe('every form of the built-in catalogue', () => {
  it('is among those that are counted', () => {
    const counted = new Set(forms.map(({ name }) => name.split(' ')[0]));
    const others = [...catalog.elements.values()].flatMap(({ form }) => (counted.has(form) ? [] : [form]));
    // figures of these come with the results of procedures, nobody types them
    expect([...new Set(others)].sort()).toEqual(['aoop', 'exam_results', 'vpr']);
  });

  it('opens by two reads and two questions that hand over no contents', () => {
    for (const { name, opening } of [...forms, ...later])
      expect({ name, ...opening }).toEqual({ name, reads: 2, asks: 2, writes: 0 });
  });

  it.each<[string, (field: FormField, i: number, last: number) => CellScalar | undefined]>([
    ['filled in at once, every answer another', (field, i) => given(field, i + 1)],
    [
      'answered in three ways in turn',
      (field, i) => [missing(field, 'no_data'), missing(field, 'not_applicable'), given(field, i + 5)][i % 3],
    ],
    ['changed at its ends', (field, i, last) => (i === 0 || i === last ? given(field, i + 78) : undefined)],
    ['cleared', () => empty],
  ])('is saved by two reads and one write: %s', (_, answer) => {
    for (const form of [...forms, ...later]) {
      const last = form.fields.length - 1;
      const { reads, asks, writes } = save(
        form,
        form.fields.map((field, i) => answer(field, i, last)),
      );
      expect([form.name, reads, writes]).toEqual([form.name, 2, 1]);
      expect(asks).toBeLessThanOrEqual(2);
    }
  });

  it('is saved so whatever is answered in it, by however many at once', () => {
    const ways: ((field: FormField) => CellScalar | undefined)[] = [
      () => undefined,
      () => empty,
      (field) => given(field, 3),
      (field) => given(field, 4),
      (field) => missing(field, 'no_data'),
      (field) => missing(field, 'not_applicable'),
    ];
    const answer = fc.oneof(fc.constant(ways[0]!), fc.constantFrom(...ways));
    const all = [...forms, ...later];
    fc.assert(
      fc.property(
        fc.nat(all.length - 1),
        fc.array(answer, { minLength: 60, maxLength: 60 }),
        (at, answers) => {
          const form = all[at]!;
          const { reads, writes } = save(
            form,
            form.fields.map((field, i) => answers[i]!(field)),
          );
          expect([form.name, reads, writes <= 1]).toEqual([form.name, 2, true]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
