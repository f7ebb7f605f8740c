import { describe, expect, it } from 'vitest';
import { type Activity, type ActivityFilter, foundActivities } from '../../../shared/form-view/activities.ts';
import { activityAnswer } from '../../../shared/form-view/activity-answer.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { fieldRules } from '../../../shared/record/field-rules.ts';
import { formsCatalog } from '../../fixtures/forms-plan.ts';

const activity = (key: string, printed: Record<string, string>, due?: string, status?: string): Activity => ({
  key,
  printed,
  due,
  status,
  fields: [],
});

const all = [
  activity('a', { no: '5.', title: 'Провести школьный этап олимпиады', executors: 'школы' }, '2024-11-30'),
  activity('b', { no: '5.1', title: 'Утвердить положение', executors: 'ОУО' }, '2024-10-01', 'done'),
  activity('c', { no: '57', title: 'Вести учёт одарённых детей', executors: 'школы' }, '2025-01-10'),
  activity('d', { no: '6', title: 'Вести сайт', executors: 'ОУО' }),
  activity('e', { no: '7', title: 'Сдать отчёт' }, '2024-12-01', 'not_applicable'),
];

const found = (filter: Partial<ActivityFilter>): string =>
  foundActivities(all, { words: '', state: 'all', executors: '', ...filter }, '2024-12-15')
    .map(({ key }) => key)
    .join('');

describe('search of activities', () => {
  it.each([
    [{}, 'baecd'],
    [{ state: 'open' }, 'acd'],
    [{ state: 'overdue' }, 'a'],
    [{ state: 'soon' }, 'c'],
    [{ executors: 'ОУО' }, 'bd'],
    [{ words: 'вести' }, 'cd'],
    [{ words: 'УЧЕТ дет' }, 'c'],
    [{ words: 'этап положение' }, ''],
    // a number is a whole number, with what is numbered below it
    [{ words: '5' }, 'ba'],
    [{ words: '57' }, 'c'],
    [{ words: '5.1' }, 'b'],
  ] as const)('%j', (filter, keys) => {
    expect(found(filter)).toBe(keys);
  });
});

describe('marks of an activity', () => {
  const rules = fieldRules(formsCatalog);
  const answer = (field: string, typed: string, cell: CellScalar = { type: 'empty' }) => {
    const { parsed, write } = activityAnswer(
      formsCatalog,
      { rules: rules.get(`activity.${field}`)! },
      typed,
      cell,
      '2024-12-15',
    );
    return [parsed.status, write];
  };

  it.each([
    ['status', 'выполнено', ['value', { type: 'text', value: 'выполнено' }]],
    ['status', 'не применимо', ['value', { type: 'text', value: 'не применимо' }]],
    ['status', 'почти', ['rejected', undefined]],
    ['done_on', '15.12.2024', ['value', { type: 'date', day: '2024-12-15' }]],
    ['done_on', '16.12.2024', ['rejected', undefined]],
    ['fact', '14; 30 %', ['value', { type: 'text', value: '14; 30 %' }]],
    ['link', 'сайт школы', ['rejected', undefined]],
    ['link', 'https://d1.example.ru/5', ['value', { type: 'text', value: 'https://d1.example.ru/5' }]],
    ['comment', 'Иванова Мария Петровна', ['rejected', undefined]],
    ['comment', '', ['not_reported', undefined]],
  ] as const)('%s «%s»', (field, typed, expected) => {
    expect(answer(field, typed)).toEqual(expected);
  });

  it('are emptied where the text is taken away', () => {
    expect(answer('fact', '', { type: 'text', value: 'да' })).toEqual(['not_reported', { type: 'empty' }]);
  });
});
