import { beforeAll, describe, expect, it } from 'vitest';
import type { FormBook, OpenedTab, SaveAnswer } from '../../appsscript/calls/form.ts';
import { readSource } from '../../etl/source/read-source.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { readDefinitions } from '../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../shared/definitions/to-catalog.ts';
import { answerOf } from '../../shared/form-view/answer.ts';
import { fieldsOf } from '../../shared/form-view/fields.ts';
import { organisationsOf } from '../../shared/form-view/organisations.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { readEntryTabs } from '../../shared/parse/read-entry-tabs.ts';
import type { Book } from '../appsscript/fakes/book.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm } from '../appsscript/realm.ts';
import { formsCatalog, formsPlan } from '../fixtures/forms-plan.ts';
import { rosterBookPlan } from '../fixtures/roster-book.ts';
import { workbookOfBook } from '../fixtures/workbook-of-book.ts';

/** What a person answers, by `element period`, in words that every way takes. */
const answers: Readonly<Record<string, string>> = {
  'q.pupils.noo 2024/25:start': '40',
  'q.pupils.ooo 2024/25:start': 'не ведём',
  'q.basic.noo 2024/25:start': '0',
  'q.basic.ooo 2024/25:middle': 'нет сведений',
  'q.meta 2024/25:end': '1 234',
  'q.score 2024/25:start': '12,5',
  'q.score 2024/25:middle': '7.25',
  'oge.graduates 2024/25': '20',
  'oge.passed 2024/25': '25',
  'ege.graduates 2024/25': 'х',
  'gia.date 2024/25': '20.05.2025',
  'gia.order 2024/25': '1.10',
  'ol.held 2024/25:q1': 'да',
  'ol.held 2024/25:q2': 'нет',
  'ol.observers 2024/25:q1': 'н/д',
  'ol.people 2024/25:q3': '—',
  'vpr.n.ru.g4 2024/25': '3',
  'vpr.ok.ma.g6 2024/25': '2',
};

type Said = Readonly<Record<string, unknown>>;

/** Status and value; what was typed for it may differ between the ways. */
const saidBy = (observations: readonly Observation[]): Said =>
  Object.fromEntries(
    observations
      .filter(({ status }) => status !== 'not_reported')
      .map(({ element, period, status, value }) => [`${element} ${period}`, [status, value]] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

async function byFile(): Promise<Said> {
  const { observations } = readSource('s1.xlsx', await writeWorkbook(formsPlan(answers)), {
    catalog: formsCatalog,
  });
  return saidBy(observations);
}

const read = (book: Book): Said =>
  saidBy(readEntryTabs(workbookOfBook(book), formsCatalog, { file: 'book' }).observations);

/** Typed into the cells by hand; a number with a comma is one to Sheets. */
function inCells(): Said {
  const book = bookOfPlan(formsPlan());
  const filled = bookOfPlan(formsPlan(answers));
  for (const tab of filled.tabs) {
    for (const [at, { value, formula }] of tab.cells) {
      if (formula !== undefined || value === book.value(tab.name, at) || typeof value !== 'string') continue;
      const isNumber = /^\d+(?:,\d+)?$/.test(value);
      book.type(tab.name, at, isNumber ? Number(value.replace(',', '.')) : value);
    }
  }
  return read(book);
}

/** Through the page's own reading of answers and the script's saving. */
async function throughSidebar(): Promise<Said> {
  const book = bookOfPlan(formsPlan());
  const realm = await openRealm(book);
  const start = realm.call('formBook') as FormBook;
  const catalog = toCatalog(readDefinitions(start.definitions ?? []));
  for (const form of catalog.forms.keys()) {
    const { tab, sheet } = realm.call('formTab', start.tabs[`form/${form}`]!) as OpenedTab;
    const changes = fieldsOf(sheet, catalog, form).flatMap((field) => {
      const typed = answers[`${field.code} ${field.period}`];
      const { write } = typed === undefined ? {} : answerOf(typed, field);
      return write ? [{ row: field.rowKey, column: field.columnKey, seen: field.scalar, value: write }] : [];
    });
    const answer = realm.call('saveCells', { id: form, tab, kind: 'keys', changes }) as SaveAnswer;
    expect(answer).toEqual({ status: 'done', results: changes.map(() => 'saved') });
  }
  return read(book);
}

/** What a district answers for its organisations: of the school the same as the school itself, of the others something. */
const forOthers: Readonly<Record<string, string>> = {
  's2 oge.graduates 2024/25': '17',
  's2 gia.order 2024/25': '№ 5',
  's2 ol.people 2024/25:q2': 'н/д',
  'k1 k.children 2024/25': '64',
};
const forAll: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(answers).map(([key, answer]) => [`s1 ${key}`, answer])),
  ...forOthers,
};

/** By organisation, as a roster's readers say it. */
const saidOfAll = (observations: readonly Observation[]): Said =>
  Object.fromEntries(
    observations
      .map(
        ({ unit, element, period, status, value }) =>
          [`${unit} ${element} ${period}`, [status, value]] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** One organisation after the other, through the page's own reading of answers and the script's saving. */
async function rosterThroughSidebar(): Promise<Book> {
  const book = bookOfPlan(rosterBookPlan({}, { 's1 oge.graduates 2023/24': 52 }));
  const realm = await openRealm(book);
  const start = realm.call('formBook') as FormBook;
  const definitions = readDefinitions(start.definitions ?? []);
  const catalog = toCatalog(definitions);
  for (const form of catalog.forms.keys()) {
    const { tab, sheet } = realm.call('formTab', start.tabs[`roster/${form}`]!) as OpenedTab;
    for (const { code, fields } of organisationsOf(sheet, catalog, definitions, form)) {
      const changes = fields.flatMap((field) => {
        const typed = forAll[`${code} ${field.code} ${field.period}`];
        const { write } = typed === undefined ? {} : answerOf(typed, field);
        return write
          ? [{ row: field.rowKey, column: field.columnKey, seen: field.scalar, value: write }]
          : [];
      });
      const answer = realm.call('saveCells', {
        id: `${form} ${code}`,
        tab,
        kind: 'keys',
        changes,
      }) as SaveAnswer;
      expect(answer).toEqual({ status: 'done', results: changes.map(() => 'saved') });
    }
  }
  return book;
}

describe('the same fill for all organisations', () => {
  it('gives the same through the sidebar as in a roster sent as a file', async () => {
    const file = readSource('d-all.xlsx', await writeWorkbook(rosterBookPlan(forAll)), {
      catalog: formsCatalog,
    });
    const expected = saidOfAll(file.observations);
    expect(Object.keys(expected)).toEqual(Object.keys(forAll).sort());
    const { observations } = readEntryTabs(workbookOfBook(await rosterThroughSidebar()), formsCatalog, {
      file: 'book',
    });
    expect(saidOfAll(observations)).toEqual(expected);
  });
});

describe('the same fill', () => {
  let file: Said;
  beforeAll(async () => {
    file = await byFile();
  });

  it('has a value or a reason for every answer', () => {
    expect(Object.keys(file)).toEqual(Object.keys(answers).sort());
    expect(file['q.score 2024/25:start']).toEqual(['value', 12.5]);
    expect(file['gia.order 2024/25']).toEqual(['value', '1.10']);
  });

  it('gives the same through the sidebar as in a file', async () => {
    expect(await throughSidebar()).toEqual(file);
  });

  it('gives the same in the cells of a spreadsheet', () => {
    expect(inCells()).toEqual(file);
  });
});
