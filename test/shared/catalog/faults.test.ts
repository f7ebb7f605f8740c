import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../../shared/catalog/build-catalog.ts';
import type { CatalogTable } from '../../../shared/catalog/table.ts';
import { catalogFaultCodes, catalogFaultText } from '../../../shared/texts/catalog.ts';
import { type Cells, csv, dimensions, directions, element, form, share, table } from './tables.ts';

interface Case {
  readonly what: string;
  readonly elements?: readonly Cells[];
  readonly indicators?: readonly Cells[];
  readonly forms?: readonly Cells[];
  readonly more?: readonly CatalogTable[];
  /** `file:line code column`, in order. */
  readonly faults: readonly string[];
  /** What the text of the first fault must name. */
  readonly names?: string;
}

const e = 'templates/elements.csv';
const i = 'templates/indicators.csv';
const f = 'templates/forms.csv';
const two = [element('a'), element('b')];
const synonyms = (row: Cells) =>
  table('synonyms', [{ dimension: 'subject', member: 'ru', word: 'РЯ', ...row }]);
const check = (row: Cells) =>
  table('checks', [
    { code: 'c', check: 'check.sum', form: 'f', left: 'a', op: '<=', right: 'b', message: 'м', ...row },
  ]);
const checks = 'templates/checks.csv';
const clusters = (row: Cells, ...others: Cells[]) =>
  table('clusters', [{ code: 'k', title: 'К', measure: 'a', ...row }, ...others]);
const reference = (row: Cells) =>
  table('reference', [{ indicator: 's', level: 'country', period: '2024/25', value: '50,5', ...row }]);
const ofDistrict = [form('f'), form('d', { level: 'district' })];

