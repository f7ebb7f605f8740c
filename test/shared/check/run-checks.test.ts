import { describe, expect, test } from 'vitest';
import { withRejected } from '../../../shared/check/reject.ts';
import { runChecks } from '../../../shared/check/run-checks.ts';
import { columnsOf } from '../../../shared/indicator/columns.ts';
import { evaluate } from '../../../shared/indicator/evaluate.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import { type SmallCatalog, smallCatalog } from '../../fixtures/small-catalog.ts';
import { cells, line } from '../../fixtures/small-figures.ts';
import { organisation, register } from '../../fixtures/small-register.ts';

const units = register([organisation('s1'), organisation('s2', { types: ['preschool'] })]);

function check(small: Partial<SmallCatalog>, text: string) {
  const catalog = smallCatalog({ elements: { a: {}, b: {}, c: {} }, ...small });
  const all = cells(text);
  const observations = columnsOf(units, catalog, all);
  const evaluation = { catalog, observations, date: '2025-05-31' };
  const outcome = runChecks(evaluation, (unit, element, period) => {
    const at = all.findIndex(
      (c) => c.unit === unit && c.element === element && c.period === period && c.status !== 'not_reported',
    );
    return at < 0 ? undefined : { file: 'x.csv', line: at + 1 };
  });
  return {
    issues: outcome.issues.map(
      (i) =>
        `${i.severity} ${i.code} L${i.place.line} ${i.organisation} ${i.element} ${i.params?.left}:${i.params?.right}`,
    ),
    texts: outcome.issues.map((i) => issueText(i).text),
    rejected: outcome.rejected.map((r) => `${r.unit} ${r.element} ${r.period}`),
    after: () =>
      evaluate({ ...evaluation, observations: withRejected(observations, catalog, outcome.rejected) }),
  };
}

const part = { check: 'check.part_over_whole', left: 'a', op: '<=', right: 'b' } as const;

describe('runChecks', () => {
  test('an error names both values and rejects every value in left, nothing in right', () => {
    const { issues, rejected } = check({ checks: [{ ...part, left: 'a + c' }] }, 's1 a 3\ns1 b 4\ns1 c 2');
    expect(issues).toEqual(['error check.part_over_whole L1 s1 a 5:4']);
    expect(rejected).toEqual(['s1 a 2024/25', 's1 c 2024/25']);
  });
  test.each([['s1 a 3\ns1 b 3'], ['s1 a 3'], ['s1 a 3\ns1 b н/д'], ['s1 a x\ns1 b 1']])(
    '%j is no violation',
    (text) => {
      expect(check({ checks: [part] }, text).issues).toEqual([]);
    },
  );
  test('a warning rejects nothing', () => {
    const { issues, rejected } = check({ checks: [{ ...part, severity: 'warning' }] }, 's1 a 3\ns1 b 1');
    expect(issues).toHaveLength(1);
    expect(rejected).toEqual([]);
  });
  test('decimals are compared exactly', () => {
    const sum = { check: 'check.sum', left: 'a + b', op: '=', right: 'c' } as const;
    expect(check({ checks: [sum] }, 's1 a 0.1\ns1 b 0.2\ns1 c 0.3').issues).toEqual([]);
  });
  test('a stray is not checked', () => {
    const small = { elements: { a: { orgTypes: ['school'] }, b: {} }, checks: [part] };
    expect(check(small, 's2 a 3\ns2 b 1').issues).toEqual([]);
    expect(check(small, 's1 a 3\ns1 b 1').issues).toHaveLength(1);
  });
  test('per combination of the members that all inputs have, the others summed', () => {
    const small: Partial<SmallCatalog> = {
      dimensions: { grade: ['g4', 'g5'], subject: ['ru', 'ma'] },
      elements: { a: { dims: ['subject', 'grade'] }, b: { dims: ['grade'] } },
      checks: [part],
    };
    const text = 's1 a.ru.g4 2\ns1 a.ma.g4 2\ns1 b.g4 3\ns1 a.ru.g5 1\ns1 a.ma.g5 1\ns1 b.g5 2';
    const { issues, rejected } = check(small, text);
    expect(issues).toEqual(['error check.part_over_whole L1 s1 a.ru.g4 4:3']);
    expect(rejected).toEqual(['s1 a.ma.g4 2024/25', 's1 a.ru.g4 2024/25']);
  });
  test('all see the same values: the order of checks does not matter', () => {
    const other = { check: 'check.sum', left: 'b', op: '<=', right: 'c' } as const;
    const text = 's1 a 5\ns1 b 4\ns1 c 3';
    const forth = check({ checks: [part, other] }, text);
    const back = check({ checks: [other, part] }, text);
    expect(forth.rejected).toEqual(['s1 a 2024/25', 's1 b 2024/25']);
    expect(back.rejected).toEqual(forth.rejected);
  });
  test('across periods: prev names the value before and keeps it', () => {
    const grow = { check: 'check.decreased', left: 'a', op: '>=', right: 'prev(a)' } as const;
    const { issues, rejected } = check({ checks: [grow] }, 's1 a@2023/24 5\ns1 a 4');
    expect(issues).toEqual(['error check.decreased L2 s1 a 4:5']);
    expect(rejected).toEqual(['s1 a 2024/25']);
  });
  test('a jump names the value of both periods, not the sides of the inequality', () => {
    const jump = {
      check: 'check.jump',
      severity: 'warning',
      left: 'max(a - prev(a), prev(a) - a)',
      right: '0.2 * prev(a) + 1',
      message: 'Скачок.',
    } as const;
    expect(check({ checks: [jump] }, 's1 a@2023/24 100\ns1 a 60').texts).toEqual([
      'Скачок. Было 100 (2023/24 учебный год), стало 60 (2024/25 учебный год).',
    ]);
    expect(check({ checks: [jump] }, 's1 a@2023/24 100\ns1 a 121').issues).toEqual([]);
    expect(check({ checks: [jump] }, 's1 a@2023/24 100\ns1 a 122').rejected).toEqual([]);
  });
  test('only where its scope holds', () => {
    const scoped = { ...part, scope: 'programmes has СОО' };
    expect(check({ checks: [scoped] }, 's1 a 3\ns1 b 1').issues).toEqual([]);
    expect(
      check({ checks: [{ ...part, scope: 'programmes has ООО' }] }, 's1 a 3\ns1 b 1').issues,
    ).toHaveLength(1);
  });
  test('only in its school years', () => {
    expect(check({ checks: [{ ...part, validFrom: '2025/26' }] }, 's1 a 3\ns1 b 1').issues).toEqual([]);
    expect(check({ checks: [{ ...part, validTo: '2024/25' }] }, 's1 a 3\ns1 b 1').issues).toHaveLength(1);
  });
  test('rejected values reach no figure', () => {
    const { after } = check(
      { checks: [part], indicators: [{ code: 'i', kind: 'share', numerator: 'a', denominator: 'b' }] },
      's1 a 3\ns1 b 1\ns2 a 1\ns2 b 2',
    );
    expect([...after().rows()].map(line)).toEqual([
      'i d1 2024/25 = 50 (1/2) 1 of 2',
      'i s1 2024/25 ! rejected 0 of 1',
      'i s2 2024/25 = 50 (1/2) 1 of 1',
      'i r1 2024/25 = 50 (1/2) 1 of 2',
    ]);
  });
});
