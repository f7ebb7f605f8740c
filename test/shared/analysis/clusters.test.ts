import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCatalogCsv } from '../../../etl/catalog/read-csv.ts';
import { clustersIn } from '../../../shared/analysis/clusters.ts';
import { buildCatalog } from '../../../shared/catalog/build-catalog.ts';
import { columnsOf } from '../../../shared/indicator/columns.ts';
import { cells } from '../../fixtures/small-figures.ts';
import { organisation, register } from '../../fixtures/small-register.ts';
import { type Cells, directions, element, form, table } from '../catalog/tables.ts';

const builtin = readCatalogCsv(
  readFileSync(new URL('../../../templates/rules/clusters.csv', import.meta.url)),
  'templates/rules/clusters.csv',
  'builtin',
);
const tables = [
  directions,
  table('forms', [form('f')]),
  table('elements', [
    element('pupils.total'),
    element('pupils.soo'),
    element('preschool.children'),
    element('minus', { type: 'decimal1' }),
  ]),
];

/** `s1 → school.small`, one per organisation, by code. */
function clusters(
  rules: readonly Cells[] | undefined,
  columns: readonly Cells[],
  values: string,
  year = '2024/25',
) {
  const rows = rules ? table('clusters', rules) : builtin;
  const { catalog, faults } = buildCatalog([...tables, rows]);
  expect(faults).toEqual([]);
  const units = register(
    columns.map((own, at) => organisation(`s${at + 1}`, { columns: own, ...bounds(own) })),
  );
  const observations = columnsOf(units, catalog, cells(values));
  const found = clustersIn({ catalog, observations, date: '2025-06-01' }, year);
  return [...found].map(([unit, verdict]) =>
    verdict.type === 'none' ? `${unit} none` : `${unit} ${verdict.type} ${verdict.rule.code}`,
  );
}

const bounds = (own: Cells) => (own.closed === undefined ? {} : { closed: own.closed });
const school = { type: 'school', programmes: 'НОО ООО СОО', locality: 'село' };

test.each([
  ['100', 'cluster school.small'],
  ['101', 'cluster school.medium'],
  ['400', 'cluster school.medium'],
  ['401', 'cluster school.large'],
  ['0', 'cluster school.small'],
  ['н/д', 'not_enough_data school.small'],
  ['!', 'not_enough_data school.small'],
  ['', 'not_enough_data school.small'],
])('built-in: a village school with «%s» pupils: %s', (pupils, expected) => {
  expect(clusters(undefined, [school], `s1 pupils.total ${pupils}`)).toEqual([`s1 ${expected}`]);
});

test.each([
  ['a primary school needs no figure', { type: 'school', programmes: 'НОО' }, 'cluster school.primary'],
  ['a town', { ...school, locality: 'город' }, 'cluster school.city'],
  ['a school of another language', { ...school, language: 'аварский' }, 'cluster school.language'],
  ['a Russian school', { ...school, language: 'русский' }, 'cluster school.medium'],
  [
    'nothing known of the place: the rows of towns do not hold',
    { ...school, locality: '' },
    'cluster school.medium',
  ],
  [
    'a school with a kindergarten is a school',
    { ...school, type: 'preschool school' },
    'cluster school.medium',
  ],
  ['a kindergarten', { type: 'preschool' }, 'cluster preschool.large'],
  ['extracurricular', { type: 'extracurricular' }, 'cluster extracurricular'],
  ['no type', { type: '' }, 'none'],
])('built-in: %s', (_, columns, expected) => {
  expect(clusters(undefined, [columns], 's1 pupils.total 250\ns1 preschool.children 61')).toEqual([
    `s1 ${expected}`,
  ]);
});

test('a missing measure ends the search; an earlier row that holds is enough', () => {
  const rules: Cells[] = [
    { code: 'last', title: 'П', order: '9' },
    { code: 'big', title: 'Б', measure: 'pupils.soo / pupils.total', from: '0,5', order: '2' },
    { code: 'marked', title: 'О', scope: 'mark = да', order: '1' },
  ];
  expect(
    clusters(
      rules,
      [{ mark: 'да' }, {}, {}, {}],
      `s3 pupils.total 4\ns3 pupils.soo 2\ns4 pupils.total 4\ns4 pupils.soo 1`,
    ),
  ).toEqual(['s1 cluster marked', 's2 not_enough_data big', 's3 cluster big', 's4 cluster last']);
});

test('bounds are compared at nine decimals, as every figure is', () => {
  const rules = [{ code: 'third', title: 'Т', measure: 'minus - 0.1', to: '0,2' }];
  expect(clusters(rules, [{}], 's1 minus 0.3')).toEqual(['s1 cluster third']);
});

test('rows are of their school years, organisations of the time they are open', () => {
  const rules: Cells[] = [
    { code: 'old', title: 'С', valid_to: '2023/24' },
    { code: 'new', title: 'Н', valid_from: '2024/25' },
  ];
  const columns: Cells[] = [{}, { closed: '2024-08-31' }];
  expect(clusters(rules, columns, '', '2023/24')).toEqual(['s1 cluster old', 's2 cluster old']);
  expect(clusters(rules, columns, '')).toEqual(['s1 cluster new']);
  expect(() => clusters(rules, columns, '', '2025')).toThrow(RangeError);
});

test('values of another year do not count', () => {
  expect(clusters(undefined, [school], 's1 pupils.total@2023/24 80')).toEqual([
    's1 not_enough_data school.small',
  ]);
});
