import { describe, expect, it } from 'vitest';
import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../../shared/definitions/to-catalog.ts';
import { answerOf } from '../../../shared/form-view/answer.ts';
import { earlierValues } from '../../../shared/form-view/earlier-value.ts';
import { type FormField, fieldsOf } from '../../../shared/form-view/fields.ts';
import { fieldsOfStep, stepsOf } from '../../../shared/form-view/steps.ts';
import type { CellScalar, SheetCell, SheetData } from '../../../shared/parse/workbook.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { formsPlan } from '../../fixtures/forms-plan.ts';

/** A tab of a plan as a reader gives it; formulas do not matter here. */
function tabOf(plan: Plan, key: string): SheetData {
  const sheet = plan.sheets.find((one) => one.key === key)!;
  const cells = sheet.rows.flatMap((row, r) =>
    row.cells.flatMap(({ column, value }): SheetCell[] => {
      const at = { row: r + 1, column };
      if (typeof value === 'number') return [{ ...at, scalar: { type: 'number', value } }];
      return typeof value === 'string' ? [{ ...at, scalar: { type: 'text', value } }] : [];
    }),
  );
  return { name: sheet.name, hidden: false, cells, merges: [] };
}

const definitionsOf = (plan: Plan) =>
  readDefinitions(
    plan.sheets
      .find(({ name }) => name === '_forms')!
      .rows.map(({ cells }) => cells.map(({ value }) => value)),
  );

function form(plan: Plan, code: string) {
  const catalog = toCatalog(definitionsOf(plan));
  const sheet = tabOf(plan, `form/${code}`);
  const fields = fieldsOf(sheet, catalog, code);
  return { fields, earlier: earlierValues(sheet, fields) };
}

const find = (fields: readonly FormField[], code: string, period: string): FormField =>
  fields.find((one) => one.code === code && one.period === period)!;

describe('fields of a form', () => {
  it('are its entry cells, questions in the order of the definitions, members in printing order', () => {
    const { fields } = form(formsPlan(), 'vpr');
    expect(fields.slice(1, 5).map(({ code, memberTitles }) => [code, ...memberTitles])).toEqual([
      ['vpr.n.ru.g5', 'Русский язык', '5 класс'],
      ['vpr.n.ru.g6', 'Русский язык', '6 класс'],
      ['vpr.n.ma.g4', 'Математика', '4 класс'],
      ['vpr.n.ma.g5', 'Математика', '5 класс'],
    ]);
  });
});

describe('steps', () => {
  const steps = (code: string, period: string) =>
    stepsOf(form(formsPlan(), code).fields.filter((field) => field.period === period)).map((step) => ({
      title: step.title,
      groups: step.groups.map(({ title }) => title),
      codes: fieldsOfStep(step).map((field) => field.code),
    }));

  it('keep the questions about one class together', () => {
    for (const { codes } of steps('vpr', '2024/25')) {
      const classes = new Set(codes.map((code) => code.replace(/^vpr\.(?:n|ok)/, '')));
      for (const one of classes)
        expect(codes).toEqual(expect.arrayContaining([`vpr.n${one}`, `vpr.ok${one}`]));
    }
  });

  it('have every field once, and six at most', () => {
    for (const [code, period] of [
      ['vpr', '2024/25'],
      ['quality', '2024/25:middle'],
      ['gia', '2024/25'],
      ['olymp', '2024/25:q2'],
    ] as const) {
      const all = steps(code, period);
      const asked = form(formsPlan(), code).fields.filter((field) => field.period === period);
      expect(all.flatMap(({ codes }) => codes).sort()).toEqual(asked.map((field) => field.code).sort());
      for (const { codes } of all) expect(codes.length).toBeLessThanOrEqual(6);
    }
  });

  it('are shorter where questions are explained at length', () => {
    const { fields } = form(formsPlan(), 'gia');
    const long = fields.map((field) => ({
      ...field,
      element: { ...field.element, help: 'слово '.repeat(60) },
    }));
    expect(stepsOf(fields)).toHaveLength(1);
    expect(stepsOf(long).length).toBeGreaterThan(2);
  });

  it('of a table of one question are cut along its members', () => {
    const { fields } = form(formsPlan(), 'vpr');
    const one = fields.filter(({ element }) => element.code === 'vpr.n');
    expect(stepsOf(one).map(({ title, groups }) => [title, groups[0]!.fields[0]!.label])[0]).toEqual([
      'Участников',
      'Русский язык, 4 класс',
    ]);
  });
});

