import { describe, expect, it } from 'vitest';
import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../../shared/definitions/to-catalog.ts';
import { hasWords } from '../../../shared/form-view/has-words.ts';
import { openRegister, registersOf, rowContext } from '../../../shared/form-view/register.ts';
import { rowAnswer } from '../../../shared/form-view/row-answer.ts';
import { foundRows, type RowFilter, rowView } from '../../../shared/form-view/row-view.ts';
import type { CellScalar, SheetCell, SheetData } from '../../../shared/parse/workbook.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { fieldRules } from '../../../shared/record/field-rules.ts';
import type { GivenRow } from '../../../shared/template/record-sheet.ts';
import { templatePlan } from '../../../shared/template/template-plan.ts';
import { recordCatalog } from '../../fixtures/record-catalog.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const units = register([
  organisation('s1', { name: 'МКОУ «СОШ № 1»' }),
  organisation('s2', { name: 'Лицей' }),
]);
const catalogOfTest = {
  ...recordCatalog,
  records: new Map(
    [...recordCatalog.records].map(([code, kind]) => [
      code,
      { ...kind, ...(code === 'acts' && { endedBy: 'approved_on' }) },
    ]),
  ),
};

const planOf = (records: (record: string) => readonly GivenRow[], level: 'organisation' | 'district'): Plan =>
  templatePlan({
    catalog: catalogOfTest,
    register: units,
    unit:
      level === 'district'
        ? { level, district: district('d1') }
        : { level, organisation: units.organisations[0]! },
    schoolYear: '2024/25',
    workspace: 'r1/d1',
    catalogVersion: '1',
    records,
  });

/** What the workbook's own definitions make of it. */
function opened(plan: Plan, record: string) {
  const sheetOf = (name: string) => plan.sheets.find((sheet) => sheet.name === name || sheet.key === name)!;
  const definitions = readDefinitions(
    sheetOf('_forms').rows.map(({ cells }) => cells.map(({ value }) => value)),
  );
  const catalog = toCatalog(definitions);
  const context = rowContext(catalog, definitions);
  const scalar = (value: unknown): CellScalar =>
    typeof value === 'number' ? { type: 'number', value } : { type: 'text', value: String(value) };
  const sheet = sheetOf(`record/${record}`);
  const data: SheetData = {
    name: sheet.name,
    hidden: false,
    merges: [],
    cells: sheet.rows.flatMap(({ cells }, i) =>
      cells.flatMap(({ column, value }): SheetCell[] =>
        value === undefined ? [] : [{ row: i + 1, column, scalar: scalar(value) }],
      ),
    ),
  };
  return {
    catalog,
    definitions,
    context,
    register: openRegister(data, catalog, catalog.records.get(record)!)!,
  };
}

describe('what a workbook says of its registers', () => {
  it('is enough for a form: lists, units, prepared rows, the day of an end, organisations', () => {
    const {
      catalog,
      definitions,
      register: acts,
    } = opened(
      planOf(() => [], 'organisation'),
      'acts',
    );
    expect(registersOf(catalog, 'plan').map(({ code, rows, endedBy }) => [code, rows, endedBy])).toEqual([
      ['acts', 3, 'approved_on'],
      ['events', 4, undefined],
    ]);
    expect(definitions.organisations.get('d1')?.list).toEqual([
      ['s1', 'МКОУ «СОШ № 1»'],
      ['s2', 'Лицей'],
    ]);
    expect(acts.next?.fields.map(({ id }) => id)).toEqual(['kind', 'title', 'approved_on', 'link']);
    expect(acts.rows).toEqual([]);
  });

  it('has no row to add where rows are given', () => {
    const rows: GivenRow[] = [
      { key: 'p1', values: { activity: 'Провести' } },
      { key: 'p2', values: { activity: 'Утвердить', status: 'да' } },
    ];
    const { register: plan, context } = opened(
      planOf((record) => (record === 'plan' ? rows : []), 'district'),
      'plan',
    );
    expect(plan.next).toBeUndefined();
    const views = plan.rows.map((row) => rowView(row, plan, context));
    expect(views.map(({ title, isBegun }) => [title, isBegun])).toEqual([
      ['Провести', false],
      ['Утвердить', true],
    ]);
    expect(foundRows(views, { words: '', show: 'open' }).map(({ title }) => title)).toEqual(['Провести']);
  });
});