const cases: readonly Case[] = [
  { what: 'a stranger', more: [csv('город,область\nА,Б\n')], faults: ['catalog/own.csv:1 table.unknown'] },
  { what: 'an empty file', more: [csv('')], faults: ['catalog/own.csv:1 table.unknown'] },
  {
    what: 'a misspelt column',
    more: [csv('dimension,member,titel,order\ngrade,g1,1 класс,1\n')],
    faults: ['catalog/own.csv:1 column.unknown titel'],
    names: '«title»',
  },
  {
    what: 'a missing column, and no more faults for its empty cells',
    more: [csv('code,title,direction,level,org_types,programmes,due,as_of,order,help\ng,Г,,,,,,,,\n')],
    faults: ['catalog/own.csv:1 column.missing frequency'],
  },
  {
    what: 'a column twice',
    more: [csv('dimension,member,title,order,order\ngrade,g1,1 класс,1,1\n')],
    faults: ['catalog/own.csv:1 column.duplicate order'],
  },
  {
    what: 'a comma without quotes',
    more: [csv('dimension,member,title,order\ngrade,g1,Первый, класс,1\n')],
    faults: ['catalog/own.csv:2 row.extra', 'catalog/own.csv:2 value.whole order'],
  },
  {
    what: 'a cluster by what is not known',
    elements: two,
    more: [clusters({ measure: 'aa + b' })],
    faults: ['templates/clusters.csv:2 reference.unknown measure'],
  },
  {
    what: 'a cluster by a figure of the district',
    forms: ofDistrict,
    elements: [element('a', { form: 'd', level: 'district' })],
    more: [clusters({})],
    faults: ['templates/clusters.csv:2 cluster.district measure'],
    names: '«a»',
  },
  {
    what: 'bounds that are no range, and bounds of nothing',
    elements: two,
    more: [clusters({ from: '5', to: '4' }, { code: 'l', title: 'Л', to: '1' })],
    faults: [
      'templates/clusters.csv:2 range.reversed',
      'templates/clusters.csv:3 cluster.no_measure measure',
    ],
  },
  {
    what: 'two versions of a cluster at once',
    elements: two,
    more: [clusters({ valid_to: '2024/25' }, { code: 'k', title: 'К', valid_from: '2024/25' })],
    faults: ['templates/clusters.csv:3 versions.overlap valid_from'],
  },
  {
    what: 'reference values of nothing known',
    elements: two,
    indicators: [share('s', 'a', 'b')],
    more: [reference({ indicator: 'a', period: 'год', value: '' })],
    faults: ['templates/reference.csv:2 value.period period', 'templates/reference.csv:2 value.empty value'],
  },
  {
    what: 'reference values of an element, of a region without its code',
    elements: two,
    indicators: [share('s', 'a', 'b')],
    more: [reference({ indicator: 'a', level: 'region' })],
    faults: [
      'templates/reference.csv:2 reference.unknown indicator',
      'templates/reference.csv:2 reference.level region',
    ],
  },
  { what: 'no type', elements: [element('a', { type: '' })], faults: [`${e}:2 value.empty type`] },
  {
    what: 'unknown words',
    elements: [
      element('a', { type: 'intager', rollup: 'summ', to_time: 'first', resets: 'never', level: 'school' }),
    ],
    faults: [
      `${e}:2 value.word level`,
      `${e}:2 value.word type`,
      `${e}:2 value.word rollup`,
      `${e}:2 value.word to_time`,
      `${e}:2 value.word resets`,
    ],
  },
  {
    what: 'an unknown kind',
    indicators: [share('s', '1', '1', { kind: 'shares' })],
    faults: [`${i}:2 value.word kind`],
    names: '«share»',
  },
  {
    what: 'an unknown frequency, and no more of what leans on the form',
    forms: [form('f', { frequency: 'yearly', org_types: 'school scool', programmes: 'НОО XXX' })],
    elements: two,
    indicators: [share('s', 'a', 'b')],
    faults: [`${f}:2 value.word org_types`, `${f}:2 value.word programmes`, `${f}:2 value.word frequency`],
  },
  { what: 'a flag', elements: [element('a', { required: 'да' })], faults: [`${e}:2 value.flag required`] },
  {
    what: 'a flag of disabling',
    elements: [element('a', { disabled: 'x' })],
    faults: [`${e}:2 value.flag disabled`],
  },
  { what: 'a bound', elements: [element('a', { min: 'ноль' })], faults: [`${e}:2 value.number min`] },
  {
    what: 'a least number',
    indicators: [share('s', '1', '1', { min_n: '1.5' })],
    faults: [`${i}:2 value.whole min_n`],
  },
  {
    what: 'a day',
    more: [table('roadmaps', [{ id: 'r-1', approved_on: '25.01.2025' }])],
    faults: ['templates/roadmaps.csv:2 value.day approved_on'],
  },
  {
    what: 'school years',
    indicators: [share('s', '1', '1', { valid_from: '2024', valid_to: '2024/26' })],
    faults: [`${i}:2 value.school_year valid_from`, `${i}:2 value.school_year valid_to`],
  },
  {
    what: 'a dimension twice',
    elements: [element('a', { dims: 'grade grade' })],
    faults: [`${e}:2 value.repeated dims`],
  },
  {
    what: 'codes',
    elements: [element('A.b'), element('1a'), element('a..b'), element('а')],
    faults: [2, 3, 4, 5].map((line) => `${e}:${line} code.syntax code`),
  },
  {
    what: 'a code of 81 signs',
    elements: [element('a'.repeat(81))],
    faults: [`${e}:2 code.long code`],
    names: '81',
  },
  {
    what: 'ids, dimensions and members',
    more: [
      table('roadmaps', [{ id: 'Ботлих' }]),
      table('synonyms', [{ dimension: 'sub.ject', member: 'r-u', word: 'РЯ' }]),
    ],
    faults: [
      'templates/roadmaps.csv:2 code.id id',
      'templates/synonyms.csv:2 code.dimension dimension',
      'templates/synonyms.csv:2 code.member member',
    ],
  },
  {
    what: 'a key twice',
    elements: [element('a'), element('b'), element('a')],
    faults: [`${e}:4 key.duplicate`],
    names: 'templates/elements.csv, строка 2',
  },
  {
    what: 'an element and an indicator of one code',
    elements: two,
    indicators: [share('a', 'a', 'b')],
    faults: [`${i}:2 key.ambiguous code`],
  },
  {
    what: 'a code that is also another one made concrete',
    elements: [element('a', { dims: 'grade' }), element('a.g4')],
    faults: [`${e}:3 key.ambiguous code`],
  },
  {
    what: 'old names that are taken',
    elements: [
      element('a', { aliases: 'b' }),
      element('b', { aliases: 'old' }),
      element('c', { aliases: 'old' }),
    ],
    faults: [`${e}:2 alias.collision aliases`, `${e}:4 alias.collision aliases`],
  },
  {
    what: 'names that name nothing',
    forms: [form('f', { direction: 'studentresults' })],
    elements: [element('a', { form: 'ff' }), element('b', { dims: 'grades' })],
    indicators: [share('s', 'a', 'bb', { parent: 'ss', direction: 'x' })],
    more: [
      synonyms({ dimension: 'subjects' }),
      check({ form: 'g', right: 'bbb' }),
      table('official', [{ element: 'aa', procedure: 'vpr', measure: 'mark3 + mark6' }]),
    ],
    faults: [
      `${f}:2 reference.unknown direction`,
      `${e}:2 reference.unknown form`,
      `${e}:3 reference.unknown dims`,
      `${i}:2 reference.unknown direction`,
      `${i}:2 reference.unknown denominator`,
      `${i}:2 reference.unknown parent`,
      'templates/synonyms.csv:2 reference.unknown dimension',
      `${checks}:2 reference.unknown form`,
      `${checks}:2 reference.unknown right`,
      'templates/official.csv:2 reference.unknown element',
      'templates/official.csv:2 reference.unknown measure',
    ],
    names: '«student-results»',
  },
  {
    what: 'an unknown member',
    more: [synonyms({ member: 'rus' })],
    faults: ['templates/synonyms.csv:2 reference.unknown member'],
    names: '«ru»',
  },
  {
    what: 'an unknown member in an expression',
    elements: [element('a', { dims: 'grade' })],
    indicators: [share('s', 'a.g7', 'a.g4')],
    faults: [`${i}:2 reference.unknown numerator`],
  },
  {
    what: 'an input that the workspace removed',
    elements: two,
    indicators: [share('s', 'a', 'b')],
    more: [table('elements', [{ code: 'b', disabled: '1' }], 'workspace')],
    faults: [`${i}:2 reference.disabled denominator`],
    names: 'catalog/elements.csv, строка 2',
  },
  {
    what: 'bounds the wrong way round',
    elements: [element('a', { min: '10', max: '9.5' })],
    faults: [`${e}:2 range.reversed`],
  },
  {
    what: 'syntax, with the place',
    elements: two,
    indicators: [share('s', 'a + * b', '(a', { scope: 'type has' })],
    faults: [
      `${i}:2 expression.syntax numerator`,
      `${i}:2 expression.syntax denominator`,
      `${i}:2 expression.syntax scope`,
    ],
    names: 'знак 5',
  },
  {
    what: 'syntax of a condition of an element',
    elements: [element('a', { applies_if: 'programmes has' })],
    faults: [`${e}:2 expression.syntax applies_if`],
  },
  {
    what: 'a cycle, named once',
    elements: two,
    indicators: [share('x', 'y', 'a'), share('y', 'z', 'a'), share('z', 'x', 'a'), share('w', 'x', 'a')],
    faults: [`${i}:2 expression.cycle`],
    names: 'x → y → z → x',
  },
  {
    what: 'an indicator made of its own past',
    elements: two,
    indicators: [share('x', 'a + prev(x)', 'b')],
    faults: [`${i}:2 expression.cycle`],
  },
  {
    what: 'different frequencies',
    forms: [form('f'), form('g', { frequency: 'quarter' })],
    elements: [element('a'), element('b', { form: 'g' })],
    indicators: [share('s', 'a', 'b'), share('n', 's', 'a')],
    more: [check({})],
    faults: [`${i}:2 expression.frequency`, `${checks}:2 expression.frequency`],
    names: 'a — school_year, b — quarter',
  },
  {
    what: 'different frequencies through a nested indicator',
    forms: [form('f'), form('g', { frequency: 'month' })],
    elements: [element('a'), element('b', { form: 'g' })],
    indicators: [share('s', 'b', 'b'), share('n', 's', 'a')],
    faults: [`${i}:3 expression.frequency`],
  },
  {
    what: 'organisation and district on one side',
    elements: [element('a'), element('b', { level: 'district' })],
    indicators: [share('s', 'a + b', 'a'), share('n', 'a', 'b'), share('m', 'a', 'n + a')],
    faults: [`${i}:2 expression.levels numerator`, `${i}:4 expression.levels denominator`],
  },
  {
    what: 'an input is of its level also in years in which it has no definition',
    elements: [element('a'), element('b', { level: 'district' })],
    indicators: [
      share('i', 'b', 'b', { valid_from: '2024/25' }),
      share('o', 'a', 'i', { valid_to: '2022/23' }),
      share('o', 'a', 'i', { valid_from: '2024/25' }),
      share('s', 'b + o', 'b'),
      share('w', 'a + o', 'b'),
    ],
    faults: [`${i}:6 expression.levels numerator`],
  },
  {
    what: 'a breakdown that an input does not have',
    elements: [element('a', { dims: 'subject grade' }), element('b', { dims: 'grade' })],
    indicators: [
      share('s', 'a', 'b', { dims: 'grade subject' }),
      share('k', 'a.ru.g4', 'b', { dims: 'grade' }),
    ],
    faults: [`${i}:2 expression.dims denominator`, `${i}:3 expression.dims numerator`],
  },
  {
    what: 'different units',
    elements: [
      element('a', { unit: 'человек' }),
      element('b', { unit: 'единиц' }),
      element('c', { unit: 'Человек ' }),
    ],
    indicators: [
      share('s', 'a + b', 'a + c'),
      share('n', 'if(a > b, 1, 0)', 'sum(a, c, b)'),
      share('ok', 'a / b', 'if(a > 0, a, b) * 2 - 1'),
    ],
    more: [check({})],
    faults: [
      `${i}:2 expression.unit numerator`,
      `${i}:3 expression.unit numerator`,
      `${i}:3 expression.unit denominator`,
      `${checks}:2 expression.unit left`,
    ],
  },
  {
    what: 'texts and dates in arithmetic',
    elements: [element('a'), element('t', { type: 'text' }), element('d', { type: 'date' })],
    indicators: [share('s', 'a + t', 'a'), share('n', 'd', 'a'), share('ok', 'if(t = t, a, 0)', 'a')],
    faults: [`${i}:2 expression.not_number numerator`, `${i}:3 expression.not_number numerator`],
  },
  {
    what: 'kinds that ask for more or for less',
    elements: two,
    indicators: [
      share('p', '', 'b'),
      share('q', 'a', ''),
      share('r', 'a', '', { kind: 'mean' }),
      share('s', 'a', 'b', { kind: 'presence' }),
      share('t', 'a', 'b', { kind: 'count' }),
      share('u', 'a', '', { kind: 'group' }),
      share('v', 'a', 'b', { factor: '1000' }),
      share('w', 'a', '', { kind: 'presence', factor: '1' }),
    ],
    faults: [
      `${i}:2 indicator.no_numerator numerator`,
      `${i}:3 indicator.no_denominator denominator`,
      `${i}:4 indicator.no_denominator denominator`,
      `${i}:5 indicator.denominator denominator`,
      `${i}:6 indicator.denominator denominator`,
      `${i}:7 indicator.group_expression`,
      `${i}:8 indicator.factor factor`,
      `${i}:9 indicator.factor factor`,
    ],
  },
  {
    what: 'versions',
    elements: two,
    indicators: [
      share('s', 'a', 'b', { valid_to: '2022/23' }),
      share('s', 'a', 'b', { valid_from: '2022/23' }),
      share('t', 'a', 'b', { valid_from: '2024/25', valid_to: '2023/24' }),
    ],
    faults: [`${i}:3 versions.overlap valid_from`, `${i}:4 versions.reversed valid_from`],
  },
  {
    what: 'a register without fields, one with a field of nobody and lists of nothing',
    more: [
      csv('code,title,standing,ended_by\nempty,Пустой,,\nacts,Акты,1,kind\n'),
      csv(
        'record,code,name,type,list,min,max\nacts,kind,Вид,list,act_kynd,,\nacts,by,Чьё,list,direction,,\nact,no,Номер,text,,,\nacts,n,Число,integer,,2,1\nacts,a.b,Код,text,,,\n',
        'catalog/fields.csv',
      ),
    ],
    faults: [
      'catalog/own.csv:2 record.no_fields',
      'catalog/own.csv:3 record.ended_by ended_by',
      'catalog/fields.csv:2 reference.unknown list',
      'catalog/fields.csv:4 reference.unknown record',
      'catalog/fields.csv:5 range.reversed',
      'catalog/fields.csv:6 code.dimension code',
    ],
    names: '«empty»',
  },
  {
    what: 'headings under themselves',
    indicators: [
      { code: 'g', kind: 'group', parent: 'h' },
      { code: 'h', kind: 'group', parent: 'g' },
    ],
    faults: [`${i}:2 parent.cycle`],
  },
];

