import { beforeAll, describe, expect, it } from 'vitest';
import type {
  CellChange,
  FormBook,
  OpenedTab,
  RelatedAsk,
  RelatedTab,
  SaveAnswer,
} from '../../../appsscript/calls/form.ts';
import { type Snapshot, unpackTab } from '../../../appsscript/calls/review.ts';
import type { SubmissionView } from '../../../appsscript/calls/submission.ts';
import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../../shared/definitions/to-catalog.ts';
import { activitiesOf } from '../../../shared/form-view/activities.ts';
import { bookUnit } from '../../../shared/form-view/book-unit.ts';
import { earlierValues } from '../../../shared/form-view/earlier-value.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import { formRules } from '../../../shared/form-view/form-rules.ts';
import { nextOpen, organisationsOf } from '../../../shared/form-view/organisations.ts';
import { remarksOf } from '../../../shared/form-view/remarks.ts';
import { parseCell } from '../../../shared/parse/scalar-to-value.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { earlierOfOrganisations } from '../../../shared/review/earlier-of-organisations.ts';
import { issueGroups } from '../../../shared/review/issue-rows.ts';
import { review } from '../../../shared/review/review.ts';
import { lockMark } from '../../../shared/submission/lock-mark.ts';
import { manyOrganisations, type OfOrganisations, rosterBookPlan } from '../../fixtures/roster-book.ts';
import { addressOf, type Book, placeOf, type Tab } from '../fakes/book.ts';
import { bookOfPlan } from '../fakes/book-of-plan.ts';
import { openRealm, type Realm } from '../realm.ts';

const number = (value: number): CellScalar => ({ type: 'number', value });
const text = (value: string): CellScalar => ({ type: 'text', value });
const gia = '2024/25';
const start = '2024/25:start';

/** Opens a form of a roster as the page does, and gives what the page and its saving see. */
async function opened(form: string, book: Book, move?: (tab: Tab) => void) {
  const realm = await openRealm(book);
  const first = realm.call('formBook') as FormBook;
  const reads = { book: realm.calls.count('read'), form: 0 };
  realm.calls.clear();
  const definitions = readDefinitions(first.definitions!);
  const catalog = toCatalog(definitions);
  const tab = book.tabs.find(({ id }) => id === first.tabs[`roster/${form}`])!;
  move?.(tab);
  const sheet = realm.call('formTab', tab.id) as OpenedTab;
  reads.form = realm.calls.count('read');
  realm.calls.clear();
  const organisations = organisationsOf(sheet.sheet, catalog, definitions, form);
  const of = (code: string) => organisations.find((one) => one.code === code)!;
  const field = (code: string, element: string, period: string): FormField =>
    of(code).fields.find((one) => one.code === element && one.period === period)!;
  const change = (at: FormField, value: CellScalar): CellChange => ({
    row: at.rowKey,
    column: at.columnKey,
    seen: at.scalar,
    value,
  });
  const save = (changes: readonly CellChange[], id = 'id-1') =>
    realm.call('saveCells', { id, tab: tab.id, kind: 'keys', changes }) as SaveAnswer;
  return { realm, first, reads, definitions, catalog, tab, sheet, organisations, of, field, change, save };
}

const valuesOf = (tab: Tab): Map<string, unknown> =>
  new Map([...tab.cells].flatMap(([at, { value }]) => (value === undefined ? [] : [[at, value] as const])));

/** Addresses of cells whose content differs. */
const changedCells = (before: ReadonlyMap<string, unknown>, tab: Tab): string[] => {
  const after = valuesOf(tab);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((at) => before.get(at) !== after.get(at))
    .sort();
};

const counts = ({ calls }: Realm) => [calls.count('read'), calls.count('write')];

/** Swaps what people see of two rows, as sorting does while hidden column A stays behind. */
function swapSeen(tab: Tab, a: number, b: number): void {
  const cells = [...tab.cells].map(([at, cell]) => ({ ...placeOf(at), cell }));
  for (const { row, column } of cells)
    if ((row === a || row === b) && column > 1) tab.cells.delete(addressOf(row, column));
  for (const { row, column, cell } of cells) {
    if (column > 1 && row === a) tab.cells.set(addressOf(b, column), cell);
    if (column > 1 && row === b) tab.cells.set(addressOf(a, column), cell);
  }
}

