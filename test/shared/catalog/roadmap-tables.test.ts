import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../../shared/catalog/build-catalog.ts';
import type { CatalogTable } from '../../../shared/catalog/table.ts';

function table(file: string, header: string, ...lines: string[]): CatalogTable {
  const names = header.split(',');
  return {
    file,
    origin: file.startsWith('catalog/') ? 'workspace' : 'builtin',
    header: names,
    rows: lines.map((line, i) => ({
      line: i + 2,
      columns: Object.fromEntries(names.map((name, at) => [name, line.split(',')[at] ?? ''])),
    })),
  };
}

const activityColumns =
  'id,direction,section,no,title,deadline,target,executors,documents,level,year,parent,evidence_inherited,note';
const directions = table('templates/directions.csv', 'id,title,mechanism', 'leaders,Руководители,1.3');
const roadmap = table(
  'templates/roadmaps/demo/roadmap.csv',
  'id,district,region,title,approved_by,approved_on,period_from,period_to,source',
  'demo,Район,Область,План,приказ,2025-01-25,2025-01-01,2025-12-31,000',
);
const activities = (...lines: string[]) =>
  table('templates/roadmaps/demo/activities.csv', activityColumns, ...lines);
const faultsOf = (...tables: CatalogTable[]) =>
  buildCatalog([directions, roadmap, ...tables]).faults.map((x) => `${x.file}:${x.line} ${x.column}`);

