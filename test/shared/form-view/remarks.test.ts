import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concreteCodes } from '../../../shared/catalog/concrete.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { runChecks } from '../../../shared/check/run-checks.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import { formRules } from '../../../shared/form-view/form-rules.ts';
import { type AnsweredField, type Remark, remarksOf } from '../../../shared/form-view/remarks.ts';
import { ColumnsBuilder } from '../../../shared/indicator/columns.ts';
import type { ParsedCell } from '../../../shared/parse/scalar-to-value.ts';
import { periodsOfSchoolYear } from '../../../shared/period/period.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';
import { organisation, register } from '../../fixtures/small-register.ts';

/** Answers by `concrete period`. */
type Answers = ReadonlyMap<string, ParsedCell>;

const value = (n: number): ParsedCell => ({ status: 'value', value: n, issues: [] });
const periods = periodsOfSchoolYear('school_quarter', '2024/25').map(({ key }) => key);
/** The quarter before the first: of another school year, so no cell of this workbook holds it. */
const before = '2023/24:q4';

const answered = (catalog: Catalog, answers: Answers): AnsweredField[] =>
  [...catalog.elements.values()].flatMap((element) =>
    concreteCodes(catalog, element).flatMap((code) =>
      periods.flatMap((period): AnsweredField[] => {
        const parsed = answers.get(`${code} ${period}`);
        if (!parsed) return [];
        const at = { rowKey: '', columnKey: '', row: 1, column: 1, memberTitles: [], members: [] };
        const id = `${code}@${period}`;
        const field: FormField = { ...at, id, code, element, period, scalar: { type: 'empty' } };
        return [{ field, parsed, text: String(parsed.value ?? '') }];
      }),
    ),
  );

/** What the page says of a form in a period. */
function said(catalog: Catalog, answers: Answers, period: string, form = 'f'): Remark[] {
  const earlier = [...answers].flatMap(([key, { status, value: given }]) => {
    const [element = '', of = ''] = key.split(' ');
    return of === before && given !== undefined
      ? [{ unit: 's1', element, period: of, status, value: given }]
      : [];
  });
  const unit = { code: 's1', register: register([organisation('s1')]), earlier, isDefined: true };
  return remarksOf({
    rules: formRules(catalog, form),
    unit,
    period,
    answers: answered(catalog, answers),
  });
}

const shown = (remarks: readonly Remark[]): string[] =>
  remarks.map(({ severity, text }) => `${severity} ${text}`).sort();

/** All issues of the nightly run. */
function byNight(catalog: Catalog, answers: Answers) {
  const builder = new ColumnsBuilder(register([organisation('s1')]), catalog);
  for (const [key, { status, value: given }] of answers) {
    const [element = '', of = ''] = key.split(' ');
    builder.add({ unit: 's1', element, period: of, status, ...(given !== undefined && { value: given }) });
  }
  return runChecks({ catalog, observations: builder.build(), date: '9999-12-31' }, () => undefined).issues;
}

/** Sides of checks, and which forms they read now and which they read a period back. */
const sides: Readonly<Record<string, readonly [now: string, back: string]>> = {
  a: ['f', ''],
  'a + b': ['f', ''],
  'd.x + d.y': ['f', ''],
  'any_of(a, b)': ['f', ''],
  'if(a > 2, b, d)': ['f', ''],
  'a / b': ['f', ''],
  'a + o': ['fg', ''],
  o: ['g', ''],
  'e + d': ['fg', ''],
  'any_of(o, b)': ['fg', ''],
  'prev(a) + 2': ['', 'f'],
  'prev(o)': ['', 'g'],
  'share * 1': ['fg', ''],
  'growth + 1': ['g', 'g'],
  'prev(share)': ['', 'fg'],
  '5': ['', ''],
};
const inOrder = Object.keys(sides);

interface Rule {
  readonly left: string;
  readonly right: string;
  readonly op: string;
  readonly severity: string;
}

const anyRule: fc.Arbitrary<Rule> = fc.record({
  left: fc.constantFrom(...inOrder.filter((side) => side !== '5')),
  op: fc.constantFrom('<=', '>=', '=', '<>'),
  right: fc.constantFrom(...inOrder),
  severity: fc.constantFrom('error', 'warning'),
});

const catalogOf = (rules: readonly Rule[]): Catalog =>
  smallCatalog({
    forms: { f: { frequency: 'school_quarter' }, g: { frequency: 'school_quarter' } },
    dimensions: { m: ['x', 'y'] },
    elements: {
      a: {},
      b: { resets: 'school_year' },
      d: { dims: ['m'] },
      e: { dims: ['m'], form: 'g' },
      o: { form: 'g' },
    },
    indicators: [
      { code: 'share', kind: 'share', numerator: 'o', denominator: 'a + o' },
      { code: 'growth', kind: 'change', numerator: 'o' },
    ],
    checks: rules.map((rule, i) => ({
      ...rule,
      check: 'check.sum',
      code: `c${i}`,
      message: `Правило ${i}.`,
    })) as never,
  });

/** Whether a rule looks at a form's answers of a period when it is held at another one. */
function looksAt({ left, right }: Rule, form: string, held: string, period: string): boolean {
  const [now, back] = [0, 1].map((at) => [left, right].some((side) => sides[side]![at]!.includes(form)));
  const at = periods.indexOf(held);
  return (now === true && held === period) || (back === true && at > 0 && periods[at - 1] === period);
}

