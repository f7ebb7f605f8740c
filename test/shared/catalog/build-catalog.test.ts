import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../../shared/catalog/build-catalog.ts';
import { formatExpression } from '../../../shared/expression/format.ts';
import { arbitraryWorkspace } from '../../reference/arbitrary.ts';
import { dimensions, directions, element, form, share, table } from './tables.ts';

const base = [directions, dimensions, table('forms', [form('f')])];
const clean = (tables: Parameters<typeof buildCatalog>[0]) => {
  const { catalog, faults } = buildCatalog(tables);
  expect(faults).toEqual([]);
  return catalog;
};

describe('rows of the workspace', () => {
  const elements = table('elements', [
    element('a', { name: 'А', help: 'Как считать' }),
    element('b'),
    element('c'),
  ]);

  it('replace the built-in row of the same key whole, in its place', () => {
    const own = table('elements', [element('d'), element('a', { name: 'Своё' })], 'workspace');
    const { elements: all } = clean([...base, elements, own]);
    expect([...all.keys()]).toEqual(['a', 'b', 'c', 'd']);
    expect(all.get('a')).toMatchObject({
      name: 'Своё',
      help: '',
      origin: { file: 'catalog/elements.csv', line: 3 },
    });
  });

  it('replace whatever the order of the tables', () => {
    const own = table('elements', [element('a', { name: 'Своё' })], 'workspace');
    expect(clean([own, ...base, elements]).elements.get('a')?.name).toBe('Своё');
  });

  it('remove with disabled = 1, though the rest of the row is empty', () => {
    const own = table(
      'elements',
      [{ code: 'b', disabled: '1' }, element('c', { disabled: '' })],
      'workspace',
    );
    expect([...clean([...base, elements, own]).elements.keys()]).toEqual(['a', 'c']);
  });

  it('a built-in row may be disabled and brought back by the workspace', () => {
    const off = table('elements', [element('a', { disabled: '1' }), element('b')]);
    expect([...clean([...base, off]).elements.keys()]).toEqual(['b']);
    const own = table('elements', [element('a')], 'workspace');
    expect([...clean([...base, off, own]).elements.keys()].sort()).toEqual(['a', 'b']);
  });

  it('touch one version of an indicator: its key is code and valid_from', () => {
    const indicators = table('indicators', [
      share('s', 'a', 'b', { valid_to: '2022/23' }),
      share('s', 'a', 'c', { valid_from: '2023/24' }),
    ]);
    const own = table('indicators', [share('s', 'b', 'c', { valid_from: '2023/24' })], 'workspace');
    const versions = clean([...base, elements, indicators, own]).indicators;
    expect(versions.map((v) => [v.validFrom, v.text.numerator])).toEqual([
      ['', 'a'],
      ['2023/24', 'b'],
    ]);
  });

  it('replace members of a dimension one by one', () => {
    const own = table(
      'dimensions',
      [
        { dimension: 'grade', member: 'g4', disabled: '1' },
        { dimension: 'grade', member: 'g1', title: '1 класс', order: '0' },
      ],
      'workspace',
    );
    expect(
      clean([...base, own])
        .dimensions.get('grade')
        ?.members.map((m) => m.member),
    ).toEqual(['g1', 'g9']);
  });
});

