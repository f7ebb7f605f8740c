import { type Case, rowsOf, workspaceOf } from './case.ts';

const count = (numerator: string, more = {}) => ({ kind: 'count', numerator, ...more });
const mean = (numerator: string, denominator: string, more = {}) => ({
  kind: 'mean',
  numerator,
  denominator,
  ...more,
});
const share = (numerator: string, denominator: string, more = {}) => ({
  kind: 'share',
  numerator,
  denominator,
  ...more,
});

/**
 * Hand-worked cases, one or more for each bullet of evaluation.md. The arithmetic stands beside the numbers; intervals
 * were computed with 40-digit decimals. Both the reference and the engine are held against this table.
 */
export const cases: readonly Case[] = [
  {
    of: 'Kinds, intervals (contracts §1): share, Wilson of 7/10; above 100 % and fractions have none',
    workspace: workspaceOf({
      elements: { n: { type: 'decimal1' }, d: {} },
      indicators: { s: share('n', 'd') },
      organisations: { a: {}, b: {}, c: {} },
      // a 7/10 = 70 %; b 6/5 = 120 %; c 0,5/4 = 12,5 %; together 13,5/19 = 71,0526… %
      typed: {
        'a 2024/25': { n: '7', d: '10' },
        'b 2024/25': { n: '6', d: '5' },
        'c 2024/25': { n: '0,5', d: '4' },
      },
    }),
    expected: rowsOf([
      's a 2024/25 = 70 | 7 / 10 | 1 of 1 || 39.677814746114535..89.220873259369897',
      's b 2024/25 = 120 | 6 / 5 | 1 of 1',
      's c 2024/25 = 12.5 | 0.5 / 4 | 1 of 1',
      's d1,r1 2024/25 = 71.05263157894737 | 13.5 / 19 | 3 of 3',
    ]),
  },
  {
    of: 'presence: n ∈ {0, 1}, d = 1 at the organisation, a percentage above',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: { p: { kind: 'presence', numerator: 'n' } },
      organisations: { a: {}, b: {} },
      typed: { 'a 2024/25': { n: '3' }, 'b 2024/25': { n: '0' } },
    }),
    expected: rowsOf([
      'p a 2024/25 = 100 | 1 / 1 | 1 of 1 || 20.654931437723743..100',
      'p b 2024/25 = 0 | 0 / 1 | 1 of 1 || 0..79.345068562276257',
      'p d1,r1 2024/25 = 50 | 1 / 2 | 2 of 2 || 9.453120573423073..90.546879426576927',
    ]),
  },
  {
    of: 'index: of its own level, not rolled up; group: a heading, no rows',
    workspace: workspaceOf({
      elements: { n: {}, d: {}, dn: { level: 'district' }, dd: { level: 'district' } },
      indicators: {
        x: { kind: 'index', numerator: 'n', denominator: 'd' },
        y: { kind: 'index', numerator: 'dn', denominator: 'dd', factor: '10' },
        g: { kind: 'group' },
      },
      organisations: { a: {} },
      // 3/4 at the organisation; 10 × 1/8 at the district
      typed: { 'a 2024/25': { n: '3', d: '4' }, 'd1 2024/25': { dn: '1', dd: '8' } },
    }),
    expected: rowsOf(['x a 2024/25 = 0.75 | 3 / 4 | 1 of 1', 'y d1 2024/25 = 1.25 | 1 / 8 | 1 of 1']),
  },
  {
    of: 'Conditions: words of a column, text, numbers; empty is missing; unknown does not hold; flags are unknown here',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: {
        i1: count('n', { scope: 'type has preschool and programmes has СОО' }),
        i2: count('n', { scope: 'place <> "село"' }),
        i3: count('n', { scope: 'size > 100 or flag(low_results)' }),
        i4: count('n', { scope: 'not (place = "село")' }),
        i5: count('n', { scope: 'flag(low_results)' }),
      },
      // the place of b is empty: neither a village nor not a village; 90 > 100 or unknown = unknown
      organisations: {
        a: { type: 'school preschool', programmes: 'НОО СОО', place: 'город', size: '120' },
        b: { type: 'school', place: '', size: '90' },
      },
      typed: { 'a 2024/25': { n: '4' }, 'b 2024/25': { n: '5' } },
    }),
    expected: rowsOf(['i1', 'i2', 'i3', 'i4'].map((i) => `${i} a,d1,r1 2024/25 = 4 | 4 / - | 1 of 1`)),
  },
  {
    of: 'Booleans: a condition as a number is 1 or 0, a number as a condition holds when it is not 0',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: { i1: count('(n > 2) + 1'), i2: count('if(n - 3, 10, 20)'), i3: count('not n') },
      organisations: { a: {}, b: {} },
      // a: (3 > 2) + 1 = 2, 3 − 3 = 0 → 20, not 3 = 0. b: (1 > 2) + 1 = 1, 1 − 3 = −2 → 10, 0.
      typed: { 'a 2024/25': { n: '3' }, 'b 2024/25': { n: '1' } },
    }),
    expected: rowsOf([
      'i1 a 2024/25 = 2 | 2 / - | 1 of 1',
      'i1 b 2024/25 = 1 | 1 / - | 1 of 1',
      'i1 d1,r1 2024/25 = 3 | 3 / - | 2 of 2',
      'i2 a 2024/25 = 20 | 20 / - | 1 of 1',
      'i2 b 2024/25 = 10 | 10 / - | 1 of 1',
      'i2 d1,r1 2024/25 = 30 | 30 / - | 2 of 2',
      'i3 a,b 2024/25 = 0 | 0 / - | 1 of 1',
      'i3 d1,r1 2024/25 = 0 | 0 / - | 2 of 2',
    ]),
  },
  {
    of: 'any_of: the greatest known argument; owed by a unit that owes one; not applicable when all it owes are',
    workspace: workspaceOf({
      elements: { n: {}, d: { applies_if: 'size > 100' } },
      indicators: { i: count('any_of(n, d)') },
      organisations: { a: { size: '50' }, b: { size: '120' }, c: { size: '50' }, e: { size: '120' } },
      // a owes n alone and left it out (its d is a stray); b: only d known, 2; c: all it owes is x; e: max(3, 2)
      typed: {
        'a 2024/25': { d: '9' },
        'b 2024/25': { n: 'x', d: '2' },
        'c 2024/25': { n: 'x' },
        'e 2024/25': { n: '3', d: '2' },
      },
    }),
    expected: rowsOf([
      'i a 2024/25 = - | - | 0 of 1 | not_reported',
      'i b 2024/25 = 2 | 2 / - | 1 of 1',
      'i c 2024/25 = - | - | 0 of 0 | not_applicable',
      'i e 2024/25 = 3 | 3 / - | 1 of 1',
      'i d1,r1 2024/25 = 5 | 5 / - | 2 of 3',
    ]),
  },
  {
    of: 'if: needs only the branch taken; expected asks for the inputs of both; if(unknown) is missing',
    workspace: workspaceOf({
      elements: { n: {}, y: {}, z: { applies_if: 'size > 100' } },
      indicators: { i: count('if(n > 0, y, z)') },
      organisations: { a: { size: '120' }, b: { size: '50' }, c: { size: '120' } },
      // a: n = 1 → y = 7 though z is н/д; b does not owe z: no row; c: n unknown
      typed: {
        'a 2024/25': { n: '1', y: '7', z: 'н/д' },
        'b 2024/25': { n: '1', y: '8' },
        'c 2024/25': { n: 'н/д', y: '1', z: '2' },
      },
    }),
    expected: rowsOf([
      'i a 2024/25 = 7 | 7 / - | 1 of 1',
      'i c 2024/25 = - | - | 0 of 1 | no_data',
      'i d1,r1 2024/25 = 7 | 7 / - | 1 of 2',
    ]),
  },
  {
    of: 'Division by zero inside an expression: zero_denominator, that side counts as not given',
    workspace: workspaceOf({
      elements: { n: {}, m: {}, d: {} },
      indicators: { i: mean('n / m', 'd') },
      organisations: { a: {}, b: {} },
      // a: 1/0 inside → not given, nothing printed; b: n 6/3 = 2, d = 0 → given, but the ratio has no value
      typed: { 'a 2024/25': { n: '1', m: '0', d: '4' }, 'b 2024/25': { n: '6', m: '3', d: '0' } },
    }),
    expected: rowsOf([
      'i a 2024/25 = - | - | 0 of 1 | zero_denominator',
      'i b 2024/25 = - | 2 / 0 | 1 of 1 | zero_denominator',
      'i d1,r1 2024/25 = - | 2 / 0 | 1 of 2 | zero_denominator',
    ]),
  },
  {
    of: 'Factor: 1 by default, inside numerator = value for count, multiplied before dividing for mean',
    workspace: workspaceOf({
      elements: { n: {}, d: {} },
      indicators: {
        i1: count('n', { factor: '2' }),
        i2: mean('n', 'd', { factor: '1000' }),
        i3: mean('n', 'd'),
      },
      organisations: { a: {} },
      typed: { 'a 2024/25': { n: '3', d: '8' } },
    }),
    expected: rowsOf([
      'i1 a,d1,r1 2024/25 = 6 | 6 / - | 1 of 1',
      'i2 a,d1,r1 2024/25 = 375 | 3 / 8 | 1 of 1',
      'i3 a,d1,r1 2024/25 = 0.375 | 3 / 8 | 1 of 1',
    ]),
  },
  {
    of: 'Members: kept dims make concrete codes, others are summed; x is left out (all x: not applicable), else missing',
    workspace: workspaceOf({
      dimensions: { subject: ['ru', 'ma'], grade: ['g4', 'g5'] },
      elements: { n: { dims: 'subject grade' } },
      indicators: { k: count('n', { dims: 'subject' }), t: count('n'), one: count('n.ma.g5') },
      organisations: { a: {} },
      // ru: 1 + x = 1; ma: x and x → not applicable; total: 1 alone is left of four
      typed: { 'a 2024/25': { 'n.ru.g4': '1', 'n.ru.g5': 'x', 'n.ma.g4': 'x', 'n.ma.g5': 'x' } },
    }),
    expected: rowsOf([
      'k.ma a,d1,r1 2024/25 = - | - | 0 of 0 | not_applicable',
      'k.ru a,d1,r1 2024/25 = 1 | 1 / - | 1 of 1',
      'one a,d1,r1 2024/25 = - | - | 0 of 0 | not_applicable',
      't a,d1,r1 2024/25 = 1 | 1 / - | 1 of 1',
    ]),
  },
  {
    of: 'Members: any other missing member makes the sum missing',
    workspace: workspaceOf({
      dimensions: { subject: ['ru', 'ma'] },
      elements: { n: { dims: 'subject' } },
      indicators: { t: count('n') },
      organisations: { a: {}, b: {} },
      typed: { 'a 2024/25': { 'n.ru': '1' }, 'b 2024/25': { 'n.ru': 'x', 'n.ma': 'н/д' } },
    }),
    expected: rowsOf([
      't a 2024/25 = - | - | 0 of 1 | not_reported',
      't b 2024/25 = - | - | 0 of 1 | no_data',
      't d1,r1 2024/25 = - | - | 0 of 2 | not_reported',
    ]),
  },
  {
    of: 'Frequency: gathered to the school year by to_time, over the periods begun by the date',
    workspace: workspaceOf({
      date: '2025-03-31',
      frequency: 'school_quarter',
      elements: { s: {}, l: { to_time: 'last' }, m: { to_time: 'mean' }, x: { to_time: 'max' } },
      indicators: { is: count('s'), il: count('l'), im: count('m'), ix: count('x') },
      organisations: { a: {} },
      // q1, q2, q3 have begun, q4 has not. sum 1 + 2 + ? is missing; last known 7; mean (1 + 2 + 6) / 3 = 3; greatest known 9
      typed: {
        'a 2024/25:q1': { s: '1', l: '5', m: '1', x: '3' },
        'a 2024/25:q2': { s: '2', l: '7', m: '2', x: '9' },
        'a 2024/25:q3': { m: '6', x: 'н/д' },
        'a 2024/25:q4': { s: '100', l: '100', m: '100', x: '100' },
      },
    }),
    only: { period: '2024/25' },
    expected: rowsOf([
      'il a,d1,r1 2024/25 = 7 | 7 / - | 1 of 1',
      'im a,d1,r1 2024/25 = 3 | 3 / - | 1 of 1',
      'is a,d1,r1 2024/25 = - | - | 0 of 1 | not_reported',
      'ix a,d1,r1 2024/25 = 9 | 9 / - | 1 of 1',
    ]),
  },
  {
    of: 'Frequency: rows run from the school year of the first observation (of any status) to the date',
    workspace: workspaceOf({
      date: '2024-12-31',
      frequency: 'quarter',
      elements: { n: {} },
      indicators: { i: count('n') },
      organisations: { a: {} },
      // 2024-Q3 lies in the school year 2023/24, so its Q4 of 2023 has a row too; the year is missing three of four
      typed: { 'a 2024-Q3': { n: '5' }, 'a 2024-Q4': { n: '6' }, 'a 2025-Q1': { n: '7' } },
    }),
    only: { level: 'organisation' },
    expected: rowsOf([
      'i a 2023-Q4 = - | - | 0 of 1 | not_reported',
      'i a 2023/24 = - | - | 0 of 1 | not_reported',
      'i a 2024-Q1 = - | - | 0 of 1 | not_reported',
      'i a 2024-Q2 = - | - | 0 of 1 | not_reported',
      'i a 2024-Q3 = 5 | 5 / - | 1 of 1',
      'i a 2024-Q4 = 6 | 6 / - | 1 of 1',
      'i a 2024/25 = 6 | 6 / - | 1 of 1',
    ]),
  },
  {
    of: 'Bounds: opened and closed are the first and the last day; open on one day of the period is enough. Strays',
    workspace: workspaceOf({
      date: '2025-01-31',
      frequency: 'school_quarter',
      elements: { n: {} },
      indicators: { i: count('n') },
      organisations: {
        a: { closed: '2024-11-01' },
        b: { opened: '2024-12-31' },
        c: { opened: '2025-01-01' },
      },
      // q1 September–October, q2 November–December: a (one day) and b (one day) are open in q2, c is not; its 9 is a stray
      typed: {
        'a 2024/25:q1': { n: '1' },
        'a 2024/25:q2': { n: '2' },
        'a 2024/25:q3': { n: '3' },
        'b 2024/25:q1': { n: '4' },
        'b 2024/25:q2': { n: '5' },
        'c 2024/25:q2': { n: '9' },
      },
    }),
    only: { period: '2024/25:q2' },
    expected: rowsOf([
      'i a 2024/25:q2 = 2 | 2 / - | 1 of 1',
      'i b 2024/25:q2 = 5 | 5 / - | 1 of 1',
      'i d1,r1 2024/25:q2 = 7 | 7 / - | 2 of 2',
    ]),
  },
  {
    of: 'Strays and Types: form and element limits both hold; a value of a unit that does not owe enters no figure',
    workspace: workspaceOf({
      elements: { n: { form: 'fs', org_types: 'preschool extracurricular' } },
      indicators: { i: count('n') },
      // the form asks schools with СОО, the element preschools: only a is both and runs СОО
      organisations: {
        a: { type: 'school preschool', programmes: 'ДО СОО' },
        b: { type: 'school', programmes: 'СОО' },
        c: { type: 'preschool', programmes: 'СОО' },
        e: { type: 'school preschool', programmes: 'ДО НОО' },
      },
      typed: {
        'a 2024/25': { n: '1' },
        'b 2024/25': { n: '10' },
        'c 2024/25': { n: '100' },
        'e 2024/25': { n: '1000' },
      },
    }),
    expected: rowsOf(['i a,d1,r1 2024/25 = 1 | 1 / - | 1 of 1']),
  },
  {
    of: 'District inputs: no organisation rows; a district without its operand has no value and the region leaves it out',
    workspace: workspaceOf({
      elements: { n: {}, p: { level: 'district' }, q: { level: 'district' } },
      indicators: { i: mean('n', 'p'), j: mean('n', 'q'), k: count('p') },
      districts: { d1: {}, d2: {} },
      organisations: { a: {}, b: {}, c: { district: 'd2' } },
      // i: d1 (3 + 4) / 10; d2 lacks its operand: c is expected, not reported, also in the region. j: x, so not expected.
      // k: districts are counted
      typed: {
        'a 2024/25': { n: '3' },
        'b 2024/25': { n: '4' },
        'c 2024/25': { n: '5' },
        'd1 2024/25': { p: '10', q: '14' },
        'd2 2024/25': { p: 'н/д', q: 'x' },
      },
    }),
    expected: rowsOf([
      'i d1 2024/25 = 0.7 | 7 / 10 | 2 of 2',
      'i d2 2024/25 = - | - | 0 of 1 | no_data',
      'i r1 2024/25 = 0.7 | 7 / 10 | 2 of 3',
      'j d1 2024/25 = 0.5 | 7 / 14 | 2 of 2',
      'j d2 2024/25 = - | - | 0 of 0 | not_applicable',
      'j r1 2024/25 = 0.5 | 7 / 14 | 2 of 2',
      'k d1 2024/25 = 10 | 10 / - | 1 of 1',
      'k d2 2024/25 = - | - | 0 of 1 | no_data',
      'k r1 2024/25 = 10 | 10 / - | 1 of 2',
    ]),
  },
  {
    of: 'Previous: one step back among periods of the same kind; anything missing there is no_base',
    workspace: workspaceOf({
      date: '2024-09-01',
      frequency: 'stage',
      elements: { n: { to_time: 'last' } },
      indicators: { i: count('n - prev(n)') },
      organisations: { a: {}, b: { opened: '2024-09-01' } },
      // 2024/25:start looks at 2023/24:end: 7 − 5 = 2; b was not open then, its figure of that day is a stray
      typed: {
        'a 2023/24:end': { n: '5' },
        'a 2024/25:start': { n: '7' },
        'b 2023/24:end': { n: '1' },
        'b 2024/25:start': { n: '4' },
      },
    }),
    only: { period: '2024/25:start' },
    expected: rowsOf([
      'i a 2024/25:start = 2 | 2 / - | 1 of 1',
      'i b 2024/25:start = - | - | 0 of 1 | no_base',
      'i d1,r1 2024/25:start = 2 | 2 / - | 1 of 2',
    ]),
  },
  {
    of: 'Change: over the units that gave both periods, factor × Σn/Σd now − the same then; the pair is empty',
    workspace: workspaceOf({
      elements: { n: {}, d: {} },
      indicators: { i: { kind: 'change', numerator: 'n', denominator: 'd', factor: '100' } },
      organisations: { a: {}, b: {}, c: { opened: '2024-09-01' }, e: {} },
      // a: 75 − 50; e: 100 × 1/2 − 100 × 1/4; both: 100 × 4/6 − 100 × 2/6 = 33,3…; b gave nothing now, c was not there
      typed: {
        'a 2023/24': { n: '1', d: '2' },
        'b 2023/24': { n: '1', d: '4' },
        'e 2023/24': { n: '1', d: '4' },
        'a 2024/25': { n: '3', d: '4' },
        'c 2024/25': { n: '5', d: '5' },
        'e 2024/25': { n: '1', d: '2' },
      },
    }),
    only: { period: '2024/25' },
    expected: rowsOf([
      'i a 2024/25 = 25 | - | 1 of 1',
      'i b 2024/25 = - | - | 0 of 1 | not_reported',
      'i c 2024/25 = - | - | 0 of 1 | no_base',
      'i e 2024/25 = 25 | - | 1 of 1',
      'i d1,r1 2024/25 = 33.333333333333333 | - | 2 of 4',
    ]),
  },
  {
    of: 'Change and zero: denominators that add up to 0 in either period; a zero beside others does no harm',
    workspace: workspaceOf({
      elements: { n: {}, d: {} },
      indicators: { i: { kind: 'change', numerator: 'n', denominator: 'd' } },
      organisations: { a: {}, b: {} },
      // a: then 1/0; b: 2/4 − 1/2 = 0; both: 3/6 − 2/2 = −0,5
      typed: {
        'a 2023/24': { n: '1', d: '0' },
        'b 2023/24': { n: '1', d: '2' },
        'a 2024/25': { n: '1', d: '2' },
        'b 2024/25': { n: '2', d: '4' },
      },
    }),
    only: { period: '2024/25' },
    expected: rowsOf([
      'i a 2024/25 = - | - | 1 of 1 | zero_denominator',
      'i b 2024/25 = 0 | - | 1 of 1',
      'i d1,r1 2024/25 = -0.5 | - | 2 of 2',
    ]),
  },
  {
    of: 'Reasons and Pairs: the first of several; one side alone is not printed; `unknown or true` has a value',
    workspace: workspaceOf({
      elements: { n: {}, d: {} },
      indicators: { i: mean('n', 'd'), j: count('(n > 5) or (d > 0)'), k: count('(n > 5) and (d > 0)') },
      organisations: { a: {}, b: {}, c: {} },
      // «много» is no number: rejected. j of a: unknown or true = 1; k of a: unknown and true = unknown
      typed: {
        'a 2024/25': { n: 'н/д', d: '5' },
        'b 2024/25': { n: 'н/д' },
        'c 2024/25': { n: 'много', d: 'x' },
      },
    }),
    expected: rowsOf([
      'i a 2024/25 = - | - | 0 of 1 | no_data',
      'i b 2024/25 = - | - | 0 of 1 | not_reported',
      'i c 2024/25 = - | - | 0 of 1 | rejected',
      'i d1,r1 2024/25 = - | - | 0 of 3 | rejected',
      'j a 2024/25 = 1 | 1 / - | 1 of 1',
      'j b 2024/25 = - | - | 0 of 1 | not_reported',
      'j c 2024/25 = - | - | 0 of 1 | rejected',
      'j d1,r1 2024/25 = 1 | 1 / - | 1 of 3',
      'k a 2024/25 = - | - | 0 of 1 | no_data',
      'k b 2024/25 = - | - | 0 of 1 | not_reported',
      'k c 2024/25 = - | - | 0 of 1 | rejected',
      'k d1,r1 2024/25 = - | - | 0 of 3 | rejected',
    ]),
  },
  {
    of: 'Numbers: rounded to 9 decimals per unit, half away from zero; sums of inputs are exact inside expressions',
    workspace: workspaceOf({
      elements: { n: {}, x: { type: 'decimal1' }, y: { type: 'decimal1' }, z: { type: 'decimal1' } },
      indicators: {
        i1: count('n / 3'),
        i2: count('x + y = z'),
        i3: count('n / (x + y - z)'),
        i4: count('-(n / 2000000000)'),
      },
      organisations: { a: {}, b: {}, c: {} },
      // 3 × 0,333333333 = 0,999999999; 0,1 + 0,2 = 0,3 holds, so i3 divides by 0; −0,0000000005 → −0,000000001
      typed: {
        'a 2024/25': { n: '1', x: '0,1', y: '0,2', z: '0,3' },
        'b 2024/25': { n: '1', x: '0,1', y: '0,2', z: '0,3' },
        'c 2024/25': { n: '1', x: '0,1', y: '0,2', z: '0,3' },
      },
    }),
    expected: rowsOf([
      'i1 a,b,c 2024/25 = 0.333333333 | 0.333333333 / - | 1 of 1',
      'i1 d1,r1 2024/25 = 0.999999999 | 0.999999999 / - | 3 of 3',
      'i2 a,b,c 2024/25 = 1 | 1 / - | 1 of 1',
      'i2 d1,r1 2024/25 = 3 | 3 / - | 3 of 3',
      'i3 a,b,c 2024/25 = - | - | 0 of 1 | zero_denominator',
      'i3 d1,r1 2024/25 = - | - | 0 of 3 | zero_denominator',
      'i4 a,b,c 2024/25 = -0.000000001 | -0.000000001 / - | 1 of 1',
      'i4 d1,r1 2024/25 = -0.000000003 | -0.000000003 / - | 3 of 3',
    ]),
  },
  {
    of: 'Not applicable: the row stays with 0 of 0; beside others it leaves expected and is no reason before theirs',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: { i: count('n') },
      districts: { d1: {}, d2: { region: 'r2' } },
      organisations: { a: {}, b: {}, c: { district: 'd2' } },
      typed: { 'a 2024/25': { n: 'неприменимо' }, 'b 2024/25': { n: 'нет данных' }, 'c 2024/25': { n: 'х' } },
    }),
    expected: rowsOf([
      'i a,c,d2,r2 2024/25 = - | - | 0 of 0 | not_applicable',
      'i b,d1,r1 2024/25 = - | - | 0 of 1 | no_data',
    ]),
  },
  {
    of: 'Too few: by its own denominator at each level; the pair stays; zero_denominator comes first',
    workspace: workspaceOf({
      elements: { n: {}, d: {} },
      indicators: { i: share('n', 'd', { min_n: '5' }) },
      districts: { d1: {}, d2: {} },
      organisations: { a: {}, b: {}, c: { district: 'd2' } },
      // 4 < 5; 5 is enough: 5/5 = 100 %; d1 7/9 = 77,7… %; 7/9 also in the region, for c adds 0/0
      typed: {
        'a 2024/25': { n: '2', d: '4' },
        'b 2024/25': { n: '5', d: '5' },
        'c 2024/25': { n: '0', d: '0' },
      },
    }),
    only: { level: 'organisation' },
    expected: rowsOf([
      'i a 2024/25 = - | 2 / 4 | 1 of 1 | too_few',
      'i b 2024/25 = 100 | 5 / 5 | 1 of 1 || 56.551753521682524..100',
      'i c 2024/25 = - | 0 / 0 | 1 of 1 | zero_denominator',
    ]),
  },
  {
    of: 'Too few: the sums above include the unit',
    workspace: workspaceOf({
      elements: { n: {}, d: {} },
      indicators: { i: mean('n', 'd', { min_n: '5' }) },
      organisations: { a: {}, b: {} },
      // 1/2 and 2/3 are too few each; together 3/5 = 0,6
      typed: { 'a 2024/25': { n: '1', d: '2' }, 'b 2024/25': { n: '2', d: '3' } },
    }),
    expected: rowsOf([
      'i a 2024/25 = - | 1 / 2 | 1 of 1 | too_few',
      'i b 2024/25 = - | 2 / 3 | 1 of 1 | too_few',
      'i d1,r1 2024/25 = 0.6 | 3 / 5 | 2 of 2',
    ]),
  },
  {
    of: 'Versions: school years inclusive, no row outside; prev and change use the definition of the period they reach',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: [
        { code: 'c', kind: 'change', numerator: 'n', valid_from: '2023/24' },
        { code: 'i', ...count('n'), valid_from: '2023/24', valid_to: '2023/24' },
        { code: 'i', ...count('n * 10'), valid_from: '2024/25' },
        { code: 'p', ...count('prev(i)') },
      ],
      organisations: { a: {} },
      typed: { 'a 2022/23': { n: '1' }, 'a 2023/24': { n: '2' }, 'a 2024/25': { n: '4' } },
    }),
    only: { level: 'organisation' },
    expected: rowsOf([
      'c a 2023/24 = - | - | 0 of 1 | no_definition',
      'c a 2024/25 = 2 | - | 1 of 1', // 4 − 2
      'i a 2023/24 = 2 | 2 / - | 1 of 1',
      'i a 2024/25 = 40 | 40 / - | 1 of 1',
      // 2022/23: i has no definition now, so p is not owed; 2023/24: none a year before
      'p a 2023/24 = - | - | 0 of 1 | no_definition',
      'p a 2024/25 = 2 | 2 / - | 1 of 1',
    ]),
  },
  {
    of: 'Indicators as inputs: owed where they are expected; they give their value or their reason',
    workspace: workspaceOf({
      elements: { n: {}, d: {} },
      indicators: { s: mean('n', 'd', { scope: 'size > 100' }), o: count('s * 10') },
      organisations: { a: { size: '120' }, b: { size: '50' }, c: { size: '120' } },
      // a: s = 1/4, o = 2,5; b is outside the scope of s; c: 2/0 has no value, so o is missing for that reason
      typed: {
        'a 2024/25': { n: '1', d: '4' },
        'b 2024/25': { n: '1', d: '1' },
        'c 2024/25': { n: '2', d: '0' },
      },
    }),
    expected: rowsOf([
      'o a 2024/25 = 2.5 | 2.5 / - | 1 of 1',
      'o c 2024/25 = - | - | 0 of 1 | zero_denominator',
      'o d1,r1 2024/25 = 2.5 | 2.5 / - | 1 of 2',
      's a 2024/25 = 0.25 | 1 / 4 | 1 of 1',
      's c 2024/25 = - | 2 / 0 | 1 of 1 | zero_denominator',
      's d1,r1 2024/25 = 0.75 | 3 / 4 | 2 of 2',
    ]),
  },
  {
    of: 'Stages: rows also at the school year, in the order start, middle, end',
    workspace: workspaceOf({
      date: '2024-09-01',
      frequency: 'stage',
      elements: { n: { to_time: 'last' } },
      indicators: { i: count('n') },
      organisations: { a: {} },
      // all three stages begin on 1 September; the last known of the year is that of the end
      typed: { 'a 2024/25:end': { n: '4' }, 'a 2024/25:start': { n: '1' }, 'a 2024/25:middle': { n: '2' } },
    }),
    only: { level: 'organisation' },
    expected: rowsOf([
      'i a 2024/25 = 4 | 4 / - | 1 of 1',
      'i a 2024/25:end = 4 | 4 / - | 1 of 1',
      'i a 2024/25:middle = 2 | 2 / - | 1 of 1',
      'i a 2024/25:start = 1 | 1 / - | 1 of 1',
    ]),
  },
  {
    of: 'Edges of time: x in a period is left out of the year (all x: not applicable); never open in one begun: no row',
    workspace: workspaceOf({
      date: '2025-03-31',
      frequency: 'school_quarter',
      elements: { n: {} },
      indicators: { i: count('n') },
      organisations: { a: {}, b: { opened: '2024-11-01' }, c: { opened: '2025-04-01' }, e: {} },
      // q4 has not begun. a: 1 + 3 without the x of q2; b owes q2 and q3 only: 5 + 6; c opens in q4; e: all x
      typed: {
        'a 2024/25:q1': { n: '1' },
        'a 2024/25:q2': { n: 'x' },
        'a 2024/25:q3': { n: '3' },
        'b 2024/25:q1': { n: '50' },
        'b 2024/25:q2': { n: '5' },
        'b 2024/25:q3': { n: '6' },
        'c 2024/25:q3': { n: '7' },
        'e 2024/25:q1': { n: 'x' },
        'e 2024/25:q2': { n: 'x' },
        'e 2024/25:q3': { n: 'x' },
      },
    }),
    only: { period: '2024/25' },
    expected: rowsOf([
      'i a 2024/25 = 4 | 4 / - | 1 of 1',
      'i b 2024/25 = 11 | 11 / - | 1 of 1',
      'i e 2024/25 = - | - | 0 of 0 | not_applicable',
      'i d1,r1 2024/25 = 15 | 15 / - | 2 of 2',
    ]),
  },
  {
    of: 'Level: district leaves out the organisation rows',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: { i: count('n', { level: 'district' }) },
      organisations: { a: {}, b: {} },
      typed: { 'a 2024/25': { n: '1' } },
    }),
    expected: rowsOf(['i d1,r1 2024/25 = 1 | 1 / - | 1 of 2']),
  },
  {
    of: 'roadmap: an indicator exists only for the districts that work by one of them; the region counts those',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: { i: count('n', { roadmap: 'alpha beta' }) },
      districts: { d1: { roadmap: 'gamma beta' }, d2: { roadmap: 'gamma' }, d3: {} },
      organisations: { a: {}, b: { district: 'd2' }, c: { district: 'd3' } },
      typed: { 'a 2024/25': { n: '1' }, 'b 2024/25': { n: '2' }, 'c 2024/25': { n: '3' } },
    }),
    expected: rowsOf(['i a,d1,r1 2024/25 = 1 | 1 / - | 1 of 1']),
  },
  {
    of: 'monitoring: a district keeps the indicators of the roadmaps it lists beside its own',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: {
        i: count('n', { roadmap: 'alpha' }),
        j: count('n', { roadmap: 'beta' }),
        k: count('i + j', { roadmap: 'beta' }),
      },
      districts: {
        d1: { roadmap: 'beta', monitoring: 'alpha' },
        d2: { roadmap: 'beta', monitoring: '' },
        d3: { roadmap: '', monitoring: 'gamma alpha' },
      },
      organisations: { a: {}, b: { district: 'd2' }, c: { district: 'd3' } },
      typed: { 'a 2024/25': { n: '1' }, 'b 2024/25': { n: '2' }, 'c 2024/25': { n: '4' } },
    }),
    expected: rowsOf([
      'i a,d1 2024/25 = 1 | 1 / - | 1 of 1',
      'i c,d3 2024/25 = 4 | 4 / - | 1 of 1',
      'i r1 2024/25 = 5 | 5 / - | 2 of 2',
      'j a,d1 2024/25 = 1 | 1 / - | 1 of 1',
      'j b,d2 2024/25 = 2 | 2 / - | 1 of 1',
      'j r1 2024/25 = 3 | 3 / - | 2 of 2',
      // d2 keeps j but not i, so nobody there owes both
      'k a,d1,r1 2024/25 = 2 | 2 / - | 1 of 1',
    ]),
  },
  {
    of: 'Change and Reasons: the first of what is missing now and then, so no_base comes before not_applicable',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: { c: { kind: 'change', numerator: 'n' }, p: count('n - prev(n)') },
      organisations: { a: {}, b: {} },
      // a: x now, nothing then; b: x now, 5 then
      typed: { 'a 2024/25': { n: 'x' }, 'b 2024/25': { n: 'x' }, 'b 2023/24': { n: '5' } },
    }),
    only: { period: '2024/25' },
    expected: rowsOf([
      'c a,d1,r1 2024/25 = - | - | 0 of 1 | no_base',
      'c b 2024/25 = - | - | 0 of 0 | not_applicable',
      'p a,d1,r1 2024/25 = - | - | 0 of 1 | no_base',
      'p b 2024/25 = - | - | 0 of 0 | not_applicable',
    ]),
  },
  {
    of: 'Change with a district input: the operand missing in the period before is the district’s no_base',
    workspace: workspaceOf({
      elements: { n: {}, q: { level: 'district' } },
      indicators: { c: { kind: 'change', numerator: 'n', denominator: 'q' } },
      districts: { d1: {}, d2: {} },
      organisations: { a: {}, b: {}, c: { district: 'd2' } },
      // d1: a alone gave both, 6/4 − 2/8 = 1,25; d2 has no operand in 2023/24, whatever c answered
      typed: {
        'a 2023/24': { n: '2' },
        'd1 2023/24': { q: '8' },
        'a 2024/25': { n: '6' },
        'b 2024/25': { n: '7' },
        'd1 2024/25': { q: '4' },
        'd2 2024/25': { q: '5' },
      },
    }),
    only: { period: '2024/25' },
    expected: rowsOf([
      'c d1 2024/25 = 1.25 | - | 1 of 2',
      'c d2 2024/25 = - | - | 0 of 1 | no_base',
      'c r1 2024/25 = 1.25 | - | 1 of 3',
    ]),
  },
  {
    of: 'Reasons above the organisation: of all expected units, so not_applicable gives way even to no_definition',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: { c: { kind: 'change', numerator: 'n', valid_from: '2024/25' } },
      organisations: { a: {}, b: {} },
      // a: x now and no definition then: not_applicable comes first; b: no definition then, and is the one expected
      typed: { 'a 2024/25': { n: 'x' }, 'b 2024/25': { n: '1' } },
    }),
    expected: rowsOf([
      'c a 2024/25 = - | - | 0 of 0 | not_applicable',
      'c b,d1,r1 2024/25 = - | - | 0 of 1 | no_definition',
    ]),
  },
  {
    of: 'Previous: an indicator that has a definition there but no value for want of one still earlier gives no_base',
    workspace: workspaceOf({
      elements: { n: {} },
      indicators: [
        { code: 'c', kind: 'change', numerator: 'n', valid_from: '2023/24' },
        { code: 'p', ...count('prev(c)') },
      ],
      organisations: { a: {} },
      // c has no row in 2022/23, the reason no_definition in 2023/24, and 4 − 2 = 2 in 2024/25
      typed: { 'a 2022/23': { n: '1' }, 'a 2023/24': { n: '2' }, 'a 2024/25': { n: '4' } },
    }),
    only: { level: 'organisation' },
    expected: rowsOf([
      'c a 2023/24 = - | - | 0 of 1 | no_definition',
      'c a 2024/25 = 2 | - | 1 of 1',
      'p a 2023/24 = - | - | 0 of 1 | no_definition',
      'p a 2024/25 = - | - | 0 of 1 | no_base',
    ]),
  },
];
