import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../../shared/issue/issue.ts';
import { type EntryReading, readEntryTabs } from '../../../shared/parse/read-entry-tabs.ts';
import type { SheetData } from '../../../shared/parse/workbook.ts';
import { type Typed as CellTyped, cellScalar } from '../../fixtures/cell-scalar.ts';
import { readingCatalog } from '../../fixtures/reading-catalog.ts';
import { sheet } from '../../fixtures/sheet.ts';

type Typed = CellTyped | null;

const meta = (changes: Readonly<Record<string, Typed>> = {}): SheetData =>
  sheet(
    '_meta',
    Object.entries({
      schema: '1',
      catalog: 'abc',
      workspace: 'RU-DA/botlikh',
      workbook: 's1-2024',
      unit: 's1',
      unit_type: 'organisation',
      roadmap: 'botlikh',
      school_year: '2024/25',
      status: 'submitted',
      submitted_on: '20.09.2024',
      submitted_by_post: 'директор',
      ...changes,
    }),
  );

const marker = 'msoko:keys:1';
const read = (...sheets: SheetData[]): EntryReading =>
  readEntryTabs({ sheets }, readingCatalog, { file: 's1.xlsx', workspaces: ['RU-DA/botlikh'] });

/** `element period → value` or `status`, and `code @ cell`. */
const values = (reading: EntryReading): string[] =>
  reading.observations.map((o) => `${o.element} ${o.period} → ${o.value ?? o.status}`);
const told = (reading: EntryReading): string[] =>
  reading.issues.map(
    (i) => `${i.severity === undefined ? '' : `${i.severity} `}${i.code} @ ${formatPlace(i.place)}`,
  );

const form = (name = 'Форма'): SheetData =>
  sheet(name, [
    [marker],
    [null, 'Сведения'],
    ['#cols', null, '2024/25'],
    [null, 'Показатель', 'Значение'],
    ['pupils', 'Всего', 120],
    ['held', 'Олимпиада', 'да'],
    ['#cols', null, '2024/25|ru|g4', '2024/25|math|g4'],
    ['vpr.passed', 'Успешно', 30, null],
    ['#cols', null, '2024/25'],
    ['vpr.passed.ru.g5', 'Успешно, 5 класс', 25],
  ]);

const expected = [
  'pupils 2024/25 → 120',
  'held 2024/25 → 1',
  'vpr.passed.ru.g4 2024/25 → 30',
  'vpr.passed.math.g4 2024/25 → not_reported',
  'vpr.passed.ru.g5 2024/25 → 25',
];

