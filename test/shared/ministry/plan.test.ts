import { describe, expect, it } from 'vitest';
import type { AccessEvent } from '../../../shared/ministry/access.ts';
import { ministryInput } from '../../../shared/ministry/input.ts';
import { ministryPlan } from '../../../shared/ministry/plan.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { catalog, element, form, indicator, observation, result, summaryInput } from '../summary/district.ts';

const year = '2024/25';
const definitions = {
  ...catalog({
    forms: [form('f1'), form('signs', { level: 'district' })],
    elements: [element('a', 'f1'), element('hidden', 'signs')],
    indicators: [
      indicator('share', { kind: 'share', title: 'Доля обученных', better: 'higher' }),
      indicator('vpr', { kind: 'share', title: 'Доля на ВПР', negativeEffects: true }),
      indicator('empty', { kind: 'share', title: 'Без ответа' }),
      indicator('people', { kind: 'count', title: 'Сколько людей', unit: 'человек' }),
    ],
  }),
  disclosures: [
    {
      direction: 'x',
      element: 'hidden',
      ministry: 'none' as const,
      reason: 'Для района',
      origin: { file: 't', line: 1 },
    },
  ],
};
const shares = { numerator: 30, denominator: 40, low: 60, high: 86 };
const input = (extra: Partial<SummaryInput> = {}): SummaryInput =>
  summaryInput({
    catalog: definitions,
    results: [
      result('share', 'gor', year, 75, { ...shares, reported: 2, expected: 3 }),
      result('share', 'gor', '2023/24', 50, { ...shares, numerator: 20, low: 35, high: 65 }),
      result('share', 's1', year, 90, { numerator: 9, denominator: 10 }),
      result('share', 's2', year, 25, { numerator: 1, denominator: 4 }),
      result('vpr', 'gor', year, 60, shares),
      result('vpr', 's1', year, 61, shares),
      result('empty', 'gor', year, 'not_reported', { expected: 3 }),
      result('people', 'gor', year, 7, { numerator: 7 }),
      result('people', 's1', year, 1, { numerator: 1 }),
    ],
    observations: [observation('s1', 'a', year)],
    sources: [
      { path: 's1.xlsx', unit: 's1', status: 'submitted', submittedOn: '2024-12-01' },
      { path: 's2.xlsx', unit: 's2', status: 'draft' },
      { path: 's3.xlsx', unit: 's3', status: 'returned' },
    ],
    reports: {
      s1: { state: 'accepted', file: 's1.xlsx', submittedOn: '2024-12-01', decidedOn: '2024-12-05' },
      s2: { state: 'draft', file: 's2.xlsx' },
      s3: { state: 'returned', file: 's3.xlsx', remark: 'Переделать' },
    },
    ...extra,
  });
const plan = (extra?: Partial<SummaryInput>, access?: Parameters<typeof ministryPlan>[1]) =>
  ministryPlan(ministryInput(input(extra), 'abc123', 5), access);

/** Rows of a tab as the texts and figures of their cells. */
const rows = (sheet: PlanSheet | undefined): string[] =>
  (sheet?.rows ?? []).map(({ cells }) => cells.map(({ value }) => value ?? '').join(' | '));
const tab = (name: string) => rows(plan().sheets.find((sheet) => sheet.name === name));

describe('the plan for the ministry', () => {
  it('has its tabs in order, each with source, day and version, and a plan that any renderer can draw', () => {
    const made = plan();
    expect(made.sheets.map(({ name }) => name)).toEqual([
      'Обзор',
      'Показатели',
      'Динамика',
      'Полнота сведений',
      'Организации',
      'Показатели организаций',
      'О сведениях',
    ]);
    for (const sheet of made.sheets) {
      const head = rows(sheet).slice(0, 4).join('\n');
      expect(head).toMatch(/Горный район.*2024\/25 учебный год\. Данные на 15\.12\.2024/s);
      expect(head).toContain('версия abc123');
      expect(sheet.print.footer).toContain('версия abc123');
    }
    expect(() => layout(made)).not.toThrow();
  });

  it('tells value, both sides, coverage, change and why there is none, in words', () => {
    const told = tab('Показатели').join('\n');
    expect(told).toContain('Доля обученных | % | 75 | 30 | 40 | 2 | 3 | +25,0 п. п.: заметно лучше');
    expect(told).toContain(
      'Доля на ВПР | % | 60 | 30 | 40 | 1 | 1 | — | с негативными последствиями: не для оценки',
    );
    expect(told).toContain('Без ответа | % | не сдано | — | — | 0 | 3 | — | сведения не сданы');
    expect(told).not.toMatch(/60,0|86/);
  });

  it('shows of single organisations nothing that could be one person’s, nor what is not for judging', () => {
    const told = tab('Показатели организаций');
    expect(told.filter((row) => /^\S* \| /.test(row)).join('\n')).not.toMatch(/ВПР|людей/);
    // s2: one of four
    expect(told.at(-1)).toMatch(/Доля обученных \| % \| 75 \| 90 \| мало$/);
  });

  it('takes a draft and a returned report for reports that are to come', () => {
    const told = tab('Организации').join('\n');
    expect(told).toMatch(/s1.*2024-12-01 \| 2024-12-05 \| сдано \| 100/);
    expect(told).toMatch(/s2.*— \| — \| не сдано \| 0/);
    expect(told).toMatch(/s3.*— \| — \| не сдано \| 0/);
    expect(JSON.stringify(plan())).not.toMatch(/Переделать|\.xlsx|черновик \||возвращён [0-9]/);
  });

  it('leaves out a form that asks for nothing but what stays in the district', () => {
    const told = tab('Полнота сведений').join('\n');
    expect(told).toContain(definitions.forms.get('f1')!.title);
    expect(told).not.toContain(definitions.forms.get('signs')!.title);
  });

  it('does not depend on where values stand, on issues, or on who has access; «Доступ» is for the shared one', () => {
    const moved = input().observations.map((one) => ({ ...one, place: { file: 'other.xlsx', cell: 'B7' } }));
    const issues = [{ code: 'cell.range' as const, place: { file: 's1.xlsx' }, organisation: 's1' }];
    const access: readonly AccessEvent[] = [
      {
        ...{ day: '2024-12-10', district: 'gor', action: 'granted', type: 'user', role: 'reader' },
        ...{ who: 'oko@mon.example', command: 'msoko share' },
      },
    ];
    const changed = plan({ observations: moved, issues, access });
    expect(changed).toEqual(plan());
    const shared = plan({}, access);
    expect(shared.sheets.map(({ name }) => name).slice(-2)).toEqual(['Доступ', 'О сведениях']);
    expect(JSON.stringify(shared)).toContain('oko@mon.example');
  });

  it('says so where nothing has come yet', () => {
    const empty = ministryPlan(ministryInput(summaryInput(), 'abc123', 5));
    expect(empty.sheets.map(({ name }) => name)).toEqual([
      'Обзор',
      'Показатели',
      'Полнота сведений',
      'Организации',
      'О сведениях',
    ]);
    expect(() => layout(empty)).not.toThrow();
  });
});
