import { describe, expect, it } from 'vitest';
import { emptyContent } from '../../../etl/csv/content.ts';
import { enteredBefore } from '../../../etl/run/entered-before.ts';
import { recordsOnce, withholdClosedRecords } from '../../../etl/run/withhold-records.ts';
import type { StoredSource } from '../../../etl/store/store.ts';
import type { RecordRow } from '../../../shared/record/record.ts';
import { recordCatalog } from '../../fixtures/record-catalog.ts';

const row = (record: string, title: string, schoolYear = '2024/25', unit = 's1'): RecordRow => ({
  record,
  unit,
  schoolYear,
  no: 1,
  values: { title },
  place: { file: 's1.xlsx', tab: 'Акты', cell: 'B8' },
});

describe('a closed school year', () => {
  const known: StoredSource = {
    id: 7,
    path: 's1.xlsx',
    hash: 'h',
    readAs: 'r',
    fileTime: 0,
    firstSeen: 0,
    kind: 'workbook',
    state: 'present',
  };
  const stored = [
    { sourceId: 7, row: row('acts', 'прежний') },
    { sourceId: 8, row: row('acts', 'чужой') },
  ];
  const withhold = async (rows: readonly RecordRow[], before = stored, closed = ['2024/25'], of = known) => {
    const { records, issues } = await withholdClosedRecords(
      { ...emptyContent('workbook'), records: rows },
      of,
      recordsOnce({ records: async () => before }),
      new Set(closed),
    );
    return {
      titles: records.map((r) => r.values.title),
      issues: issues.map((i) => `${i.code} ${i.element}`),
    };
  };

  it.each([
    ['the same table', ['прежний'], ['прежний'], []],
    ['another table', ['новый'], ['прежний'], ['period.closed acts']],
    ['an emptied table', [], ['прежний'], []],
  ])('%s', async (_, given, titles, issues) => {
    expect(await withhold(given.map((title) => row('acts', title)))).toEqual({ titles, issues });
  });

  it('takes nothing from a file not seen before; an open year is free', async () => {
    expect(await withhold([row('acts', 'новый')], [])).toEqual({
      titles: [],
      issues: ['period.closed acts'],
    });
    expect(await withhold([row('acts', 'новый', '2025/26')])).toEqual({
      titles: ['новый', 'прежний'],
      issues: [],
    });
    expect(await withhold([row('acts', 'новый')], stored, [])).toEqual({ titles: ['новый'], issues: [] });
  });
});

describe('rows that a workbook brings along', () => {
  const records = new Map([
    [
      'acts',
      [
        row('acts', 'давно', '2022/23'),
        row('acts', 'недавно', '2023/24'),
        row('acts', 'сосед', '2023/24', 's2'),
      ],
    ],
    ['events', [row('events', 'прошлогоднее', '2023/24')]],
  ]);
  const titles = (unit: string, record: string, year = '2024/25') =>
    enteredBefore(recordCatalog, year, records)
      .rows(unit, record)
      .map((r) => r.values.title);

  it('are the last of a standing register, and those of the year of any other', () => {
    expect(titles('s1', 'acts')).toEqual(['недавно']);
    expect(titles('s2', 'acts')).toEqual(['сосед']);
    expect(titles('s1', 'acts', '2022/23')).toEqual(['давно']);
    expect(titles('s1', 'events')).toEqual([]);
    expect(titles('s1', 'events', '2023/24')).toEqual(['прошлогоднее']);
  });

  it('do not tell where they were entered', () => {
    expect(enteredBefore(recordCatalog, '2024/25', records).fingerprint('s1')).not.toContain('xlsx');
  });
});