describe('reading entry tabs', () => {
  it('gives one observation per keyed cell, with its place', () => {
    const reading = read(meta(), form());
    expect(values(reading)).toEqual(expected);
    expect(told(reading)).toEqual([]);
    expect(reading.observations[2]).toEqual({
      unit: 's1',
      element: 'vpr.passed.ru.g4',
      period: '2024/25',
      status: 'value',
      value: 30,
      place: { file: 's1.xlsx', tab: 'Форма', cell: 'C8' },
    });
    expect(reading.meta).toMatchObject({
      unit: 's1',
      status: 'submitted',
      submittedOn: '2024-09-20',
      schema: 1,
    });
  });

  it('follows the keys where rows and columns were inserted before them', () => {
    const moved = form('Переименован');
    const cells = moved.cells.map((cell) => ({ ...cell, row: cell.row + 30, column: cell.column + 7 }));
    const reading = read({ ...moved, cells }, meta());
    expect(values(reading)).toEqual(expected);
    expect(told(reading)).toEqual([]);
  });

  it('does not look for the marker beyond row 50', () => {
    const cells = form().cells.map((cell) => ({ ...cell, row: cell.row + 50 }));
    expect(told(read(meta(), { ...form(), cells }))).toEqual([
      'key.missing @ s1.xlsx#Форма',
      'key.missing @ s1.xlsx',
    ]);
  });

  it('reads columns in any order', () => {
    const reading = read(
      meta(),
      sheet('Ф', [
        [marker],
        ['#cols', '2024/25|math|g4', null, '2024/25|ru|g4'],
        ['vpr.passed', 1, 'слово', 2],
      ]),
    );
    expect(values(reading)).toEqual(['vpr.passed.math.g4 2024/25 → 1', 'vpr.passed.ru.g4 2024/25 → 2']);
  });

  it('takes an old name of an element for the present one', () => {
    const reading = read(meta(), sheet('Ф', [[marker], ['#cols', '2024/25'], ['pupils_old', 7]]));
    expect(values(reading)).toEqual(['pupils 2024/25 → 7']);
  });

  it('warns of a required value that is missing', () => {
    const reading = read(meta(), sheet('Ф', [[marker], ['#cols', '2024/25'], ['pupils', null]]));
    expect(values(reading)).toEqual(['pupils 2024/25 → not_reported']);
    expect(told(reading)).toEqual(['cell.required @ s1.xlsx#Ф!B3']);
  });

  it('reports a refused value at its cell, with the text', () => {
    const reading = read(meta(), sheet('Ф', [[marker], ['#cols', '2024/25'], ['pupils', '12 чел.']]));
    expect(values(reading)).toEqual(['pupils 2024/25 → rejected']);
    expect(reading.issues).toEqual([
      {
        code: 'cell.not_number',
        place: { file: 's1.xlsx', tab: 'Ф', cell: 'B3' },
        organisation: 's1',
        element: 'pupils',
        period: '2024/25',
        raw: '12 чел.',
      },
    ]);
  });

  it('names unknown elements and periods only as far as something is typed there', () => {
    const reading = read(
      meta(),
      sheet('Ф', [
        [marker],
        ['#cols', '2024/25', '2024/25:q1', 'вчера'],
        ['nobody', 5, null, null],
        ['nothing', null, null, null],
        ['trips', null, 4, null],
        ['held', null, 1, 0],
      ]),
    );
    expect(values(reading)).toEqual(['trips 2024/25:q1 → 4', 'held 2024/25 → not_reported']);
    expect(told(reading)).toEqual([
      'element.unknown @ s1.xlsx#Ф!B3',
      'period.unknown @ s1.xlsx#Ф!C6',
      'period.unknown @ s1.xlsx#Ф!D6',
      'key.unknown @ s1.xlsx#Ф!B4',
    ]);
  });

  it('reports numbers typed beside the form, and leaves headings and formulas alone', () => {
    const base = sheet('Ф', [
      [marker],
      ['#cols', '2024/25'],
      [null, 2024],
      ['pupils', 5],
      [null, 17],
      [null, 'примечание'],
    ]);
    const cells = [...base.cells, { row: 7, column: 2, scalar: cellScalar(22), formula: true }];
    const reading = read(meta(), { ...base, cells });
    expect(told(reading)).toEqual(['key.missing @ s1.xlsx#Ф!B5']);
    expect(reading.issues[0]?.raw).toBe('17');
  });
});

describe('repeated keys', () => {
  it('counts a copied tab once, with one warning', () => {
    const reading = read(meta(), form(), form('Форма (2)'));
    expect(values(reading)).toEqual(expected);
    expect(told(reading)).toEqual(['warning key.duplicate @ s1.xlsx#Форма (2)!C5']);
    expect(reading.issues[0]?.params).toEqual({ otherSource: 's1.xlsx#Форма!C5', count: 5 });
  });

  it('takes nobody’s value where they differ', () => {
    const reading = read(
      meta(),
      sheet('Ф', [[marker], ['#cols', '2024/25'], ['pupils', 5], ['held', 1], ['pupils', 7]]),
    );
    expect(values(reading)).toEqual(['pupils 2024/25 → rejected', 'held 2024/25 → 1']);
    expect(told(reading)).toEqual(['key.duplicate @ s1.xlsx#Ф!B5']);
    expect(reading.issues[0]?.params).toMatchObject({ value: 7, other: 5, otherSource: 's1.xlsx#Ф!B3' });
  });

  it('prefers a filled cell to its empty copy', () => {
    const copy = (value: Typed) => [[marker], ['#cols', '2024/25'], ['pupils', value]];
    const reading = read(meta(), sheet('А', copy(null)), sheet('Б', copy(9)));
    expect(values(reading)).toEqual(['pupils 2024/25 → 9']);
    expect(reading.observations[0]?.place.tab).toBe('Б');
    expect(told(reading)).toEqual(['warning key.duplicate @ s1.xlsx#Б!B3']);
  });
});