describe('a roster of many organisations', () => {
  const organisations = manyOrganisations(60);
  const known: OfOrganisations = {
    'o1 q.pupils.noo 2023/24:start': 44,
    'o2 q.pupils.noo 2023/24:start': 22,
    'o1 q.meta 2023/24:end': 7,
  };
  let roster: () => Book;
  beforeAll(() => {
    const plan = rosterBookPlan({ 'o1 q.pupils.noo 2024/25:start': 40 }, known, organisations);
    roster = () => bookOfPlan(plan);
  });

  it('opens by two reads and tells how far each form and each organisation is', async () => {
    const { reads, first, organisations: found, of } = await opened('quality', roster());
    expect(reads).toEqual({ book: 2, form: 2 });
    // 59 schools; three periods of three questions by three bands of grades and two more
    expect([first.filled.quality, first.cells.quality]).toEqual([1, 59 * 33]);
    expect(found).toHaveLength(59);
    expect(found.map(({ code }) => code).slice(0, 3)).toEqual(['o1', 'o2', 'o4']);
    expect(of('o1')).toMatchObject({ name: 'Организация № 1' });
    expect(of('o1').fields).toHaveLength(33);
    expect(nextOpen(found, 'o60', start)?.code).toBe('o1');
  });

  it('shows last year’s value of the organisation, and what it gave in the period before', async () => {
    const { sheet, of, field } = await opened('quality', roster());
    const earlier = (code: string) => earlierValues(sheet.sheet, of(code).fields);
    expect(earlier('o1')(field('o1', 'q.pupils.noo', start))).toEqual({ when: 'прошлый год', text: '44' });
    expect(earlier('o2')(field('o2', 'q.pupils.noo', start))?.text).toBe('22');
    expect(earlier('o4')(field('o4', 'q.pupils.noo', start))).toBeUndefined();
    expect(earlier('o1')(field('o1', 'q.pupils.noo', '2024/25:middle'))).toEqual({
      when: 'начало года',
      text: '40',
    });
  });

  it('saves an organisation by two reads and one write, and changes nobody else’s cell', async () => {
    const { realm, tab, of, change, save } = await opened('quality', roster());
    const before = valuesOf(tab);
    const own = of('o2').fields.filter(({ period }) => period === start);
    expect(save(own.map((field, i) => change(field, number(10 + i))))).toMatchObject({
      results: own.map(() => 'saved'),
    });
    expect(counts(realm)).toEqual([2, 1]);
    expect(changedCells(before, tab)).toEqual(own.map(({ row, column }) => addressOf(row, column)).sort());
    expect(new Set(own.map(({ row }) => row)).size).toBe(1);
  });
});