describe('what was given before', () => {
  it('is the period before, else last year beside or below the table', () => {
    const typed = { 'q.pupils.noo 2024/25:start': 40, 'ol.people 2024/25:q1': 5 };
    const previous = {
      'oge.graduates 2023/24': 1052,
      'q.pupils.noo 2023/24:start': 31,
      'q.pupils.ooo 2023/24:start': 32,
      'ol.people 2023/24:q1': 6,
      'ol.prizes 2023/24:q3': 7,
    };
    const plan = formsPlan(typed, previous);
    const given = (code: string, of: string, period: string) => {
      const { fields, earlier } = form(plan, code);
      return earlier(find(fields, of, period));
    };
    const lastYear = (text: string) => ({ when: 'прошлый год', text });
    expect(given('gia', 'oge.graduates', '2024/25')).toEqual(lastYear('1052'));
    expect(given('gia', 'oge.passed', '2024/25')).toBeUndefined();
    expect(given('quality', 'q.pupils.noo', '2024/25:start')).toEqual(lastYear('31'));
    expect(given('quality', 'q.pupils.ooo', '2024/25:start')).toEqual(lastYear('32'));
    expect(given('quality', 'q.pupils.noo', '2024/25:middle')).toEqual({ when: 'начало года', text: '40' });
    expect(given('olymp', 'ol.people', '2024/25:q1')).toEqual(lastYear('6'));
    expect(given('olymp', 'ol.people', '2024/25:q2')).toEqual({ when: 'I четверть', text: '5' });
    expect(given('olymp', 'ol.prizes', '2024/25:q3')).toEqual(lastYear('7'));
  });
});

describe('answers', () => {
  const empty: CellScalar = { type: 'empty' };
  const rules = { unit: 'человек', min: 0, max: 100 };
  const answer = (type: string, typed: string, scalar: CellScalar = empty, more: object = {}) => {
    const element = { ...rules, type, ...more } as FormField['element'];
    const { parsed, write } = answerOf(typed, { element, scalar });
    return [parsed.status, write];
  };
  const text = (value: string) => ({ type: 'text', value });

  it.each([
    ['integer', '20', ['value', { type: 'number', value: 20 }]],
    ['integer', ' 1 0 ', ['rejected', undefined]],
    ['decimal1', '12,5', ['value', { type: 'number', value: 12.5 }]],
    ['integer', '101', ['rejected', undefined]],
    ['integer', 'нет данных', ['no_data', text('н/д')]],
    ['integer', 'не ведём', ['not_applicable', text('х')]],
    ['integer', '—', ['no_data', text('н/д')]],
    ['yes_no', 'Да', ['value', text('да')]],
    ['yes_no', 'нет', ['value', text('нет')]],
    ['date', '1.5.2025', ['value', { type: 'date', day: '2025-05-01' }]],
    ['text', '=1+1', ['value', text('=1+1')]],
    ['text', 'Иванова Мария Петровна', ['rejected', undefined]],
  ] as const)('%s «%s»', (type, typed, expected) => {
    expect(answer(type, typed)).toEqual(expected);
  });

  it('leave an untouched cell as it is, and empty a cleared one', () => {
    expect(answer('integer', 'много', text('много') as CellScalar)).toEqual(['rejected', undefined]);
    expect(answer('integer', '', { type: 'number', value: 5 })).toEqual(['not_reported', empty]);
    expect(answer('date', '01.05.2025', { type: 'date', day: '2025-05-01' })).toEqual(['value', undefined]);
    expect(answer('yes_no', 'да', { type: 'boolean', value: true })).toEqual(['value', undefined]);
  });

  it('keep a cell of percents in percents', () => {
    const percent: CellScalar = { type: 'number', value: 0.85, percent: true };
    expect(answer('decimal1', '85 %', percent, { unit: '%' })).toEqual(['value', undefined]);
    expect(answer('decimal1', '90', percent, { unit: '%' })).toEqual([
      'value',
      { type: 'number', value: 0.9, percent: true },
    ]);
    expect(answer('integer', '90', percent)).toEqual(['value', text('90')]);
  });
});
