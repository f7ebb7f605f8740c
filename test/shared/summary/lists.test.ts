import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/issue/issue.ts';
import { aggregateResults } from '../../../shared/results/aggregate.ts';
import type { AssessmentResult } from '../../../shared/results/result.ts';
import { assessmentTable, memberTitle } from '../../../shared/summary/assessments.ts';
import { districtUnits } from '../../../shared/summary/district-units.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { issueList } from '../../../shared/summary/issue-list.ts';
import { summaryModel } from '../../../shared/summary/model.ts';
import { catalog, district, element, form, observation, organisation, summaryInput } from './district.ts';

const year = '2024/25';
const list = (input: SummaryInput, limit?: number) => issueList(input, districtUnits(input), limit);

const issue = (code: Issue['code'], file: string, extra: Partial<Issue> = {}): Issue => ({
  code,
  place: { file },
  ...extra,
});

const two = {
  organisations: [organisation('s2'), organisation('s1'), organisation('x1', { district: 'other' })],
  districts: [district('gor', 'Горный район'), district('other', 'Лесной район')],
};

describe('issueList', () => {
  it('puts errors first, then register order, then down the sheet', () => {
    const at = (tab: string, cell: string) => ({ place: { file: 's1.xlsx', tab, cell } });
    const input = summaryInput({
      register: two,
      issues: [
        issue('value.changed', 's2.xlsx', { organisation: 's2' }),
        issue('cell.ambiguous', 's2.xlsx', { organisation: 's2' }),
        issue('cell.range', 's1.xlsx', { organisation: 's1', ...at('Лист', 'C10') }),
        issue('cell.range', 's1.xlsx', { organisation: 's1', ...at('Лист', 'AA2') }),
        issue('cell.range', 's1.xlsx', { organisation: 's1', ...at('Лист', 'Z2') }),
        issue('check.jump', 's1.xlsx', { organisation: 's1', severity: 'error', ...at('Лист', 'A1') }),
        issue('cell.range', 's2.xlsx', { organisation: 's2' }),
      ],
    });
    expect(list(input).rows.map((r) => [r.severity, r.issue.organisation, r.issue.place.cell])).toEqual([
      ['error', 's2', undefined],
      ['error', 's1', 'A1'],
      ['error', 's1', 'Z2'],
      ['error', 's1', 'AA2'],
      ['error', 's1', 'C10'],
      ['warning', 's2', undefined],
      ['info', 's2', undefined],
    ]);
    expect(list(input).counts).toEqual({ error: 5, warning: 1, info: 1 });
  });

  it('leaves other districts out, keeps what names no unit, and finds the unit by its file', () => {
    const input = summaryInput({
      register: two,
      sources: [
        { path: 'x.xlsx', unit: 'x1', status: 'submitted' },
        { path: 'a.xlsx', unit: 's1', status: 'submitted' },
      ],
      issues: [
        issue('cell.range', 'y.xlsx', { organisation: 'x1' }),
        issue('cell.range', 'y.xlsx', { organisation: 'other' }),
        issue('file.truncated', 'x.xlsx'),
        issue('file.truncated', 'a.xlsx'),
        issue('file.unknown_kind', 'odd.csv'),
        issue('organisation.unknown', 'b.csv', { organisation: 'nobody' }),
      ],
    });
    expect(list(input).rows.map((r) => [r.issue.place.file, r.path])).toEqual([
      ['b.csv', ['Примерная область', 'Горный район', 'nobody']],
      ['a.xlsx', ['Примерная область', 'Горный район', 'Школа s1']],
      ['odd.csv', ['Примерная область', 'Горный район']],
    ]);
  });

  it('links to the very cell, to the file of a line, and nowhere for what is no file', () => {
    const links = list(
      summaryInput({
        sources: [{ path: 'organisations.csv', status: '' }],
        links: { inbox: '../../inbox/', workspace: '../../' },
        issues: [
          issue('cell.range', 'папка/s1.xlsx', {
            place: { file: 'папка/s1.xlsx', tab: 'Форма 1', cell: 'D12' },
          }),
          issue('cell.range', 'values.csv', { place: { file: 'sub/values.csv', line: 5 } }),
          issue('register.incomplete', 'districts.csv', { place: { file: 'districts.csv', line: 2 } }),
          issue('register.incomplete', 'organisations.csv', {
            place: { file: 'organisations.csv', line: 2 },
          }),
          issue('activity.unknown', 'botlikh/1.16', {}),
        ],
      }),
    ).rows.map((r) => [r.issue.place.file, r.link]);
    expect(new Map(links as [string, unknown][])).toEqual(
      new Map<string, unknown>([
        ['папка/s1.xlsx', { file: '../../inbox/папка/s1.xlsx', sheet: 'Форма 1', cell: 'D12' }],
        ['sub/values.csv', { file: '../../inbox/sub/values.csv' }],
        ['districts.csv', { file: '../../districts.csv' }],
        ['organisations.csv', { file: '../../inbox/organisations.csv' }],
        ['botlikh/1.16', undefined],
      ]),
    );
  });

  it('names the form and the element with its members', () => {
    const input = summaryInput({
      catalog: catalog({ forms: [form('f')], elements: [element('f.a', 'f', { dims: ['subject'] })] }),
      issues: [
        issue('cell.range', 'a.xlsx', { element: 'f.a.ru' }),
        issue('element.unknown', 'b.xlsx', { element: 'gone' }),
      ],
    });
    expect(list(input).rows.map((r) => [r.form, r.element])).toEqual([
      ['Форма f', 'Величина f.a: Русский язык'],
      [undefined, 'gone'],
    ]);
  });

  it('shows the first and counts the rest', () => {
    const input = summaryInput({ issues: [1, 2, 3].map((n) => issue('cell.range', `${n}.xlsx`)) });
    expect(list(input, 2)).toMatchObject({ left: 1, counts: { error: 3 } });
    expect(list(input, 2).rows).toHaveLength(2);
  });
});