describe('what an organisation owes', () => {
  it('is asked and nothing else: programmes, conditions, types', async () => {
    const { organisations, of } = await opened('gia', bookOfPlan(rosterBookPlan()));
    expect(organisations.map(({ code, name }) => [code, name])).toEqual([
      ['s1', 'МКОУ «Средняя школа № 1»'],
      ['s2', 'МКОУ «Основная школа № 2»'],
    ]);
    expect(of('s2').fields.map(({ code }) => code)).toEqual([
      'oge.graduates',
      'oge.passed',
      'gia.date',
      'gia.order',
    ]);
    expect(of('s1').fields).toHaveLength(6);
  });

  it('is written by one write over grey cells, which stay as they are', async () => {
    const { realm, tab, field, change, save } = await opened('gia', bookOfPlan(rosterBookPlan()));
    const before = valuesOf(tab);
    const at = ['oge.graduates', 'oge.passed', 'gia.order'].map((code) => field('s2', code, gia));
    const answers = [number(20), number(19), text('№ 5')];
    expect(save(at.map((one, i) => change(one, answers[i]!)))).toMatchObject({
      results: ['saved', 'saved', 'saved'],
    });
    expect(counts(realm)).toEqual([2, 1]);
    expect(changedCells(before, tab)).toEqual(at.map(({ row, column }) => addressOf(row, column)).sort());
  });

  it('is read of other forms too, of this organisation alone', async () => {
    const { realm, first } = await opened(
      'gia',
      bookOfPlan(
        rosterBookPlan({
          's1 vpr.n.ru.g4 2024/25': 7,
          's2 vpr.n.ru.g4 2024/25': 8,
          's2 vpr.n.ma.g5 2024/25': 'н/д',
          's2 vpr.ok.ru.g4 2024/25': 6,
        }),
      ),
    );
    const tabs = [{ tab: first.tabs['roster/vpr']!, formats: false }];
    const ask: RelatedAsk = { tabs, elements: ['vpr.n'], organisation: 's2' };
    const found = realm.call('relatedCells', ask) as RelatedTab[];
    expect(
      found.flatMap(({ cells }) => cells).map(({ rowKey, columnKey, scalar }) => [rowKey, columnKey, scalar]),
    ).toEqual([
      ['s2', 'vpr.n.ru.g4|2024/25', number(8)],
      ['s2', 'vpr.n.ma.g5|2024/25', text('н/д')],
    ]);
    expect(realm.calls.count('read')).toBe(1);
  });

  it('is judged by the checks that are meant for it', async () => {
    const book = bookOfPlan(
      rosterBookPlan({}, { 's1 oge.graduates 2023/24': 30, 's2 oge.graduates 2023/24': 12 }),
    );
    const { catalog, definitions, sheet, of } = await opened('gia', book);
    const earlier = earlierOfOrganisations(sheet.sheet, catalog);
    const rules = formRules(catalog, 'gia');
    const remarks = (code: string, typed: Readonly<Record<string, number>>) =>
      remarksOf({
        rules,
        unit: bookUnit(definitions, rules, code, earlier),
        period: gia,
        answers: of(code).fields.map((field) => {
          const value = typed[field.code];
          const scalar = value === undefined ? field.scalar : number(value);
          return { field, parsed: parseCell(scalar, field.element), text: String(value ?? '') };
        }),
      })
        .map((remark) => remark.text)
        .sort();
    const typed = { 'oge.graduates': 50, 'oge.passed': 51 };
    expect(remarks('s1', typed)).toEqual([expect.stringMatching(/^Сдавших ОГЭ больше/)]);
    expect(remarks('s2', typed)).toEqual([
      expect.stringMatching(/^В основной школе/),
      expect.stringMatching(/^Выпускников втрое больше/),
      expect.stringMatching(/^Сдавших ОГЭ больше/),
    ]);
  });
});

describe('a roster that people have changed', () => {
  const typed: OfOrganisations = { 's1 oge.graduates 2024/25': 50, 's2 oge.graduates 2024/25': 20 };

  it('finds rows by the codes that people see, where hidden keys were left behind by sorting', async () => {
    const book = bookOfPlan(rosterBookPlan(typed));
    const { tab, field, change, save } = await opened('gia', book, (one) => {
      const rows = [...one.cells].filter(
        ([at, { value }]) => at.startsWith('A') && (value === 's1' || value === 's2'),
      );
      const [a = 0, b = 0] = rows.map(([at]) => placeOf(at).row);
      swapSeen(one, a, b);
    });
    const one = field('s1', 'oge.graduates', gia);
    expect(one.scalar).toEqual(number(50));
    expect(tab.cells.get(addressOf(one.row, 1))?.value).toBe('s2');
    save([change(one, number(51))]);
    expect(tab.cells.get(addressOf(one.row, one.column))?.value).toBe(51);
  });

  it('never writes where a row stands twice or is gone, and asks where somebody else has typed', async () => {
    const book = bookOfPlan(rosterBookPlan(typed));
    const { tab, field, change, save } = await opened('gia', book);
    const [one, two] = ['s1', 's2'].map((code) => field(code, 'oge.graduates', gia));
    book.type(tab.name, addressOf(two!.row, two!.column), 21);
    expect(save([change(two!, number(22))])).toEqual({
      status: 'done',
      results: [{ changed: number(21) }],
    });
    // the row of s2 becomes a copy of that of s1
    book.person = book.owner;
    for (const column of [1, 3]) book.type(tab.name, addressOf(two!.row, column), 's1');
    expect(save([change(one!, number(51)), change(two!, number(22))], 'id-2')).toMatchObject({
      results: ['double', 'missing'],
    });
    expect(tab.cells.get(addressOf(one!.row, one!.column))?.value).toBe(50);
  });

  it('finds the tab by its keys where the mark is lost', async () => {
    const book = bookOfPlan(rosterBookPlan(typed));
    for (const tab of book.tabs) tab.metadata.clear();
    const realm = await openRealm(book);
    expect((realm.call('formBook') as FormBook).tabs).toEqual({});
    const found = realm.call('findTab', 'keys', ['oge.graduates']) as OpenedTab;
    expect(found.sheet.name).toBe('ГИА');
  });
});