const anyAnswer: fc.Arbitrary<ParsedCell> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 6 }).map(value) },
  fc.constantFrom<ParsedCell>(
    { status: 'no_data', issues: [] },
    { status: 'not_applicable', issues: [] },
    { status: 'rejected', issues: [] },
  ),
);

const keys = ['a', 'b', 'd.x', 'd.y', 'e.x', 'e.y', 'o'].flatMap((code) =>
  [before, ...periods].map((period) => `${code} ${period}`),
);
const anyAnswers: fc.Arbitrary<Answers> = fc
  .array(fc.option(anyAnswer, { freq: 8 }), { minLength: keys.length, maxLength: keys.length })
  .map(
    (list) =>
      new Map(
        keys.flatMap((key, i) => {
          const answer = list[i];
          // of the year before only what counted is known
          const isKept = answer && (!key.endsWith(before) || answer.status === 'value');
          return isKept ? [[key, answer] as const] : [];
        }),
      ),
  );

describe('remarks of a form', () => {
  it('are those of the nightly run that look at it: in other forms, in other periods, through indicators', () => {
    let count = 0;
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 5 }),
        anyAnswers,
        fc.constantFrom(...periods),
        fc.constantFrom('f', 'g'),
        (rules, answers, period, form) => {
          const catalog = catalogOf(rules);
          const expected = byNight(catalog, answers)
            .filter(({ params, period: held = '', code }) => {
              if (code === 'check.decreased')
                return form === 'f' && [held, params?.beforePeriod].includes(period);
              return looksAt(rules[Number(`${params?.rule}`.slice(1))]!, form, held, period);
            })
            .map((issue) => `${issue.severity ?? 'warning'} ${issueText(issue).text}`);
          count += expected.length;
          expect(shown(said(catalog, answers, period, form))).toEqual(expected.sort());
        },
      ),
      { numRuns: 120 },
    );
    expect(count).toBeGreaterThan(40);
  });

  it('say nothing where a side is missing', () => {
    const catalog = smallCatalog({
      forms: { f: { frequency: 'school_quarter' }, g: { frequency: 'school_quarter' } },
      elements: { a: {}, other: { form: 'g' } },
      checks: [{ check: 'check.sum', left: 'a', right: 'other', op: '=' }],
    });
    const own = new Map([['a 2024/25:q1', value(5)]]);
    expect(said(catalog, own, '2024/25:q1')).toEqual([]);
    const both = new Map([...own, ['other 2024/25:q1', value(4)] as const]);
    expect(said(catalog, both, '2024/25:q1')).toMatchObject([
      {
        fields: ['a@2024/25:q1'],
        compared: [
          { element: 'a', text: '5' },
          { element: 'other', text: '4' },
        ],
      },
    ]);
    // seen from the other form it is the same remark
    expect(said(catalog, both, '2024/25:q1', 'g')).toMatchObject([{ fields: ['other@2024/25:q1'] }]);
    expect(said(catalog, both, '2024/25:q2')).toEqual([]);
  });

  it('name the value of the year before, which stands in no cell', () => {
    const catalog = smallCatalog({
      forms: { f: { frequency: 'school_quarter' } },
      elements: { a: {} },
      checks: [{ check: 'check.jump', left: 'a - prev(a)', right: '10', severity: 'warning', message: '' }],
    });
    const answers = new Map([
      [`a ${before}`, value(7)],
      ['a 2024/25:q1', value(20)],
      ['a 2024/25:q2', value(50)],
    ]);
    const [first, second] = said(catalog, answers, '2024/25:q1');
    expect(first).toMatchObject({
      severity: 'warning',
      fields: ['a@2024/25:q1'],
      compared: [
        { period: '2024/25:q1', text: '20' },
        { period: before, text: '7' },
      ],
    });
    expect(first!.compared[1]!.answered).toBeUndefined();
    expect(first!.text).toContain('Было 7');
    // the next quarter is held against this one
    expect(second!.compared.map(({ period }) => period)).toEqual(['2024/25:q2', '2024/25:q1']);
  });

  it('name what fell since the last known period', () => {
    const catalog = smallCatalog({
      forms: { f: { frequency: 'school_quarter' } },
      elements: { a: { resets: 'school_year' } },
    });
    const answers = new Map([
      ['a 2024/25:q1', value(7)],
      ['a 2024/25:q3', value(6)],
    ]);
    const [only, ...more] = shown(said(catalog, answers, '2024/25:q3'));
    expect(more).toEqual([]);
    expect(only).toMatch(/^warning .*Было 7 .*, стало 6 /);
    expect(shown(said(catalog, answers, '2024/25:q1'))).toEqual([only]);
    expect(said(catalog, answers, '2024/25:q2')).toEqual([]);
  });
});

describe('the rules of a form', () => {
  it('hold nothing but what its checks look at', () => {
    const catalog = catalogOf([
      { left: 'a', right: 'share * 1', op: '<=', severity: 'error' },
      { left: 'o', right: '5', op: '<=', severity: 'error' },
      { left: 'a', right: 'b', op: '<=', severity: 'error' },
    ]);
    const f = formRules(catalog, 'f');
    expect([f.catalog.checks.length, f.others.map(({ code }) => code)]).toEqual([2, ['o']]);
    expect([...f.catalog.elements.keys()].sort()).toEqual(['a', 'b', 'd', 'o']);
    const g = formRules(catalog, 'g');
    expect([g.catalog.checks.length, g.others.map(({ code }) => code)]).toEqual([2, ['a']]);
  });
});
