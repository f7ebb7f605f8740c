import type { Catalog, Check, DataElement, Form, Indicator } from '../../../shared/catalog/types.ts';
import type { District, Organisation, Register } from '../../../shared/register/register.ts';
import {
  byCode,
  catalogOf,
  condition,
  dimensionEntry,
  elementEntry,
  expression,
  formEntry,
  indicatorEntry,
  origin,
} from '../../fixtures/catalog-entries.ts';

export const form = (code: string, title: string, more: Partial<Form> = {}): Form =>
  formEntry(code, { title, ...more });

export const element = (
  code: string,
  of: string,
  name: string,
  more: Partial<DataElement> = {},
): DataElement => elementEntry(code, of, { name, unit: 'человек', min: 0, ...more });

export const indicator = (
  code: string,
  kind: Indicator['kind'],
  numerator: string,
  denominator: string,
  more: Partial<Indicator> = {},
): Indicator =>
  indicatorEntry(code, kind, {
    no: '1.16',
    name: `Показатель ${code}`,
    title: `Показатель ${code}`,
    unit: kind === 'share' || kind === 'presence' ? '%' : 'человек',
    ...(numerator === '' ? {} : { numerator: expression(numerator) }),
    ...(denominator === '' ? {} : { denominator: expression(denominator) }),
    better: 'higher',
    basis: 'stated',
    text: { numerator, denominator, scope: '' },
    ...more,
  });

export const check = (
  code: string,
  of: string,
  left: string,
  op: Check['op'],
  right: string,
  message: string,
  severity: Check['severity'] = 'error',
): Check => ({
  code,
  check: 'check.part_over_whole',
  form: of,
  left: expression(left),
  op,
  right: expression(right),
  severity,
  validFrom: '',
  validTo: '',
  source: '',
  message,
  origin,
});

const forms: readonly Form[] = [
  form('quality', 'Качество подготовки обучающихся по итогам контроля', {
    orgTypes: ['school'],
    programmes: ['НОО', 'ООО', 'СОО'],
    frequency: 'stage',
    due: 'до 25 сентября, 25 января, 31 мая',
    asOf: '05-31',
    order: 1,
    help: 'Входной, промежуточный и итоговый контроль по русскому языку и математике.',
  }),
  form('gia', 'Государственная итоговая аттестация', {
    orgTypes: ['school'],
    programmes: ['ООО', 'СОО'],
    due: '07-15',
    asOf: '07-01',
    order: 2,
  }),
  form('olymp', 'Олимпиады и общественное наблюдение', { frequency: 'school_quarter', order: 3 }),
  form('vpr', 'Результаты ВПР: ведомость по предметам/классам', { orgTypes: ['school'], order: 4 }),
  form('kinder', 'Дошкольное образование', { programmes: ['ДО'], order: 5 }),
  form('district', 'Сведения района', { level: 'district', order: 6 }),
];

const elements: readonly DataElement[] = [
  element('q.pupils', 'quality', 'Обучающихся, выполнявших работы', {
    dims: ['band'],
    help: 'Считайте всех, кто писал хотя бы одну работу. Обучающихся на дому учитывайте, если они писали.',
  }),
  element('q.basic', 'quality', 'Из них достигли базового уровня', {
    dims: ['band'],
    help: 'Отметки «3», «4» и «5» либо не менее 50 % заданий базового уровня.',
  }),
  element('q.above', 'quality', 'Из них достигли уровня выше базового', { dims: ['band'] }),
  element('q.meta', 'quality', 'Достигли высокого уровня метапредметной подготовки', {}),
  element('q.score', 'quality', 'Средний балл метапредметной работы', {
    type: 'decimal2',
    unit: 'балл',
    max: 100,
    toTime: 'mean',
  }),
  element('oge.graduates', 'gia', 'Выпускников 9 классов', { appliesIf: condition('programmes has ООО') }),
  element('oge.passed', 'gia', 'Из них успешно сдали ОГЭ', { appliesIf: condition('programmes has ООО') }),
  element('ege.graduates', 'gia', 'Выпускников 11 классов', { appliesIf: condition('programmes has СОО') }),
  element('ege.passed', 'gia', 'Из них успешно сдали ЕГЭ', { appliesIf: condition('programmes has СОО') }),
  element('gia.date', 'gia', 'Дата педагогического совета о допуске', { type: 'date', unit: '' }),
  element('gia.order', 'gia', 'Реквизиты приказа', { type: 'text', unit: '' }),
  element('ol.held', 'olymp', 'Проведена школьная олимпиада', { type: 'yes_no', unit: '', toTime: 'max' }),
  element('ol.observers', 'olymp', 'Присутствовали общественные наблюдатели', {
    type: 'yes_no',
    unit: '',
    toTime: 'max',
  }),
  element('ol.people', 'olymp', 'Участников олимпиад', { toTime: 'sum', max: 38 }),
  element('ol.prizes', 'olymp', 'Призовых мест', { toTime: 'sum', unit: 'единиц', max: 500 }),
  element('vpr.n', 'vpr', 'Участников', { dims: ['subject', 'grade'] }),
  element('vpr.ok', 'vpr', 'Справились', { dims: ['subject', 'grade'] }),
  element('k.children', 'kinder', 'Воспитанников'),
  element('d.residents', 'district', 'Детей 5–18 лет в районе', { level: 'district' }),
  element('d.covered', 'district', 'Охвачено дополнительным образованием', { level: 'district' }),
];