describe('what is typed into a field', () => {
  const { catalog, context } = opened(
    planOf(() => [], 'organisation'),
    'acts',
  );
  const rules = fieldRules(catalog);
  const text = (value: string): CellScalar => ({ type: 'text', value });

  it.each([
    ['acts.kind', 'положение', text('Положение')],
    ['acts.kind', 'Регламент', text('Положение')],
    ['acts.kind', 'нет', text('Нет')],
    ['acts.kind', 'письмо', undefined],
    ['acts.approved_on', '20 мая 2025', { type: 'date', day: '2025-05-20' }],
    ['acts.approved_on', '05/20/2025', undefined],
    ['acts.link', 'school.ru', undefined],
    ['acts.link', ' https://school.ru/a ', text('https://school.ru/a')],
    ['acts.title', 'Иванова Мария Петровна', undefined],
    ['acts.title', 'н/д', text('н/д')],
    ['events.people', '1 234', { type: 'number', value: 1234 }],
    ['events.people', '5001', undefined],
    ['events.people', '12,5', undefined],
    ['events.people', 'не ведём', text('х')],
    ['events.rate', '12,5', { type: 'number', value: 12.5 }],
    ['events.held', 'Да', text('да')],
    // the rule of such a cell knows no «х»
    ['events.held', 'х', text('неприменимо')],
    ['events.month', '03.2025', text('март 2025')],
    ['events.year', '2025 год', { type: 'number', value: 2025 }],
    ['events.study', '2024-2025', text('2024/25')],
    ['events.by', 's2', text('Лицей')],
    ['events.by', 'мкоу сош №1', text('МКОУ «СОШ № 1»')],
    ['events.by', 'Гимназия', undefined],
    ['events.by', '', { type: 'empty' }],
  ] as const)('%s «%s»', (key, typed, expected) => {
    const before: CellScalar = typed === '' ? text('Лицей') : { type: 'empty' };
    expect(rowAnswer(context, rules.get(key)!, typed, before).write).toEqual(expected);
  });

  it('stays a percent in a cell that shows percents, and is no change where it is the same', () => {
    const percent: CellScalar = { type: 'number', value: 0.125, percent: true };
    expect(rowAnswer(context, rules.get('events.rate')!, '50', percent).write).toEqual({
      type: 'number',
      value: 0.5,
      percent: true,
    });
    expect(rowAnswer(context, rules.get('events.by')!, 'Гимназия', text('Гимназия'))).toMatchObject({
      parsed: { status: 'rejected', issues: [{ code: 'cell.list' }] },
    });
    expect(
      rowAnswer(context, rules.get('events.people')!, '7', { type: 'number', value: 7 }).write,
    ).toBeUndefined();
  });
});