/** Needs bytes that are no workbook: test/etl/catalog/load.test.ts. */
const elsewhere = ['file.unreadable'];

const build = (one: Case) =>
  buildCatalog([
    directions,
    dimensions,
    table('forms', one.forms ?? [form('f')]),
    table('elements', one.elements ?? []),
    table('indicators', one.indicators ?? []),
    ...(one.more ?? []),
  ]);

describe('faults of a catalogue', () => {
  it.each(cases)('$what', (one) => {
    const { faults } = build(one);
    expect(faults.map((x) => `${x.file}:${x.line} ${x.code}${x.column ? ` ${x.column}` : ''}`)).toEqual(
      one.faults,
    );
    expect(catalogFaultText(faults[0]!)).toContain(one.names ?? '');
    for (const fault of faults) expect(catalogFaultText(fault)).not.toContain('undefined');
  });

  it('has a case for every code', () => {
    const met = new Set(cases.flatMap((one) => build(one).faults.map((fault) => fault.code)));
    expect(catalogFaultCodes.filter((code) => !met.has(code))).toEqual(elsewhere);
  });

  it('reports the faults of several files at once, in the order of files and lines', () => {
    const { faults } = build({
      what: '',
      forms: [form('f', { order: '-1' })],
      elements: [element('a', { min: 'x' }), element('b', { max: 'x' })],
      indicators: [share('s', 'q', '')],
      faults: [],
    });
    expect(faults.map((x) => `${x.file}:${x.line}`)).toEqual([
      `${f}:2`,
      `${e}:2`,
      `${e}:3`,
      `${i}:2`,
      `${i}:2`,
    ]);
  });
});