describe('the tables of a roadmap', () => {
  it('are told by their headers and belong to the roadmap of their folder', () => {
    const { catalog, faults } = buildCatalog([
      directions,
      roadmap,
      activities(
        '1,leaders,Раздел 1,1.,Мониторинг,июль 2025,,Отдел,справка,,,,,',
        '1.1,leaders,,1.1,Совещание,,,,,organisation,2025,1,1,',
      ),
      table(
        'templates/roadmaps/demo/expected-results.csv',
        'direction,year,result',
        'leaders,2025,рост доли',
      ),
      table(
        'templates/roadmaps/demo/criteria.csv',
        'direction,group,no,level,criterion,evidence,polarity,note',
        'leaders,Цели,1,district,Цели есть,приказ,+,',
      ),
    ]);
    expect(faults).toEqual([]);
    expect(catalog.activities).toMatchObject([
      {
        roadmap: 'demo',
        id: '1',
        level: 'district',
        deadline: 'июль 2025',
        executors: 'Отдел',
        evidenceInherited: false,
      },
      { roadmap: 'demo', id: '1.1', level: 'organisation', parent: '1', evidenceInherited: true },
    ]);
    expect(catalog.expectedResults).toMatchObject([{ roadmap: 'demo', year: '2025', result: 'рост доли' }]);
    expect(catalog.criteria).toMatchObject([{ roadmap: 'demo', criterion: 'Цели есть', polarity: '+' }]);
  });

  it('read what is printed of a criterion, and whether its evidence serves several rows', () => {
    const criteria = (...lines: string[]) =>
      table(
        'templates/roadmaps/demo/criteria.csv',
        'direction,group,no,level,criterion,evidence,polarity,note',
        ...lines,
      );
    const { catalog, faults } = buildCatalog([
      directions,
      roadmap,
      criteria(
        'leaders,1. Цели,1.,district,по базовой подготовке,приказ,+,Напечатано так.',
        'leaders,1. Цели,2.,district,по высокой,приказ,+,inherited: общий со строкой 1.',
        'leaders,2. Меры,3.,organisation,,приказ,-,inherited',
      ),
    ]);
    expect(faults).toEqual([]);
    expect(catalog.criteria.map((c) => [c.criterion, c.evidenceInherited, c.note, c.polarity])).toEqual([
      ['по базовой подготовке', false, 'Напечатано так.', '+'],
      ['по высокой', true, 'общий со строкой 1.', '+'],
      ['', true, '', '-'],
    ]);
    expect(faultsOf(criteria('leaders,,1.,district,Цели,приказ,minus,'))).toEqual([
      'templates/roadmaps/demo/criteria.csv:2 polarity',
    ]);
  });

  it('say what is odd about the whole document', () => {
    const noted = table('catalog/r.csv', 'id,district,title,note', 'own,Район,План,Нумерация сбита');
    const { catalog, faults } = buildCatalog([directions, roadmap, noted]);
    expect(faults).toEqual([]);
    expect([...catalog.roadmaps.values()].map((r) => r.note)).toEqual(['', 'Нумерация сбита']);
  });

  it('let a workspace replace and switch off rows by roadmap and id', () => {
    const { catalog, faults } = buildCatalog([
      directions,
      roadmap,
      activities('1,leaders,,1,Старое,,,,,,,,,', '2,leaders,,2,Лишнее,,,,,,,,,'),
      table(
        'catalog/a.csv',
        'id,direction,title,deadline,roadmap,disabled',
        '1,leaders,Новое,,demo,',
        '2,,,,demo,1',
      ),
    ]);
    expect(faults).toEqual([]);
    expect(catalog.activities.map((a) => [a.id, a.title])).toEqual([['1', 'Новое']]);
  });

  const ownRoadmap = (...ids: string[]) =>
    table('catalog/r.csv', 'id,district,title', ...ids.map((id) => `${id},Район,План`));
  const unplaced = table('catalog/a.csv', 'id,direction,title,deadline', '1,leaders,Своё,ежегодно');

  it.each([
    ['the one roadmap of the workspace', [ownRoadmap('my-plan'), { ...unplaced, home: 'demo' }], 'my-plan'],
    ['else of the one its districts work by', [{ ...unplaced, home: 'demo' }], 'demo'],
  ])('without a column roadmap are of %s', (_, tables, id) => {
    const { catalog, faults } = buildCatalog([directions, roadmap, ...tables]);
    expect(faults).toEqual([]);
    expect(catalog.activities).toMatchObject([{ roadmap: id, title: 'Своё' }]);
  });

  it('ask for the column where nothing tells the roadmap', () => {
    expect(faultsOf(unplaced)).toEqual(['catalog/a.csv:1 roadmap']);
    expect(faultsOf(ownRoadmap('a', 'b'), { ...unplaced, home: 'demo' })).toEqual([
      'catalog/a.csv:1 roadmap',
    ]);
  });

  it('take the year printed above a level table as the deadline', () => {
    const { catalog } = buildCatalog([
      directions,
      roadmap,
      activities(
        '1,leaders,,1,Т,,,,,organisation,2025,,,',
        '2,leaders,,2,Т,май 2025,,,,organisation,2025,,,',
      ),
    ]);
    expect(catalog.activities.map((a) => a.deadline)).toEqual(['2025', 'май 2025']);
  });

  it.each([
    ['an unknown direction', activities('1,leadres,,1,Т,,,,,,,,,'), 'direction'],
    ['an unknown parent', activities('1,leaders,,1,Т,,,,,,,9,,'), 'parent'],
    ['a row above itself', activities('1,leaders,,1,Т,,,,,,,1,,'), 'parent'],
    ['an unknown level', activities('1,leaders,,1,Т,,,,,school,,,,'), 'level'],
    ['no title', activities('1,leaders,,1,,,,,,,,,,'), 'title'],
  ])('report %s with file and row', (_, rows, column) => {
    expect(faultsOf(rows)).toEqual([`templates/roadmaps/demo/activities.csv:2 ${column}`]);
  });

  it('report a roadmap that does not exist, and an id that stands twice', () => {
    const stray = table('catalog/a.csv', 'id,direction,title,deadline,roadmap', '1,leaders,Т,,nowhere');
    expect(faultsOf(stray)).toEqual(['catalog/a.csv:2 roadmap']);
    expect(faultsOf(activities('1,leaders,,1,Т,,,,,,,,,', '1,leaders,,1,Т,,,,,,,,,'))).toEqual([
      'templates/roadmaps/demo/activities.csv:3 undefined',
    ]);
  });
});
