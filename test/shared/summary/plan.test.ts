import { describe, expect, it } from 'vitest';
import { layout } from '../../../shared/plan/layout.ts';
import type { Plan, PlanCell, PlanSheet } from '../../../shared/plan/plan.ts';
import { aggregateResults } from '../../../shared/results/aggregate.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { summaryPlan } from '../../../shared/summary/plan.ts';
import {
  catalog,
  district,
  element,
  form,
  indicator,
  observation,
  organisation,
  result,
  summaryInput,
} from './district.ts';

const year = '2024/25';
/** The direction of the test's indicators, which the test's catalogue gives no name. */
const section = 'student-results';
const tab = (plan: Plan, name: string): PlanSheet => {
  const found = plan.sheets.find((s) => s.name === name);
  if (!found) throw new Error(`no tab ${name}`);
  return found;
};
const cells = (sheet: PlanSheet): PlanCell[] => sheet.rows.flatMap((r) => r.cells);
const rowOf = (sheet: PlanSheet, text: string) => {
  const row = sheet.rows.find((r) => r.cells.some((c) => c.value === text));
  if (!row) throw new Error(`no row with ${text}`);
  return row.cells.map((c) => c.value);
};

/** Two years, three schools, one indicator, results, issues and a run. */
function full(extra: Partial<SummaryInput> = {}): SummaryInput {
  const register = {
    organisations: ['s1', 's2', 's3'].map((code) => organisation(code)),
    districts: [district('gor', 'Горный район')],
  };
  const marks = { participants: 10, mark2: 1, mark3: 4, mark4: 3, mark5: 2 };
  return summaryInput({
    register,
    catalog: catalog({
      forms: [form('f')],
      elements: [element('f.a', 'f')],
      indicators: [indicator('a', { norm: 60, title: '% освоивших' })],
    }),
    results: [
      result('a', 'gor', '2023/24', 60, { numerator: 60, denominator: 100, low: 50.2, high: 69.1 }),
      result('a', 'gor', year, 50 / 0.7, {
        numerator: 50,
        denominator: 70,
        low: 60,
        high: 80.7,
        reported: 2,
        expected: 3,
      }),
      result('a', 's1', year, 80),
      result('a', 's2', year, 62.5),
      result('a', 's3', year, 'not_reported'),
    ],
    observations: [observation('s1', 'f.a', year), observation('s2', 'f.a', year)],
    sources: [{ path: 's1.xlsx', unit: 's1', status: 'submitted', submittedOn: '2024-10-21' }],
    issues: [
      {
        code: 'cell.not_number',
        place: { file: 's1.xlsx', tab: 'Форма', cell: 'D12' },
        organisation: 's1',
        element: 'f.a',
        period: year,
        raw: '1 10',
      },
    ],
    journal: [
      {
        date: '2024-10-21',
        workbooks: 2,
        added: 5,
        changed: 1,
        removed: 0,
        errors: 1,
        warnings: 0,
        infos: 0,
      },
    ],
    assessments: aggregateResults(
      [
        {
          ...marks,
          schoolYear: year,
          procedure: 'vpr',
          subject: 'ru',
          grade: '4',
          stage: '',
          district: 'gor',
          organisation: 's1',
          place: { file: 'r.csv' },
        },
      ],
      register,
    ),
    ...extra,
  });
}

