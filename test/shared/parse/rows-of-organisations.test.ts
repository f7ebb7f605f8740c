import { describe, expect, it } from 'vitest';
import { blankMark } from '../../../shared/parse/blank-mark.ts';
import { readEntryTabs } from '../../../shared/parse/read-entry-tabs.ts';
import type { CellScalar, SheetData, WorkbookData } from '../../../shared/parse/workbook.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';

const catalog = smallCatalog({
  dimensions: { subject: ['ru', 'ma'] },
  elements: { n: { min: 0, required: true }, v: { dims: ['subject'] }, t: { type: 'text' } },
});

type Cell = string | number | undefined;

const scalar = (value: string | number): CellScalar =>
  typeof value === 'number' ? { type: 'number', value } : { type: 'text', value };

function sheet(
  name: string,
  rows: readonly (readonly Cell[])[],
  merges: SheetData['merges'] = [],
): SheetData {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c) =>
      value === undefined ? [] : [{ row: r + 1, column: c + 1, scalar: scalar(value) }],
    ),
  );
  return { name, hidden: name.startsWith('_'), cells, merges };
}

const meta = sheet('_meta', [
  ['schema', '1'],
  ['workspace', 'r1/d1'],
  ['workbook', 'd1:2024/25:all'],
  ['unit', 'd1'],
  ['school_year', '2024/25'],
  ['status', 'submitted'],
  ['submitted_on', '2025-06-01'],
  ['submitted_by_post', 'методист'],
]);
const blocked = [{ organisations: ['s2'], cells: ['n|2024/25', 'v.ru|2024/25'] }];
const forms = sheet('_forms', [
  ['element', 'n', '{}'],
  // cut into pieces as a long one is
  ['blocked', 'f', JSON.stringify(blocked).slice(0, 20), JSON.stringify(blocked).slice(20)],
]);

const head: readonly (readonly Cell[])[] = [
  ['msoko:keys:1'],
  [undefined, 'Форма'],
  [
    '#elements',
    undefined,
    '#organisation',
    'n|2024/25',
    undefined,
    'v.ru|2024/25',
    'v.ma|2024/25',
    't|2024/25',
  ],
  [undefined, 'Организация', 'Код', 'Численность', 'прошлый год', 'Русский язык', 'Математика', 'Приказ'],
  [undefined, 'заполнено', undefined, 2, undefined, 1, 0, 0],
];

function read(rows: readonly (readonly Cell[])[], merges?: SheetData['merges'], others = [meta, forms]) {
  const workbook: WorkbookData = { sheets: [sheet('Лист 7', [...head, ...rows], merges), ...others] };
  const { observations, issues } = readEntryTabs(workbook, catalog, { file: 'd.xlsx' });
  return {
    given: observations.map(({ unit, element, status, value, place }) =>
      [unit, element, value ?? status, place.cell].join(' '),
    ),
    issues: issues.map(({ code, organisation, element, place, raw }) =>
      [code, organisation, element, place.cell, raw].filter((part) => part !== undefined).join(' '),
    ),
  };
}

