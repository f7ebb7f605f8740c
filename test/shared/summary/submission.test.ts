import { describe, expect, it } from 'vitest';
import { districtUnits, UnknownDistrict } from '../../../shared/summary/district-units.ts';
import { duePeriods } from '../../../shared/summary/due-periods.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { partialPercent, submission } from '../../../shared/summary/submission.ts';
import { catalog, element, form, observation, organisation, summaryInput } from './district.ts';

const of = (input: SummaryInput) => submission(input, districtUnits(input));

/** Three schools and a kindergarten; form f: four values, once a year. */
const four = catalog({
  forms: [form('f')],
  elements: ['f.a', 'f.b', 'f.c', 'f.d'].map((code) => element(code, 'f')),
});
const year = '2024/25';

describe('submission', () => {
  it('counts answers by unit and by form', () => {
    const input = summaryInput({
      catalog: four,
      register: {
        organisations: [
          organisation('s1'),
          organisation('s2'),
          organisation('s3'),
          organisation('k1', { types: ['preschool'] }),
        ],
        districts: summaryInput().register.districts,
      },
      observations: [
        ...['f.a', 'f.b', 'f.c', 'f.d'].map((code) => observation('s1', code, year)),
        observation('s2', 'f.a', year),
        observation('s2', 'f.b', year, 'no_data'),
        observation('s2', 'f.c', year, 'not_applicable'),
        observation('s2', 'f.d', year, 'rejected'),
        observation('s3', 'f.a', year, 'not_reported'),
        observation('elsewhere', 'f.a', year),
      ],
    });
    const found = of(input);
    expect(found.rows.map((r) => [r.unit, r.cells.map((c) => c.state)])).toEqual([
      ['s1', ['complete']],
      ['s2', ['partial']],
      ['s3', ['none']],
    ]);
    // s1: 4 of 4; s2: a and b of a, b, d (c leaves); s3: 0 of 4
    expect(found.forms).toEqual([
      {
        code: 'f',
        title: 'Форма f',
        expected: 11,
        received: 6,
        noData: 1,
        rejected: 1,
        notApplicable: 1,
        percent: 600 / 11,
        units: 3,
        complete: 1,
      },
    ]);
    expect(partialPercent(found.rows[1]!.cells[0]!)).toBe(66);
  });

  it('never shows a form that is not whole as 100 %, nor one begun as 0 %', () => {
    const counts = { noData: 0, rejected: 0, notApplicable: 0 };
    expect(partialPercent({ ...counts, expected: 1000, received: 999 })).toBe(99);
    expect(partialPercent({ ...counts, expected: 1000, received: 1 })).toBe(1);
    expect(partialPercent({ ...counts, expected: 1000, received: 0 })).toBe(0);
  });

  it('waits until the deadline, unless the unit has answered', () => {
    const input = summaryInput({
      catalog: catalog({
        forms: [form('f', { due: '06-10' })],
        elements: [element('f.a', 'f'), element('f.b', 'f')],
      }),
      observations: [observation('s1', 'f.a', year)],
    });
    const states = (date: string) => of({ ...input, date }).rows.map((r) => r.cells[0]!.state);
    expect(states('2025-06-10')).toEqual(['partial', 'waiting', 'waiting']);
    expect(states('2025-06-11')).toEqual(['partial', 'none', 'none']);
    expect(of({ ...input, date: '2024-12-15' }).forms[0]).toMatchObject({
      units: 1,
      percent: 50,
      nextDue: '2025-06-10',
    });
  });

  it('tells a draft from nothing, and gives the latest day of submission', () => {
    const input = summaryInput({
      catalog: four,
      sources: [
        { path: 's1.xlsx', unit: 's1', status: 'draft' },
        { path: 's2.xlsx', unit: 's2', status: 'submitted', submittedOn: '2024-10-02' },
        { path: 's2-2.xlsx', unit: 's2', status: 'submitted', submittedOn: '2024-10-21' },
      ],
    });
    expect(of(input).rows.map((r) => [r.state, r.submittedOn])).toEqual([
      ['draft', undefined],
      ['none', '2024-10-21'],
      ['none', undefined],
    ]);
  });

  it('does not miss optional values of a breakdown', () => {
    const input = summaryInput({
      catalog: catalog({
        forms: [form('f')],
        elements: [element('f.a', 'f', { dims: ['subject'], required: false })],
      }),
      observations: [observation('s1', 'f.a.ru', year)],
    });
    expect(of(input).rows.map((r) => r.state)).toEqual(['complete', 'waiting', 'waiting']);
    expect(of(input).forms[0]).toMatchObject({ expected: 1, received: 1, units: 1 });
  });

  it('puts district forms into the row of the district, forms in printing order', () => {
    const input = summaryInput({
      catalog: catalog({
        forms: [
          form('late', { order: 2 }),
          form('d', { level: 'district', order: 1, orgTypes: [] }),
          form('nobody', { orgTypes: ['preschool'] }),
        ],
        elements: [
          element('late.a', 'late'),
          element('d.a', 'd', { level: 'district' }),
          element('nobody.a', 'nobody'),
        ],
      }),
      observations: [observation('gor', 'd.a', year)],
    });
    const found = of(input);
    expect(found.forms.map((f) => f.code)).toEqual(['d', 'late']);
    expect(found.rows.map((r) => [r.unit, ...r.cells.map((c) => c.state)])).toEqual([
      ['gor', 'complete', 'not_owed'],
      ['s1', 'not_owed', 'none'],
      ['s2', 'not_owed', 'none'],
      ['s3', 'not_owed', 'none'],
    ]);
  });

  it('throws for a district the register does not hold', () => {
    expect(() => of(summaryInput({ district: 'nowhere' }))).toThrow(UnknownDistrict);
  });
});

describe('duePeriods', () => {
  const nobody = { byUnit: () => false, byAnyone: () => false };
  const keys = (periods: readonly { readonly key: string }[]) => periods.map((p) => p.key.slice(8));

  it('asks for quarters that have begun', () => {
    const { due, waiting } = duePeriods({ frequency: 'school_quarter', due: '' }, year, '2024-12-15', nobody);
    expect([keys(due), keys(waiting)]).toEqual([['q1', 'q2'], []]);
  });

  it('asks for stages by their own deadlines', () => {
    const stages = { frequency: 'stage', due: '10-25 01-31 06-10' } as const;
    const at = (date: string) => duePeriods(stages, year, date, nobody);
    expect(keys(at('2024-10-25').due)).toEqual([]);
    expect(keys(at('2024-10-26').due)).toEqual(['start']);
    expect(at('2024-10-26').nextDue).toBe('2025-01-31');
    expect(keys(at('2025-06-11').due)).toEqual(['start', 'middle', 'end']);
  });

  it('asks for later stages without a deadline once anyone has answered or the year is over', () => {
    const stages = { frequency: 'stage', due: '' } as const;
    expect(keys(duePeriods(stages, year, '2025-05-01', nobody).due)).toEqual(['start']);
    const answered = { byUnit: () => false, byAnyone: (p: string) => p.endsWith(':middle') };
    expect(keys(duePeriods(stages, year, '2025-05-01', answered).due)).toEqual(['start', 'middle']);
    expect(keys(duePeriods(stages, year, '2025-09-01', nobody).due)).toEqual(['start', 'middle', 'end']);
  });
});
