import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../../../shared/check/run-checks.ts';
import { columnsOf } from '../../../shared/indicator/columns.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import { type SmallCatalog, smallCatalog } from '../../fixtures/small-catalog.ts';
import { cells } from '../../fixtures/small-figures.ts';
import { organisation, register } from '../../fixtures/small-register.ts';

const units = register([organisation('s1'), organisation('s2', { types: ['preschool'] })]);

function falls(text: string, given: Partial<SmallCatalog> = {}) {
  const catalog = smallCatalog({
    forms: { f: { frequency: 'school_quarter' } },
    elements: { a: { resets: 'school_year' } },
    ...given,
  });
  const all = cells(text);
  const evaluation = { catalog, observations: columnsOf(units, catalog, all), date: '2025-05-31' };
  const placeOf = (unit: string, element: string, period: string) => {
    const at = all.findIndex((c) => c.unit === unit && c.element === element && c.period === period);
    return at < 0 ? undefined : { file: 'x.csv', line: at + 1 };
  };
  return runChecks(evaluation, placeOf).issues;
}

const short = (text: string, given: Partial<SmallCatalog> = {}): string[] =>
  falls(text, given).map(
    ({ code, place, organisation: unit, element, period, params }) =>
      `${code} L${place.line} ${unit} ${element} ${params?.before}@${params?.beforePeriod} → ${params?.now}@${period}`,
  );

const calendar: Partial<SmallCatalog> = { elements: { a: { resets: 'calendar_year' } } };
const months: Partial<SmallCatalog> = {
  forms: { f: { frequency: 'month' } },
  elements: { a: { resets: 'calendar_year' } },
};

describe('cumulative elements', () => {
  test.each<[string, string, string[], Partial<SmallCatalog>?]>([
    [
      'a fall names both values and both periods',
      's1 a@2024/25:q1 5\ns1 a@2024/25:q2 4',
      ['check.decreased L2 s1 a 5@2024/25:q1 → 4@2024/25:q2'],
    ],
    ['staying and growing are fine', 's1 a@2024/25:q1 5\ns1 a@2024/25:q2 5\ns1 a@2024/25:q3 6', []],
    [
      'a gap hides no fall',
      's1 a@2024/25:q1 5\ns1 a@2024/25:q4 4',
      ['check.decreased L2 s1 a 5@2024/25:q1 → 4@2024/25:q4'],
    ],
    [
      'an empty or unknown period between hides none',
      's1 a@2024/25:q1 5\ns1 a@2024/25:q2 н/д\ns1 a@2024/25:q3 3',
      ['check.decreased L3 s1 a 5@2024/25:q1 → 3@2024/25:q3'],
    ],
    [
      'after a fall the lower value counts: one mistake is reported once',
      's1 a@2024/25:q1 9\ns1 a@2024/25:q2 2\ns1 a@2024/25:q3 3',
      ['check.decreased L2 s1 a 9@2024/25:q1 → 2@2024/25:q2'],
    ],
    ['a new school year starts from zero', 's1 a@2023/24:q4 9\ns1 a@2024/25:q1 1', []],
    [
      'a calendar year starts in January',
      's1 a@2024/25:q2 9\ns1 a@2024/25:q3 1\ns1 a@2024/25:q4 0',
      ['check.decreased L3 s1 a 1@2024/25:q3 → 0@2024/25:q4'],
      { forms: { f: { frequency: 'school_quarter' } }, ...calendar },
    ],
    [
      'months of a calendar year cross the school year',
      's1 a@2025-08 7\ns1 a@2025-09 6\ns1 a@2026-01 1',
      ['check.decreased L2 s1 a 7@2025-08 → 6@2025-09'],
      months,
    ],
    [
      'stages of a school year in the order start, middle, end',
      's1 a@2024/25:start 1\ns1 a@2024/25:middle 3\ns1 a@2024/25:end 2',
      ['check.decreased L3 s1 a 3@2024/25:middle → 2@2024/25:end'],
      { forms: { f: { frequency: 'stage' } } },
    ],
    [
      'a stage lies in no calendar year',
      's1 a@2024/25:start 3\ns1 a@2024/25:end 1',
      [],
      { forms: { f: { frequency: 'stage' } }, ...calendar },
    ],
    ['whole years are no parts of a year', 's1 a@2023/24 9\ns1 a@2024/25 1', [], { forms: {} }],
    [
      'without `resets` nothing is cumulative',
      's1 a@2024/25:q1 5\ns1 a@2024/25:q2 4',
      [],
      { elements: { a: {} } },
    ],
    [
      'a stray accuses nobody',
      's2 a@2024/25:q1 5\ns2 a@2024/25:q2 4',
      [],
      { elements: { a: { resets: 'school_year', orgTypes: ['school'] } } },
    ],
    [
      'every concrete code by itself',
      's1 a.g4@2024/25:q1 5\ns1 a.g5@2024/25:q1 1\ns1 a.g4@2024/25:q2 6\ns1 a.g5@2024/25:q2 0',
      ['check.decreased L4 s1 a.g5 1@2024/25:q1 → 0@2024/25:q2'],
      { dimensions: { grade: ['g4', 'g5'] }, elements: { a: { resets: 'school_year', dims: ['grade'] } } },
    ],
    [
      'a value that an error rejects is no base',
      's1 a@2024/25:q1 9\ns1 b@2024/25:q1 3\ns1 a@2024/25:q2 2',
      ['check.part_over_whole L1 s1 a undefined@undefined → undefined@2024/25:q1'],
      {
        elements: { a: { resets: 'school_year' }, b: {} },
        checks: [{ check: 'check.part_over_whole', left: 'a', right: 'b' }],
      },
    ],
  ])('%s', (_, text, expected, given) => {
    expect(short(text, { forms: { f: { frequency: 'school_quarter' } }, ...given })).toEqual(expected);
  });

  test('one issue for each value below the known one before it, whatever is missing between', () => {
    const value = fc.option(fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 4, maxLength: 4 }), (values) => {
        const text = values.map((v, i) => `s1 a@2024/25:q${i + 1} ${v ?? 'н/д'}`).join('\n');
        const known = values.filter((v) => v !== null);
        const expected = known.filter((v, i) => i > 0 && v < known[i - 1]!).length;
        expect(falls(text)).toHaveLength(expected);
      }),
    );
  });

  test('says what was and what is, and what to do', () => {
    const [issue] = falls('s1 a@2024/25:q1 12\ns1 a@2024/25:q3 1.5', {
      elements: { a: { resets: 'school_year', type: 'decimal1' } },
    });
    expect(issueText(issue!)).toEqual({
      text: 'Значение с нарастающим итогом стало меньше, чем было раньше в том же году. Было 12 (1 четверть, 2024/25), стало 1,5 (3 четверть, 2024/25).',
      todo: 'Введите итог с начала года, а не за последний период. Если неверно прежнее значение, исправьте его.',
    });
  });
});