describe('activities of a roster', () => {
  it('stand by organisation, with the words of their heading, and are marked in the row of that one', async () => {
    const marked = { 's2 plan/57@2025-03-31': { status: 'done' } };
    const { realm, first, catalog } = await opened(
      'gia',
      bookOfPlan(rosterBookPlan({}, {}, undefined, marked)),
    );
    const id = first.tabs['record/activity']!;
    const tab = realm.book.tabs.find((one) => one.id === id)!;
    const activities = activitiesOf((realm.call('formTab', id) as OpenedTab).sheet, catalog);
    expect(realm.calls.count('read')).toBe(2);
    expect(activities.map(({ unit, printed, due, status }) => [unit, printed.no, due, status])).toEqual([
      ['k1', '5', '2024-11-30', undefined],
      ['s1', '5', '2024-11-30', undefined],
      ['s2', '5', '2024-11-30', undefined],
      ['k1', '57', '2025-03-31', undefined],
      ['s1', '57', '2025-03-31', undefined],
      ['s2', '57', '2025-03-31', 'done'],
    ]);
    const [, own] = activities;
    expect(own?.printed).toMatchObject({
      title: 'Провести школьный этап олимпиады',
      deadline: 'в течение года',
      target: 'Наличие приказа',
    });
    const before = valuesOf(tab);
    const field = own!.fields.find(({ rules }) => rules.field.code === 'evidence')!;
    realm.calls.clear();
    const change = {
      row: field.rowKey,
      column: field.columnKey,
      seen: field.scalar,
      value: text('приказ № 5'),
    };
    expect(realm.call('saveCells', { id: 'a', tab: id, kind: 'records', changes: [change] })).toEqual({
      status: 'done',
      results: ['saved'],
    });
    expect(counts(realm)).toEqual([2, 1]);
    expect(changedCells(before, tab)).toEqual([addressOf(field.row, field.column)]);
    expect(tab.cells.get(addressOf(field.row, 1))?.value).toBe('plan/5@2024-11-30');
    // and typed by hand it is checked like any cell
    const { row, column } = own!.fields.find(({ rules }) => rules.field.code === 'done_on')!;
    const cell = addressOf(row, column);
    realm.book.type(tab.name, cell, 'вчера');
    realm.run('onEdit', realm.edit(tab.name, cell));
    expect(tab.cells.get(cell)?.note).toMatch(/^МСОКО: /);
  });
});