describe('rows of organisations', () => {
  it('read what is filled and say nothing of what is empty', () => {
    expect(
      read([
        ['s1', 'Школа 1', 's1', 12, 11, undefined, 'н/д'],
        ['s3', 'Школа 3', 's3', undefined, 30, ' ', undefined, 'приказ 7'],
      ]),
    ).toEqual({ given: ['s1 n 12 D6', 's1 v.ma no_data G6', 's3 t приказ 7 H7'], issues: [] });
  });

  it('pass over the mark of a blocked cell, but nothing that was typed', () => {
    expect(
      read([
        ['s1', 'Школа 1', 's1', 'не ведём'],
        ['s2', 'Школа 2', 's2', 'не ведём', undefined, 5, 'не ведём'],
      ]),
    ).toEqual({ given: ['s1 n not_applicable D6', 's2 v.ru 5 F7', 's2 v.ma not_applicable G7'], issues: [] });
  });

  it('follow the codes that people see where a sort left the hidden ones behind', () => {
    const rows = [
      ['s1', 'Школа 3', 's3', 3],
      ['s2', 'Школа 1', 's1', 1],
      ['s3', 'Школа 2', 's2', 2],
    ];
    expect(read(rows).given).toEqual(['s3 n 3 D6', 's1 n 1 D7', 's2 n 2 D8']);
  });

  it('keep the hidden code where the visible one was written over', () => {
    expect(read([['s1', 'Школа 1', 'школа первая', 4]]).given).toEqual(['s1 n 4 D6']);
  });

  it('take a row that somebody added with a code, and report numbers without any', () => {
    expect(
      read([
        ['s1', 'Школа 1', 's1', 1],
        [undefined, 'Новая школа', 's9', 9],
        [undefined, 'Итого', undefined, 10],
        [undefined, 'Примечание', 's1 без филиала'],
      ]),
    ).toEqual({ given: ['s1 n 1 D6', 's9 n 9 D7'], issues: ['key.missing d1 D8 10'] });
  });

  it('report an organisation that stands twice with different values', () => {
    const twice = read([
      ['s1', 'Школа 1', 's1', 1],
      ['s1', 'Школа 1', 's1', 2],
    ]);
    expect(twice.issues).toEqual(['key.duplicate s1 n D7']);
  });

  it('judge cells as everywhere, each fault with its organisation', () => {
    expect(read([['s1', 'Школа 1', 's1', 'много', undefined, '1,5']]).issues).toEqual([
      'cell.not_number s1 n D6 много',
      'cell.not_integer s1 v.ru F6 1,5',
    ]);
  });

  it('take no value of cells that were merged', () => {
    const merge = { firstRow: 6, lastRow: 7, firstColumn: 4, lastColumn: 4 };
    const merged = read(
      [
        ['s1', 'Школа 1', 's1', 8],
        ['s3', 'Школа 3', 's3'],
      ],
      [merge],
    );
    expect(merged.given).toEqual(['s1 n rejected D6', 's3 n rejected D7']);
    expect(merged.issues).toEqual(['cell.merged s1 n D6 8']);
  });

  it('repeat no name that stands where a code belongs', () => {
    expect(read([['Иванов Иван Иванович', 'Школа 1', undefined, 8]])).toEqual({
      given: [],
      issues: ['organisation.unknown D6'],
    });
  });

  it('report an unknown element once for its column', () => {
    const rows = [
      ['#elements', undefined, '#organisation', 'n|2024/25', undefined, 'w|2024/25'],
      ['s1', '', 's1', 1, undefined, undefined],
      ['s2', '', 's2', undefined, undefined, undefined],
    ];
    expect(read(rows).issues).toEqual(['key.unknown d1 F7']);
    expect(read([...rows.slice(0, 2), ['s2', '', 's2', undefined, undefined, 4]]).issues).toEqual([
      'element.unknown s2 F8 4',
    ]);
  });

  it('need their definitions no more than any other workbook', () => {
    const broken = sheet('_forms', [['blocked', 'f', '[{"organisations":']]);
    expect(read([['s2', 'Школа 2', 's2', 'не ведём']], [], [meta, broken]).given).toEqual([
      's2 n not_applicable D6',
    ]);
  });
});

describe('a blank form that came back', () => {
  it('is told from a workbook of somebody else’s', () => {
    const issuesOf = (first: string) =>
      readEntryTabs({ sheets: [sheet('Контингент', [[first], ['Показатель', 5]])] }, catalog, {
        file: 'b.xlsx',
      }).issues;
    expect(issuesOf(blankMark)).toMatchObject([{ code: 'workbook.no_meta', params: { kind: 'blank' } }]);
    expect(issuesOf('Отчёт')).toEqual([{ code: 'workbook.no_meta', place: { file: 'b.xlsx' } }]);
  });
});