describe('priorities', () => {
  it('ask first those who sent nothing, then by missing forms, errors and warnings', () => {
    const codes = ['calm', 'warned', 'wrong', 'lacking', 'silent'];
    const forms = ['f', 'g'];
    const input = summaryInput({
      catalog: catalog({
        forms: forms.map((code) => form(code)),
        elements: forms.map((code) => element(`${code}.a`, code)),
      }),
      register: { organisations: codes.map((code) => organisation(code)), districts: two.districts },
      observations: codes.flatMap((unit) => {
        if (unit === 'silent') return [];
        return unit === 'lacking'
          ? [observation(unit, 'f.a', year)]
          : [observation(unit, 'f.a', year), observation(unit, 'g.a', year)];
      }),
      issues: [
        issue('check.jump', 'a', { organisation: 'warned' }),
        issue('cell.range', 'b', { organisation: 'wrong' }),
        issue('cell.not_number', 'c', { organisation: 'wrong' }),
        issue('cell.not_number', 'd', { organisation: 'wrong' }),
      ],
    });
    const found = summaryModel(input).priorities;
    expect(found.map((p) => [p.unit, p.missingForms, p.owedForms, p.errors, p.warnings])).toEqual([
      ['silent', 2, 2, 0, 0],
      ['lacking', 1, 2, 0, 0],
      ['wrong', 0, 2, 3, 0],
      ['warned', 0, 2, 0, 1],
    ]);
    expect(found[2]?.example?.issue.code).toBe('cell.not_number');
  });
});

describe('journal', () => {
  it('counts runs from the oldest and shows the newest first', () => {
    const run = (date: string) => ({
      date,
      workbooks: 1,
      added: 1,
      changed: 0,
      removed: 0,
      errors: 0,
      warnings: 0,
      infos: 0,
    });
    const { journal } = summaryModel(
      summaryInput({ journal: ['2024-10-01', '2024-11-01', '2024-11-01'].map(run) }),
    );
    expect(journal.map((j) => [j.no, j.date])).toEqual([
      [3, '2024-11-01'],
      [2, '2024-11-01'],
      [1, '2024-10-01'],
    ]);
  });
});

describe('assessmentTable', () => {
  const row = (
    schoolYear: string,
    subject: string,
    grade: string,
    organisationCode: string,
  ): AssessmentResult => ({
    schoolYear,
    procedure: 'vpr',
    subject,
    grade,
    stage: '',
    district: 'gor',
    organisation: organisationCode,
    participants: 10,
    mark2: 1,
    mark3: 2,
    mark4: 3,
    mark5: 4,
    place: { file: 'r.csv', line: 2 },
  });

  it('sets three years beside, works of the latest year first, organisations in register order', () => {
    const rows = ['2020/21', '2021/22', '2022/23', '2023/24'].flatMap((y) => [
      row(y, 'math', '4', 's1'),
      row(y, 'math', '4', 's2'),
    ]);
    const assessments = aggregateResults(
      [
        ...rows,
        row('2022/23', 'ru', '4', 's1'),
        row('2023/24', 'ru', '11', 's1'),
        row('2023/24', 'ru', '5', 's1'),
        row('2025/26', 'ru', '4', 's1'),
      ],
      two,
    );
    const input = summaryInput({ register: two, assessments });
    const found = assessmentTable(input, districtUnits(input));
    expect(found.years).toEqual(['2021/22', '2022/23', '2023/24']);
    expect(found.works.map((w) => [w.subject, w.grade, w.years.map((y) => y?.participants)])).toEqual([
      ['ru', '5', [undefined, undefined, 10]],
      ['ru', '11', [undefined, undefined, 10]],
      ['math', '4', [20, 20, 20]],
      ['ru', '4', [undefined, 10, undefined]],
    ]);
    expect(found.works[2]?.organisations.map((o) => o.name)).toEqual(['Школа s2', 'Школа s1']);
  });

  it('calls members by their title, procedures by the word everybody uses', () => {
    const input = summaryInput();
    expect([
      memberTitle(input, 'subject', 'ru'),
      memberTitle(input, 'procedure', 'vpr'),
      memberTitle(input, 'subject', 'x'),
    ]).toEqual(['Русский язык', 'ВПР', 'x']);
  });
});