describe('the rows of a register', () => {
  const rows: GivenRow[] = [
    { values: { kind: 'rules', title: 'О порядке', approved_on: '2020-01-01' } },
    { values: { kind: 'order', title: 'О мерах', link: 'https://school.ru' } },
    { values: { kind: 'order', title: '15' } },
    { values: { title: 'Без вида' } },
    { values: { kind: 'order', title: 'О сайте', link: 'сайт' } },
  ];
  const { register: acts, context } = opened(
    planOf((record) => (record === 'acts' ? rows : []), 'organisation'),
    'acts',
  );
  const views = acts.rows.map((row) => rowView(row, acts, context));
  const titles = (filter: Partial<RowFilter>) =>
    foundRows(views, { words: '', show: 'all', ...filter }).map(({ title }) => title);

  it('stand with errors first, then remarks, the lowest before the others, ended ones last', () => {
    expect(titles({})).toEqual(['О сайте', 'Без вида', 'title: 15', 'О мерах', 'О порядке']);
    expect(titles({ show: 'wrong' })).toEqual(['О сайте', 'Без вида']);
    expect(titles({ show: 'current' })).toEqual(['О сайте', 'Без вида', 'title: 15', 'О мерах']);
    expect(views.map(({ issues }) => issues.map(({ issue }) => issue.code).join())).toEqual([
      '',
      '',
      '',
      'cell.required',
      'cell.link',
    ]);
  });

  it.each([
    ['приказ', ['О сайте', 'title: 15', 'О мерах']],
    ['МЕР', ['О мерах']],
    ['2020', ['О порядке']],
    ['15', ['title: 15']],
    ['«О сайте»', ['О сайте']],
    ['нигде', []],
  ] as const)('are found by «%s»', (words, expected) => {
    expect(titles({ words })).toEqual(expected);
  });

  it('newest first where they have a moment', () => {
    const events: GivenRow[] = ['2025-03', '2025-11', '2024-12'].map((month) => ({
      values: { title: month, month },
    }));
    const { register: kind } = opened(
      planOf((record) => (record === 'events' ? events : []), 'organisation'),
      'events',
    );
    const all = kind.rows.map((row) => rowView(row, kind, context));
    expect(foundRows(all, { words: '', show: 'all' }).map(({ title }) => title)).toEqual([
      '2025-11',
      '2025-03',
      '2024-12',
    ]);
  });

  it('name no person', () => {
    const person: GivenRow[] = [{ values: { kind: 'order', title: 'Иванова Мария Петровна' } }];
    const { register: kind } = opened(
      planOf((record) => (record === 'acts' ? person : []), 'organisation'),
      'acts',
    );
    const view = rowView(kind.rows[0]!, kind, context);
    expect(JSON.stringify([view.title, view.facts, view.text])).not.toContain('Иванова');
    expect(view.isFaulty).toBe(true);
  });
});

describe('cells that were merged', () => {
  it('have no answer, as for the nightly run, and a row with them is not free', () => {
    const {
      catalog,
      context,
      register: acts,
    } = opened(
      planOf(
        (record) => (record === 'acts' ? [{ values: { kind: 'order', title: 'О мерах' } }] : []),
        'organisation',
      ),
      'acts',
    );
    const { row } = acts.rows[0]!;
    const cell = (r: number, column: number, value: string): SheetCell => ({
      row: r,
      column,
      scalar: { type: 'text', value },
    });
    const sheet: SheetData = {
      name: 'Акты',
      hidden: false,
      merges: [row, row + 1].map((at) => ({ firstRow: at, lastRow: at, firstColumn: 2, lastColumn: 3 })),
      cells: [
        cell(1, 1, 'msoko:records:1'),
        cell(row - 2, 1, '#fields'),
        cell(row - 2, 2, 'acts.kind'),
        cell(row - 2, 3, 'acts.title'),
        cell(row - 1, 1, '#head'),
        cell(row, 2, 'Приказ'),
      ],
    };
    const merged = openRegister(sheet, catalog, catalog.records.get('acts')!)!;
    const view = rowView(merged.rows[0]!, merged, context);
    expect(view.issues.map(({ issue }) => issue.code)).toEqual(['cell.merged', 'cell.merged']);
    expect(merged.next?.row).toBe(row + 2);
  });
});

describe('words of a search', () => {
  it.each([
    ['Вести сайт школы', 'сайт вест', '', true],
    ['Вести сайт школы', 'айт', '', false],
    ['приказ № 57', '5', '', false],
    ['приказ № 57', '57', '', true],
    ['ничего', '5', '5.1', true],
    ['ничего', '5', '51', false],
    ['Учёт', 'учет', '', true],
    ['всё', '', '', true],
  ] as const)('«%s» by «%s»', (text, words, no, expected) => {
    expect(hasWords(text, words, no)).toBe(expected);
  });
});