describe('summaryPlan', () => {
  it('has its tabs, each with a head and a footer', () => {
    const plan = summaryPlan(full());
    expect(plan.sheets.map((s) => s.name)).toEqual([
      'Обзор',
      'Показатели',
      section,
      'Организации',
      'Реестр организаций',
      'Результаты',
      'Календарь форм',
      'Сроки и нагрузка',
      'Качество данных',
      'Журнал',
    ]);
    for (const sheet of plan.sheets) {
      expect(sheet.print.orientation).toBe('landscape');
      expect(sheet.print.footer).toContain('Горный район');
      expect(cells(sheet)[1]?.value).toContain(
        'Горный район, Примерная область. 2024/25 учебный год. Данные на 15.12.2024',
      );
    }
    expect(tab(plan, 'Показатели').freeze?.rows).toBe(4);
  });

  it('is one that a spreadsheet can hold: ids, merges, charts and links resolve', () => {
    expect(() => layout(summaryPlan(full()))).not.toThrow();
    expect(() => layout(summaryPlan(summaryInput()))).not.toThrow();
  });

  it('depends on its input only', () => {
    expect(JSON.stringify(summaryPlan(full()))).toBe(JSON.stringify(summaryPlan(full())));
  });

  it('keeps figures unrounded and shows one decimal', () => {
    const plan = summaryPlan(full());
    const sheet = tab(plan, section);
    const value = cells(sheet).find((c) => c.id === `indicator:a:${year}:${year}`);
    expect([value?.value, value?.format]).toEqual([50 / 0.7, 'decimal1']);
    const change = '+11,4 п. п.: в пределах погрешности';
    const norm = 'норма 60 достигнута (в пределах погрешности)';
    expect(rowOf(sheet, '% освоивших')).toEqual([
      '1',
      '% освоивших',
      '%',
      60,
      50 / 0.7,
      '',
      50,
      70,
      '—',
      '—',
      '—',
      '2 из 3',
      change,
      norm,
    ]);
    const index = tab(plan, 'Показатели');
    expect(rowOf(index, '% освоивших')).toEqual([
      '1',
      '% освоивших',
      '%',
      50 / 0.7,
      change,
      norm,
      '2 из 3',
      'открыть',
    ]);
    // the link leads to the indicator's own row
    const link = cells(index).find((c) => c.value === 'открыть')?.link;
    const row = link && 'sheet' in link && link.cell ? Number(link.cell.slice(1)) : 0;
    expect(sheet.rows[row - 1]?.cells[1]?.value).toBe('% освоивших');
  });

  it('shows what is missing in words', () => {
    const sheet = tab(summaryPlan(full()), 'Организации');
    expect(rowOf(sheet, '% освоивших').slice(3, 7)).toEqual([50 / 0.7, 80, 62.5, 'не сдано']);
  });

  it('tells who has submitted', () => {
    const sheet = tab(summaryPlan(full()), 'Обзор');
    const rows = sheet.rows.map((r) => r.cells.map((c) => c.value));
    expect(rows).toContainEqual(['Школа s1', '2024-10-21', 'сдано']);
    expect(rows).toContainEqual(['Школа s2', '—', 'сдано']);
    expect(rows).toContainEqual(['Школа s3', '—', 'не сдано']);
    expect(rows).toContainEqual(['Форма f', 200 / 3, 2, 3, 2, 3, '—']);
  });

  it('links overview → tabs and issues → cells', () => {
    const plan = summaryPlan(full());
    const links = cells(tab(plan, 'Обзор')).flatMap((c) =>
      c.link && 'sheet' in c.link ? [c.link.sheet] : [],
    );
    expect(links).toEqual([
      'Показатели',
      section,
      'Организации',
      'Реестр организаций',
      'Результаты',
      'Календарь форм',
      'Сроки и нагрузка',
      'Качество данных',
      'Журнал',
    ]);
    const quality = tab(plan, 'Качество данных');
    expect(rowOf(quality, 'ошибка')).toEqual([
      1,
      'ошибка',
      'Школа s1',
      'Форма f: Величина f.a',
      '2024/25 учебный год',
      'Что не так: cell.not_number.',
      'Исправьте.',
      '1 10',
      's1.xlsx, лист «Форма»',
      'D12',
    ]);
    expect(cells(quality).find((c) => c.value === 'D12')?.link).toEqual({
      file: '../inbox/s1.xlsx',
      sheet: 'Форма',
      cell: 'D12',
    });
    expect(quality.autoFilter).toEqual({ firstRow: 4, lastRow: 5, firstColumn: 1, lastColumn: 10 });
  });

  it('gives every chart a description and a title, and draws none without data', () => {
    const charts = summaryPlan(full()).sheets.flatMap((s) => s.charts ?? []);
    expect(charts.map((c) => c.type)).toEqual(['bar', 'line', 'stacked']);
    for (const chart of charts)
      expect([chart.title, chart.description].every((t) => t.length > 10)).toBe(true);
    const empty = summaryPlan(summaryInput());
    expect(empty.sheets.flatMap((s) => s.charts ?? [])).toEqual([]);
    expect(empty.sheets.map((s) => s.name)).not.toContain('Результаты');
  });

  it('begins a page for each question, and no chart stands across two pages', () => {
    for (const sheet of summaryPlan(full()).sheets) {
      const breaks = sheet.print.breaks ?? [];
      expect(breaks.every((row) => row > 0 && row < sheet.rows.length)).toBe(true);
      for (const { anchor } of sheet.charts ?? [])
        expect(breaks.filter((row) => anchor.fromRow < row && row < anchor.toRow)).toEqual([]);
    }
    expect(tab(summaryPlan(full()), 'Обзор').print.breaks).toHaveLength(3);
  });

  it('shows the forms least complete first', () => {
    const two = catalog({
      forms: [form('f'), form('g')],
      elements: [element('f.a', 'f'), element('g.a', 'g')],
    });
    const rows = tab(
      summaryPlan(
        full({
          catalog: two,
          results: [],
          observations: [
            observation('s1', 'g.a', year),
            ...['s1', 's2', 's3'].map((s) => observation(s, 'f.a', year)),
          ],
        }),
      ),
      'Обзор',
    ).rows.map((r) => r.cells.map((c) => c.value).slice(0, 2));
    expect(rows.filter(([name]) => String(name).startsWith('Форма ')).slice(0, 2)).toEqual([
      ['Форма g', 100 / 3],
      ['Форма f', 100],
    ]);
  });

  it('names the part of the year in the row itself', () => {
    const sheet = tab(
      summaryPlan(
        full({
          results: [result('a', 'gor', year, 50), result('a', 'gor', `${year}:start`, 40)],
        }),
      ),
      section,
    );
    const names = sheet.rows.map((r) => r.cells[1]?.value);
    expect(names).toContain('% освоивших — за год');
    expect(names).toContain('\u2003% освоивших — входной контроль');
  });

  it('lays the results of organisations out by works: share of «2», of «4» and «5», participants', () => {
    const sheet = tab(summaryPlan(full()), 'Результаты');
    const rows = sheet.rows.map((r) => r.cells.map((c) => c.value));
    // 1 of 10 and 3 + 2 of 10
    expect(rows.filter(([name]) => name === 'Школа s1')).toEqual([
      ['Школа s1', 10],
      ['Школа s1', 50],
      ['Школа s1', 10],
    ]);
    expect(rows.filter(([name]) => name === 'Район')).toEqual([
      ['Район', 10],
      ['Район', 50],
    ]);
  });

  it('does not take the day an earlier year was sent for this one', () => {
    const sources = [
      { path: 's1.xlsx', unit: 's1', status: 'submitted', submittedOn: '2024-07-11' } as const,
    ];
    const rows = tab(summaryPlan(full({ sources })), 'Обзор').rows.map((r) => r.cells.map((c) => c.value));
    expect(rows).toContainEqual(['Школа s1', '—', 'сдано']);
  });

  it('shows the line of the workspace on every tab', () => {
    for (const sheet of summaryPlan(full({ label: 'проба' })).sheets) {
      expect(cells(sheet).some((c) => c.value === 'проба')).toBe(true);
    }
    expect(JSON.stringify(summaryPlan(full()))).not.toContain('проба');
  });

  it('spreads many organisations over equal tabs in register order', () => {
    const organisations = Array.from({ length: 37 }, (_, i) => organisation(`s${100 + i}`));
    const plan = summaryPlan(
      full({
        register: { organisations, districts: [district('gor', 'Горный район')] },
        results: organisations.map((o, i) => result('a', o.code, year, i)),
      }),
    );
    const names = plan.sheets.map((s) => s.name).filter((n) => n.startsWith('Организации'));
    expect(names).toEqual(['Организации', 'Организации (2)', 'Организации (3)']);
    const shown = names.map((n) => rowOf(tab(plan, n), 'Район').slice(4, -3));
    expect(shown.map((s) => s.length)).toEqual([12, 12, 13]);
    expect(shown.flat()).toEqual(organisations.map((o) => o.name));
  });
});
