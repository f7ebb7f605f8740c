import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../../shared/catalog/build-catalog.ts';
import {
  combinations,
  concreteCode,
  concreteCodes,
  elementRead,
  membersBy,
  resolveConcrete,
} from '../../../shared/catalog/concrete.ts';
import { elementsOfForm } from '../../../shared/catalog/form-elements.ts';
import { dimensions, directions, element, form, table } from './tables.ts';

const { catalog, faults } = buildCatalog([
  directions,
  dimensions,
  table('forms', [form('f'), form('g')]),
  table('elements', [
    element('vpr.passed', { dims: 'subject grade', aliases: 'vpr.ok' }),
    element('vpr', { form: 'g' }),
    element('vpr.passed.total'),
    element('pupils', { aliases: 'children' }),
  ]),
]);

describe('concrete codes', () => {
  it('the fixture is sound', () => expect(faults).toEqual([]));

  it('run through all members in printing order, the last dimension fastest', () => {
    const all = combinations(catalog, ['subject', 'grade']);
    expect(all.map((members) => concreteCode('x', members))).toEqual([
      'x.ru.g4',
      'x.ru.g9',
      'x.math.g4',
      'x.math.g9',
    ]);
    expect(combinations(catalog, [])).toEqual([[]]);
  });

  it('a bound dimension has one member', () => {
    const base = { code: 'x', dims: ['subject', 'grade'] };
    expect(concreteCodes(catalog, base, membersBy(['grade'], ['g9']))).toEqual(['x.ru.g9', 'x.math.g9']);
    expect(concreteCodes(catalog, base, membersBy(['grade', 'subject'], ['g4', 'ru']))).toEqual(['x.ru.g4']);
  });

  it.each([
    ['vpr.passed', ['vpr.passed.ru.g9', 'vpr.passed.math.g9']],
    ['vpr.ok', ['vpr.passed.ru.g9', 'vpr.passed.math.g9']],
    ['vpr.ok.ru.g4', ['vpr.passed.ru.g4']],
    ['children', ['pupils']],
    ['vpr.passed.ru', undefined],
    ['nothing', undefined],
  ])('%s, asked for grade 9, reads %j', (code, codes) => {
    expect(elementRead(catalog, code, membersBy(['grade'], ['g9']))?.codes).toEqual(codes);
  });

  it('an unknown dimension is wrong use', () => {
    expect(() => combinations(catalog, ['nothing'])).toThrow(RangeError);
  });

  it.each([
    ['vpr.passed.ru.g4', 'vpr.passed ru g4'],
    ['vpr.ok.math.g9', 'vpr.passed math g9'],
    ['vpr.passed.total', 'vpr.passed.total'],
    ['vpr', 'vpr'],
    ['children', 'pupils'],
    ['vpr.passed', undefined],
    ['vpr.passed.ru', undefined],
    ['vpr.passed.g4.ru', undefined],
    ['vpr.passed.ru.g4.g4', undefined],
    ['pupils.ru', undefined],
    ['nothing', undefined],
    ['', undefined],
  ])('%s → %s', (code, expected) => {
    const found = resolveConcrete(catalog, code);
    expect(found && [found.element.code, ...found.members].join(' ')).toBe(expected);
  });
});

it('elements of a form stand in catalogue order', () => {
  expect(elementsOfForm(catalog, 'f').map((e) => e.code)).toEqual([
    'vpr.passed',
    'vpr.passed.total',
    'pupils',
  ]);
  expect(elementsOfForm(catalog, 'nothing')).toEqual([]);
});