describe('an edit in a roster', () => {
  it('is checked by the rules of the column, a pasted block with a message per row, and refuses personal data', async () => {
    const book = bookOfPlan(rosterBookPlan());
    const { realm, tab, field } = await opened('gia', book);
    const at = (code: string, element: string): string => {
      const { row, column } = field(code, element, gia);
      return addressOf(row, column);
    };
    const note = (cell: string): string => tab.cells.get(cell)?.note ?? '';
    const edit = (range: string, before?: string) => realm.run('onEdit', realm.edit(tab.name, range, before));
    const one = at('s1', 'oge.graduates');
    book.type(tab.name, one, 12.5);
    edit(one);
    expect(note(one)).toMatch(/^МСОКО: Нужно целое число/);
    book.type(tab.name, one, 12);
    edit(one);
    expect(note(one)).toBe('');
    // two organisations, two columns
    const [first, last] = [at('s1', 'oge.graduates'), at('s2', 'oge.passed')];
    book.type(tab.name, first, 'двадцать');
    book.type(tab.name, last, -3);
    edit(`${first}:${last}`);
    expect(realm.ui.toasts.at(-1)?.split('\n')).toEqual([
      expect.stringContaining('Вставлено ячеек для заполнения: 4, с замечаниями: 2.'),
      expect.stringMatching(new RegExp(`^Ячейка ${first}: Вместо числа введено «двадцать»`)),
      expect.stringMatching(new RegExp(`^Ячейка ${last}: .*вне допустимых границ`)),
    ]);
    const order = at('s2', 'gia.order');
    book.type(tab.name, order, 'Иванова Мария Петровна');
    edit(order, '№ 5');
    expect(book.value(tab.name, order)).toBe('№ 5');
    expect(note(order)).toContain('персональные данные');
  });
});

describe('the whole check of a roster', () => {
  it('compares an organisation with what it had the year before', async () => {
    const book = bookOfPlan(
      rosterBookPlan(
        { 's1 oge.graduates 2024/25': 38, 's2 oge.graduates 2024/25': 38 },
        { 's1 oge.graduates 2023/24': 30, 's2 oge.graduates 2023/24': 12 },
      ),
    );
    const { id, today, tabs } = (await openRealm(book)).call('snapshot') as Snapshot;
    const { issues } = review({ sheets: tabs.map(unpackTab) }, { file: id }, today);
    expect(issues.map(({ organisation, message }) => [organisation, message])).toEqual([
      ['s2', 'Выпускников втрое больше, чем в прошлом году.'],
    ]);
  });

  it('names the organisation of each issue, knows whom a check is meant for, and tells grey cells that were filled', async () => {
    const book = bookOfPlan(
      rosterBookPlan({
        's1 oge.graduates 2024/25': 50,
        's2 oge.graduates 2024/25': 50,
        's1 oge.passed 2024/25': 51,
        'k1 k.children 2024/25': 'много',
      }),
    );
    const { realm, tab } = await opened('gia', book);
    const grey = [...tab.cells].filter(([, { value }]) => value === 'не ведём').map(([cell]) => cell);
    expect(grey).toHaveLength(2);
    book.person = book.owner;
    book.type(tab.name, grey[0]!, 3);
    const { id, today, tabs } = realm.call('snapshot') as Snapshot;
    const found = review({ sheets: tabs.map(unpackTab) }, { file: id }, today);
    const rows = issueGroups(
      found,
      tabs.map(({ name }) => name),
    ).flatMap((group) => group.rows);
    expect(rows.map(({ organisation, text }) => `${organisation}: ${text}`).sort()).toEqual([
      expect.stringMatching(/^МКДОУ «Детский сад № 1»: Вместо числа введено «много»/),
      expect.stringMatching(/^МКОУ «Основная школа № 2»: В основной школе/),
      expect.stringMatching(/^МКОУ «Основная школа № 2»: Показатель к этой организации не относится/),
      expect.stringMatching(/^МКОУ «Средняя школа № 1»: Сдавших ОГЭ больше/),
    ]);
    expect(rows.map(({ place }) => place.cell)).toContain(grey[0]);
  });
});

describe('«Сдать отчёт» in a roster', () => {
  it('counts what is asked and locks no row: a district goes on adding', async () => {
    const book = bookOfPlan(rosterBookPlan({ 's1 oge.graduates 2024/25': 20 }));
    const { realm } = await opened('gia', book);
    const open = realm.call('openSubmission') as { view: SubmissionView };
    // six cells of one school, four of the other
    expect(
      open.view.forms.find(({ title }) => title === 'Государственная итоговая аттестация'),
    ).toMatchObject({
      filled: 1,
      cells: 10,
    });
    const { answers } = open.view;
    expect(realm.call('submitReport', { post: 'методист', seen: answers })).toMatchObject({ kind: 'done' });
    expect(
      book.tabs
        .flatMap(({ protections }) => protections)
        .filter(({ description }) => description === lockMark),
    ).toEqual([]);
  });
});
