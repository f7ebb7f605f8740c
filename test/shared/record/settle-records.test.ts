import { describe, expect, it } from 'vitest';
import { currentRows } from '../../../shared/record/current-rows.ts';
import type { RecordRow } from '../../../shared/record/record.ts';
import { resolveOrganisations } from '../../../shared/record/resolve-organisations.ts';
import { settleRecords, tableKey } from '../../../shared/record/settle-records.ts';
import { recordCatalog } from '../../fixtures/record-catalog.ts';

const row = (title: string, more: Partial<RecordRow> = {}): RecordRow => ({
  record: 'events',
  unit: 's1',
  schoolYear: '2024/25',
  no: 1,
  values: { title },
  place: { file: 'a.xlsx', tab: 'События', cell: 'B8' },
  ...more,
});

const source = (id: number, firstSeen: number, submittedOn?: string) => ({
  id,
  path: `${id}.xlsx`,
  firstSeen,
  fileTime: 0,
  ...(submittedOn !== undefined && { submittedOn }),
});

const titles = (rows: readonly RecordRow[]) => rows.map((r) => r.values.title);

describe('which file gives a register', () => {
  it('takes the newest table whole', () => {
    const settled = settleRecords(
      [source(1, 0), source(2, 1)],
      [
        { sourceId: 1, row: row('старое 1') },
        { sourceId: 1, row: row('старое 2', { no: 2 }) },
        { sourceId: 2, row: row('новое') },
      ],
    );
    expect(titles(settled.rows)).toEqual(['новое']);
    expect(settled.files.get(tableKey(row('')))).toEqual(new Set(['2.xlsx']));
    expect(settled.issues).toEqual([]);
  });

  it('keeps units, years and registers apart; a file without rows says nothing', () => {
    const settled = settleRecords(
      [source(1, 0), source(2, 1), source(3, 2)],
      [
        { sourceId: 1, row: row('год назад', { schoolYear: '2023/24' }) },
        { sourceId: 1, row: row('здесь') },
        { sourceId: 2, row: row('у соседей', { unit: 's2' }) },
        { sourceId: 2, row: row('акт', { record: 'acts' }) },
      ],
    );
    expect(titles(settled.rows)).toEqual(['акт', 'год назад', 'здесь', 'у соседей']);
  });

  it('of one run the later day of submission counts', () => {
    const settled = settleRecords(
      [source(1, 0, '2025-05-02'), source(2, 0, '2025-05-01')],
      [
        { sourceId: 2, row: row('раньше') },
        { sourceId: 1, row: row('позже') },
      ],
    );
    expect(titles(settled.rows)).toEqual(['позже']);
  });

  it('rows with keys that a district or a CSV file entered are laid over the table one by one', () => {
    const keyed = (key: string, title: string, file: string) => row(title, { key, place: { file } });
    const own = { ...source(1, 1), kind: 'workbook', unit: 's1' };
    const district = (firstSeen: number) => ({ ...source(2, firstSeen), kind: 'workbook', unit: 'd' });
    const csv = (firstSeen: number) => ({ ...source(3, firstSeen), kind: 'records' });
    const rows = [
      { sourceId: 1, row: keyed('a', 'школа а', '1.xlsx') },
      { sourceId: 1, row: keyed('b', 'школа б', '1.xlsx') },
      { sourceId: 2, row: keyed('b', 'район б', '2.xlsx') },
      { sourceId: 2, row: keyed('c', 'район в', '2.xlsx') },
      { sourceId: 3, row: keyed('c', 'таблица в', '3.csv') },
    ];
    const settle = (...sources: Parameters<typeof settleRecords>[0][number][]) => {
      const { rows: found, issues, files } = settleRecords(sources, rows);
      return [titles(found), issues.map(({ code, place }) => `${code} ${place.file}`), [...files.values()]];
    };
    expect(settle(own, district(0))).toEqual([
      ['школа а', 'школа б', 'район в'],
      [],
      [new Set(['1.xlsx', '2.xlsx'])],
    ]);
    expect(settle(own, district(2), csv(3))[0]).toEqual(['школа а', 'район б', 'таблица в']);
    // equal standing, different words: nobody's row counts
    expect(settle(own, district(1)).slice(0, 2)).toEqual([['школа а', 'район в'], ['value.conflict 1.xlsx']]);
    expect(settle(district(0))[0]).toEqual(['район б', 'район в']);
  });

  it('files of equal standing must agree', () => {
    const rows = (second: string) => [
      { sourceId: 1, row: row('слёт') },
      { sourceId: 2, row: row(second, { place: { file: '2.xlsx', tab: 'События', cell: 'B9' } }) },
    ];
    expect(titles(settleRecords([source(1, 0), source(2, 0)], rows('слёт')).rows)).toEqual(['слёт']);
    const { rows: none, issues } = settleRecords([source(1, 0), source(2, 0)], rows('турслёт'));
    expect(none).toEqual([]);
    expect(issues).toEqual([
      {
        code: 'value.conflict',
        place: { file: 'a.xlsx', tab: 'События' },
        organisation: 's1',
        element: 'events',
        period: '2024/25',
        params: { otherSource: '2.xlsx#События!B9', table: 1 },
      },
    ]);
  });
});

describe('rows that hold in a school year', () => {
  const years = ['2022/23', '2023/24', '2024/25'].map((schoolYear) => row(schoolYear, { schoolYear }));
  const two = [...years, row('сосед', { unit: 's2', schoolYear: '2022/23' })];

  it.each([
    [true, '2024/25', ['2024/25', 'сосед']],
    [true, '2023/24', ['2023/24', 'сосед']],
    [true, '2021/22', []],
    [false, '2024/25', ['2024/25']],
    [false, '2025/26', []],
  ])('standing %s, %s → %j', (isStanding, schoolYear, expected) => {
    expect(titles(currentRows({ code: 'events', isStanding }, two, schoolYear))).toEqual(expected);
    expect(currentRows({ code: 'acts', isStanding }, two, schoolYear)).toEqual([]);
  });
});

describe('organisations in fields', () => {
  const organisation = (code: string, name: string, login?: string) => ({
    code,
    name,
    types: ['school'],
    district: 'd1',
    programmes: [],
    columns: {},
    ...(login !== undefined && { login }),
  });
  const register = {
    organisations: [organisation('s1', 'МКОУ «СОШ № 1»', 'edu05'), organisation('s2', 'МКОУ «СОШ № 2»')],
    districts: [],
  };

  it.each([
    ['s1', 's1'],
    ['EDU05', 's1'],
    ['мкоу "сош №2"', 's2'],
  ])('%s → %s', (by, expected) => {
    const { rows, issues } = resolveOrganisations(recordCatalog, register, [
      row('', { values: { title: 'слёт', by } }),
    ]);
    expect(rows[0]!.values).toEqual({ title: 'слёт', by: expected });
    expect(issues).toEqual([]);
  });

  it('reports one that nobody knows', () => {
    const { rows, issues } = resolveOrganisations(recordCatalog, register, [
      row('', { values: { title: 'слёт', by: 'Лицей' } }),
    ]);
    expect(rows[0]).toMatchObject({ values: { title: 'слёт' }, answers: { by: 'rejected' } });
    expect(issues.map((i) => [i.code, i.element, i.raw])).toEqual([
      ['organisation.unknown', 'events.by', 'Лицей'],
    ]);
  });
});
