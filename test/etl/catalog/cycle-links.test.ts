import { beforeAll, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { criterionItems } from '../../../shared/criteria/criterion-item.ts';
import { linksOf, linksOfCriterion } from '../../../shared/cycle/criterion-links.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog({});
});

/** Read off the printed criteria of the district level; numbers of the printed rows by link, no link in the last line. */
const printed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'student-results': { methods: '1 2 3 4 5', indicators: '6 7 8', monitoring: '10 11 12', '': '9' },
  objectivity: {
    goals: '1 2',
    indicators: '3 4 5',
    monitoring: '7',
    analysis: '8',
    recommendations: '9',
    measures: '10',
    decisions: '11',
    '': '6',
  },
  leaders: {
    goals: '1 2 3 4 5 6 7 8 9 10 11',
    indicators: '12 13',
    methods: '14 16',
    monitoring: '17',
    analysis: '18',
    recommendations: '19',
    decisions: '20',
    measures: '21',
    '': '15',
  },
  'teacher-development': { goals: '1 2 3 4', analysis: '4', recommendations: '6', decisions: '7' },
  'methodical-work': {
    goals: '1 2 3 4 5 6',
    measures: '8',
    monitoring: '9',
    analysis: '10',
    recommendations: '11',
    decisions: '12',
    '': '7',
  },
  'low-results': {
    goals: '1 2 3 4',
    indicators: '5 6',
    monitoring: '7',
    recommendations: '8',
    decisions: '9',
  },
  talents: {
    goals: '1 2 3',
    indicators: '4 5',
    monitoring: '6',
    analysis: '7',
    recommendations: '8',
    '': '9',
  },
};

it('every criterion of the district stands for the link its words or its heading name', () => {
  const found = new Map<string, Map<string, string[]>>();
  for (const { criterion } of criterionItems(catalog.criteria)) {
    if (criterion.level !== 'district') continue;
    const links = linksOfCriterion(catalog.cycle, criterion);
    const of = found.get(criterion.direction) ?? new Map<string, string[]>();
    found.set(criterion.direction, of);
    for (const link of links.length > 0 ? links : [''])
      of.set(link, [...(of.get(link) ?? []), criterion.no.replace(/\.$/, '')]);
  }
  const joined = Object.fromEntries(
    [...found].map(([direction, of]) => [
      direction,
      Object.fromEntries([...of].map(([link, nos]) => [link, nos.join(' ')])),
    ]),
  );
  expect(joined).toEqual(printed);
});

it('keys of all built-in criteria are told apart by their printed numbers alone', () => {
  const keys = criterionItems(catalog.criteria).map(({ key }) => key);
  expect(new Set(keys).size).toBe(162);
  expect(keys.filter((key) => !/^nazran\/[a-z-]+\/\d+\.\d+\/(?:district|organisation)$/.test(key))).toEqual(
    [],
  );
});

it.each([
  ['Анализ эффективности принятых мер', 'effect'],
  ['Подготовка управленческих решений по направлению', 'decisions'],
  [
    'Подготовка адресных рекомендаций принятия управленческих решений по результатам анализа',
    'recommendations',
  ],
  ['Проведение анализа результатов мониторинга показателей', 'analysis'],
  ['Мониторинг и анализ показателей системы повышения квалификации', 'analysis monitoring'],
  ['Утверждение муниципальных показателей', 'indicators'],
  ['Разработка Муниципальной целевой программы по выявлению и поддержке одаренных детей', 'measures goals'],
  ['Семинары для руководителей', 'measures'],
  ['Заседание рабочей группы', ''],
])('an activity «%s»: %s', (title, links) => {
  expect(linksOf(catalog.cycle, 'activity', title).join(' ')).toBe(links);
});