describe('a catalogue as the contracts allow it', () => {
  it('every kind of expression, nested indicators, versions, concrete codes', () => {
    clean([
      directions,
      dimensions,
      table('forms', [
        form('f', { frequency: 'stage' }),
        form('d', { level: 'district', frequency: 'stage' }),
      ]),
      table('elements', [
        element('a', { dims: 'subject grade' }),
        element('b', { dims: 'grade subject', type: 'decimal2' }),
        element('c', {
          type: 'yes_no',
          applies_if: 'programmes has СОО and size > 100',
          rollup: '',
          to_time: '',
        }),
        element('r', { form: 'd', level: 'district' }),
        element('t', { type: 'text', rollup: '', unit: 'слово' }),
      ]),
      table('indicators', [
        { code: 'heading', direction: '', kind: 'group' },
        share('kept', 'a', 'b', { dims: 'grade', parent: 'heading', roadmap: 'a-1 b-2', factor: '100' }),
        share('nested', 'any_of(kept, prev(a))', 'if(b > 0, sum(a, b), max(a, 1))', { dims: 'grade' }),
        share('one', 'a.ru.g4', 'b.g9.math', { min_n: '5', valid_to: '2022/23' }),
        share('one', 'a', 'b', { valid_from: '2023/24', valid_to: '2024/25', norm: '12,5' }),
        share('cover', 'a', 'r', { level: 'district' }),
        share('held', 'c', '', { kind: 'presence', scope: "type has school and locality = 'село'" }),
        share('growth', 'a', 'b', { kind: 'change', factor: '1000' }),
        share('amount', 'a + 2 * flag(low_results)', '', { kind: 'count', unit: 'человек' }),
        share('position', 'held / 2', '', { kind: 'index', negative_effects: '1', better: 'neutral' }),
      ]),
    ]);
  });

  it('random workspaces of the reference evaluator have no fault', () => {
    fc.assert(
      fc.property(arbitraryWorkspace, (workspace) => {
        const { faults } = buildCatalog([
          directions,
          table('dimensions', workspace.dimensions as never, 'workspace'),
          table('forms', workspace.forms as never, 'workspace'),
          table('elements', workspace.elements as never, 'workspace'),
          table('indicators', workspace.indicators as never, 'workspace'),
        ]);
        expect(faults).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('defaults: factor, level, roll-up, severity, direction of an element', () => {
    const catalog = clean([
      ...base,
      {
        ...table('elements', [element('a', { level: '', rollup: '', to_time: '' })]),
        file: 'templates/data-elements/objectivity.csv',
      },
      table('elements', [element('t', { type: 'text', rollup: '' })], 'workspace'),
      table('indicators', [share('s', 'a', 'a'), share('m', 'a', 'a', { kind: 'mean' })]),
      table('checks', [{ code: 'c', check: 'check.jump', left: 'a', op: '<=', right: '10' }]),
    ]);
    expect(catalog.elements.get('a')).toMatchObject({
      level: 'organisation',
      rollup: 'sum',
      toTime: 'last',
      direction: 'objectivity',
    });
    expect(catalog.elements.get('t')).toMatchObject({ rollup: 'none', direction: 'student-results' });
    expect(catalog.indicators.map((i) => [i.code, i.factor])).toEqual([
      ['m', 1],
      ['s', 100],
    ]);
    expect(catalog.checks[0]?.severity).toBe('warning');
  });

  it('old names in expressions become the codes they stand for', () => {
    const catalog = clean([
      ...base,
      table('elements', [
        element('a', { dims: 'subject', aliases: 'old_a' }),
        element('b', { dims: 'subject' }),
      ]),
      table('indicators', [
        share('s', 'old_a.ru + prev(b.ru)', 'b.math', { aliases: 'old_s' }),
        share('n', 'old_s', 'max(old_a, 1)', { parent: 'old_s' }),
      ]),
    ]);
    const [n, s] = catalog.indicators;
    expect(formatExpression(s!.numerator!)).toBe('a.ru + prev(b.ru)');
    expect(s!.text.numerator).toBe('old_a.ru + prev(b.ru)');
    expect([formatExpression(n!.numerator!), formatExpression(n!.denominator!), n!.parent]).toEqual([
      's',
      'max(a, 1)',
      's',
    ]);
  });

  it('indicators stand in code order, then by version; members by their order', () => {
    const catalog = clean([
      ...base,
      table('elements', [element('a')]),
      table('indicators', [
        share('b', 'a', 'a'),
        share('a1', 'a', 'a', { valid_from: '2023/24' }),
        share('a1', 'a', 'a', { valid_to: '2022/23' }),
      ]),
    ]);
    expect(catalog.indicators.map((i) => `${i.code} ${i.validFrom}`)).toEqual(['a1 ', 'a1 2023/24', 'b ']);
    expect(catalog.dimensions.get('grade')?.members.map((m) => m.member)).toEqual(['g4', 'g9']);
  });
});