const indicators: readonly Indicator[] = [
  indicator('i.quality', 'group', '', '', {
    no: '1.16',
    name: 'Показатели системы оценки качества подготовки',
  }),
  indicator('i.basic', 'share', 'q.basic', 'q.pupils', {
    no: '1.16.1',
    parent: 'i.quality',
    dims: ['band'],
    name: 'Доля обучающихся, достигших базового уровня предметной подготовки, от общего числа выполнявших работы',
  }),
  indicator('i.above', 'share', 'q.above', 'q.pupils', { no: '1.16.2', parent: 'i.quality', minN: 5 }),
  indicator('i.gap', 'index', 'i.above - 50', '', { no: '1.16.10', parent: 'i.quality', unit: 'п. п.' }),
  indicator('i.score', 'mean', 'q.score * q.meta', 'q.meta', {
    no: '1.16.9',
    parent: 'i.quality',
    unit: 'балл',
  }),
  indicator('i.noo', 'share', 'q.basic.noo', 'q.pupils.noo', { no: '1.16.12' }),
  indicator('i.sum', 'count', 'i.basic + 0', '', { no: '1.16.13', factor: 2 }),
  indicator('i.one', 'index', 'i.basic.ooo - prev(i.basic.ooo)', '', { no: '1.16.14' }),
  indicator('i.growth', 'change', 'q.basic', 'q.pupils', { no: '1.16.11', factor: 100, unit: 'п. п.' }),
  indicator('i.oge', 'share', 'oge.passed', 'oge.graduates', { no: '1.16.3' }),
  indicator('i.ege', 'share', 'ege.passed', 'ege.graduates', {
    no: '1.16.4',
    scope: condition('programmes has СОО'),
  }),
  indicator('i.all', 'share', 'any_of(oge.passed, ege.passed)', 'any_of(oge.graduates, ege.graduates)', {
    no: '1.16.5',
  }),
  indicator('i.olymp', 'presence', 'ol.held', '', { no: '2.1', direction: 'talents' }),
  indicator('i.open', 'presence', 'ol.held and (ol.observers or ol.people > 20)', '', {
    no: '2.2',
    direction: 'talents',
  }),
  indicator('i.closed', 'presence', 'not (ol.held or ol.observers)', '', { no: '2.3', direction: 'talents' }),
  indicator('i.prizes', 'count', 'ol.prizes + 2 * ol.people', '', { no: '2.4', direction: 'talents' }),
  indicator(
    'i.if',
    'mean',
    'if(ol.held, ol.prizes, 0) / ol.people',
    'max(ol.people, 1) - min(ol.people, 1)',
    {
      no: '2.5',
      direction: 'talents',
      unit: 'единиц',
    },
  ),
  indicator('i.more', 'count', 'ol.people - prev(ol.people)', '', { no: '2.6', direction: 'talents' }),
  indicator('i.vpr', 'share', 'vpr.ok', 'vpr.n', { no: '3.1', dims: ['subject'], direction: 'objectivity' }),
  indicator('i.grade', 'share', 'vpr.ok', 'vpr.n', { no: '3.2', dims: ['grade'], direction: 'objectivity' }),
  indicator('i.kinder', 'count', 'k.children', '', { no: '1', direction: 'preschool' }),
  indicator('i.cover', 'share', 'd.covered', 'd.residents', { no: '1', direction: 'talents' }),
  indicator('i.flagged', 'count', 'if(flag(low_results), ol.people, 0)', '', {
    no: '9',
    direction: 'talents',
  }),
];

/** A catalogue of its own for the tests of this room: small, but with every kind of row. */
export const fixtureCatalog: Catalog = catalogOf({
  forms: byCode(forms),
  dimensions: byCode([
    dimensionEntry('band', [
      ['noo', '1–4 классы'],
      ['ooo', '5–9 классы'],
      ['soo', '10–11 классы'],
    ]),
    dimensionEntry('subject', [
      ['ru', 'Русский язык'],
      ['ma', 'Математика'],
    ]),
    dimensionEntry('grade', [
      ['g4', '4 класс'],
      ['g5', '5 класс'],
      ['g6', '6 класс'],
    ]),
  ]),
  elements: byCode(elements),
  indicators: [...indicators].sort((a, b) => (a.code < b.code ? -1 : 1)),
  checks: [
    check(
      'c.basic',
      'quality',
      'q.basic',
      '<=',
      'q.pupils',
      'Достигших базового уровня больше, чем выполнявших работы.',
    ),
    check(
      'c.oge',
      'gia',
      'oge.passed',
      '<=',
      'oge.graduates',
      'Сдавших ОГЭ больше, чем выпускников 9 классов.',
    ),
    check(
      'c.prizes',
      'olymp',
      'ol.prizes',
      '<=',
      'ol.people * 3',
      'Призовых мест слишком много для числа участников.',
    ),
    check('c.vpr', 'vpr', 'vpr.ok', '<=', 'vpr.n', 'Справившихся больше, чем участников.'),
  ],
});

export const organisation = (
  code: string,
  types: string,
  programmes: string,
  more: Partial<Organisation> = {},
): Organisation => ({
  code,
  name: `Организация ${code}`,
  types: types.split(' '),
  district: 'gor',
  programmes: programmes.split(' '),
  columns: { code, type: types, programmes },
  ...more,
});

export const district: District = {
  code: 'gor',
  name: 'Горный район',
  region: 'RU-00',
  regionName: 'Нагорная область',
  roadmaps: ['botlikh'],
  columns: {},
};

export const school = organisation('s1', 'school', 'НОО ООО СОО', { name: 'МКОУ «Средняя школа № 1»' });
export const nineYear = organisation('s2', 'school', 'НОО ООО', { name: 'МКОУ «Основная школа № 2»' });
export const kindergarten = organisation('k1', 'preschool', 'ДО', { name: 'МКДОУ «Детский сад № 1»' });

export const fixtureRegister: Register = {
  organisations: [kindergarten, school, nineYear],
  districts: [district],
};