describe('merged cells', () => {
  const rows = [
    [marker],
    ['#cols', '2024/25', '2024/25:q1'],
    ['held', 1, null],
    ['pupils', 2, null],
  ] as const;

  it('rejects a value under which several entry cells lie', () => {
    const reading = read(
      meta(),
      sheet('Ф', rows, [{ firstRow: 3, lastRow: 4, firstColumn: 2, lastColumn: 2 }]),
    );
    expect(values(reading)).toEqual(['held 2024/25 → rejected', 'pupils 2024/25 → rejected']);
    expect(told(reading)).toEqual(['cell.merged @ s1.xlsx#Ф!B3']);
    expect(reading.issues[0]?.params).toEqual({ range: 'B3:B4' });
  });

  it('accepts an entry cell joined with a cell that is none', () => {
    const reading = read(
      meta(),
      sheet(
        'Ф',
        [[marker], ['#cols', '2024/25'], ['pupils', 2, null]],
        [{ firstRow: 3, lastRow: 3, firstColumn: 2, lastColumn: 3 }],
      ),
    );
    expect(values(reading)).toEqual(['pupils 2024/25 → 2']);
    expect(told(reading)).toEqual([]);
  });
});

describe('the workbook as a whole', () => {
  it.each([
    ['without _meta', [form()], 'workbook.no_meta @ s1.xlsx', 0],
    ['without a unit', [meta({ unit: '' }), form()], 'workbook.no_meta @ s1.xlsx', 0],
    ['of another workspace', [meta({ workspace: 'RU-IN/nazran' }), form()], 'workbook.foreign @ s1.xlsx', 0],
    ['of a newer schema', [meta({ schema: '2' }), form()], 'workbook.newer @ s1.xlsx', 5],
    ['of an older schema', [meta({ schema: '0' }), form()], 'workbook.older @ s1.xlsx', 5],
    ['that is a draft', [meta({ status: 'draft' }), form()], 'workbook.draft @ s1.xlsx', 5],
    ['without forms', [meta()], 'key.missing @ s1.xlsx', 0],
  ] as const)('%s', (_, sheets, issue, count) => {
    const reading = read(...sheets);
    expect(told(reading)).toEqual([issue]);
    expect(reading.observations).toHaveLength(count);
  });

  it('finds _meta by its keys when the tab was renamed', () => {
    expect(values(read(form(), { ...meta(), name: 'Лист7' }))).toEqual(expected);
  });

  it('reads dates and numbers of _meta however they were saved', () => {
    const date = { type: 'date', day: '2024-09-20' } as const;
    expect(read(meta({ submitted_on: date, schema: 1 }), form()).meta).toMatchObject({
      schema: 1,
      submittedOn: '2024-09-20',
    });
    const empty = read(meta({ submitted_on: 0, status: { type: 'uncached' } }), form()).meta;
    expect(empty?.submittedOn).toBeUndefined();
    expect(empty?.status).toBe('');
  });

  it('keeps 5,000 issues, errors first', () => {
    const rows: Typed[][] = [[marker], ['#cols', '2024/25|ru|g4']];
    for (let i = 0; i < 6000; i++) rows.push([`nothing${i}`, null]);
    rows.push(['nobody', 5]);
    const { issues } = read(meta(), sheet('Ф', rows));
    expect(issues).toHaveLength(5000);
    expect(issues.filter((issue) => issue.code === 'element.unknown')).toHaveLength(1);
  });
});
