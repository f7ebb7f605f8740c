import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../../shared/issue/issue.ts';
import type { SheetData } from '../../../shared/parse/workbook.ts';
import { type RecordReading, readRecordTabs } from '../../../shared/record/read-record-tabs.ts';
import { recordCatalog } from '../../fixtures/record-catalog.ts';
import { sheet } from '../../fixtures/sheet.ts';

type Typed = string | number | null;

const read = (...sheets: SheetData[]): RecordReading =>
  readRecordTabs({ sheets }, recordCatalog, { file: 's1.xlsx', unit: 's1', schoolYear: '2024/25' });

/** `register.no [key] {values} {answers}` */
const rows = (reading: RecordReading): string[] =>
  reading.records.map(
    ({ record, no, key, values, answers }) =>
      `${record}.${no}${key === undefined ? '' : ` [${key}]`} ${JSON.stringify(values)}${answers ? ` ${JSON.stringify(answers)}` : ''}`,
  );
const told = (reading: RecordReading): string[] =>
  reading.issues.map((i) => `${i.code} @ ${formatPlace(i.place)}${i.element ? ` ${i.element}` : ''}`);

const marker = 'msoko:records:1';
const fields = ['#fields', 'acts.kind', 'acts.title', 'acts.approved_on', 'acts.link'];
const head = ['#head', 'Вид', 'Название', 'Утверждён', 'Ссылка'];
const first = [null, 'Положение', 'О ВСОКО', '15.03.2025', 'https://a.ru/1'];
const second = [null, 'Приказ, распоряжение', 'О плане', null, null];

describe('reading registers', () => {
  it('reads rows below the keys, passes over headings and empty rows', () => {
    const reading = read(
      sheet('Акты', [[marker], [null, 'Акты'], fields, head, first, [null, ' ', null], second, []]),
    );
    expect(rows(reading)).toEqual([
      'acts.1 {"kind":"rules","title":"О ВСОКО","approved_on":"2025-03-15","link":"https://a.ru/1"}',
      'acts.2 {"kind":"order","title":"О плане"}',
    ]);
    expect(reading.records.map((row) => formatPlace(row.place))).toEqual([
      's1.xlsx#Акты!B5',
      's1.xlsx#Акты!B7',
    ]);
    expect(told(reading)).toEqual([]);
  });

  it('names the cells of faults and keeps the rest of the row', () => {
    const reading = read(
      sheet('Акты', [
        [marker],
        fields,
        [null, 'Устав', null, 'весной', 'a.ru'],
        [null, 'н/д', 'Петров Пётр Петрович', null, null],
      ]),
    );
    expect(rows(reading)).toEqual([
      'acts.1 {} {"kind":"rejected","approved_on":"rejected","link":"rejected"}',
      'acts.2 {} {"kind":"no_data","title":"rejected"}',
    ]);
    expect(told(reading)).toEqual([
      'cell.list @ s1.xlsx#Акты!B3 acts.kind',
      'cell.required @ s1.xlsx#Акты!C3 acts.title',
      'cell.date @ s1.xlsx#Акты!D3 acts.approved_on',
      'cell.link @ s1.xlsx#Акты!E3 acts.link',
      'cell.personal_data @ s1.xlsx#Акты!C4 acts.title',
    ]);
    expect(JSON.stringify(reading)).not.toContain('Петров');
  });

  it('gives rows their keys and leaves printed columns alone', () => {
    const reading = read(
      sheet('План', [
        [marker],
        ['#fields', 'plan.activity', 'plan.status'],
        ['1.16', 'Мониторинг', 'выполнено'],
        ['1.17', 'Анализ', null],
      ]),
    );
    expect(rows(reading)).toEqual(['plan.1 [1.16] {"status":"выполнено"}']);
    expect(told(reading)).toEqual([]);
  });

  it('reads several registers of one tab', () => {
    const reading = read(
      sheet('Всё', [
        [marker],
        ['#fields', 'acts.kind', 'acts.title', 'events.title', 'events.people'],
        [null, 'Положение', 'О ВСОКО', 'Турслёт', 40],
        ['#fields', 'events.title'],
        [null, 'Слёт'],
      ]),
    );
    expect(rows(reading)).toEqual([
      'acts.1 {"kind":"rules","title":"О ВСОКО"}',
      'events.1 {"title":"Турслёт","people":40}',
      'events.2 {"title":"Слёт"}',
    ]);
  });

  it('counts the rows of a copied tab once and says so', () => {
    const tab = [[marker], fields, first];
    const reading = read(sheet('Акты', tab), sheet('Акты (2)', [...tab, second]));
    expect(rows(reading)).toHaveLength(2);
    expect(told(reading)).toEqual(['key.duplicate @ s1.xlsx#Акты (2)!B3 acts']);
    expect(reading.issues[0]!.severity).toBe('warning');
  });

  it('equal free rows of one tab are two rows', () => {
    expect(read(sheet('Акты', [[marker], fields, first, first])).records).toHaveLength(2);
  });

  it('a given row that stands twice and differs counts nowhere', () => {
    const reading = read(
      sheet('План', [
        [marker],
        ['#fields', 'plan.activity', 'plan.status'],
        ['1', 'а', 'выполнено'],
        ['2', 'б', 'начато'],
        ['1', 'а', 'начато'],
      ]),
    );
    expect(rows(reading)).toEqual(['plan.2 [2] {"status":"начато"}']);
    expect(told(reading)).toEqual(['key.duplicate @ s1.xlsx#План!C5 plan']);
  });

  it.each<[string, SheetData, string[]]>([
    ['no marker', sheet('Акты', [fields, first]), ['key.missing @ s1.xlsx#Акты']],
    ['no fields', sheet('Акты', [[marker], head, first]), ['key.missing @ s1.xlsx#Акты']],
    ['a newer layout', sheet('Акты', [['msoko:records:2'], fields]), ['workbook.newer @ s1.xlsx#Акты']],
    [
      'a field of nobody',
      sheet('Акты', [[marker], ['#fields', 'acts.title', 'acts.colour'], [null, null, 'синий'], []]),
      ['element.unknown @ s1.xlsx#Акты!C3', 'cell.required @ s1.xlsx#Акты!B3 acts.title'],
    ],
    [
      'merged rows',
      sheet(
        'Акты',
        [[marker], fields, [null, 'Положение', 'О ВСОКО'], [null, null, 'О плане']],
        [{ firstRow: 3, lastRow: 4, firstColumn: 2, lastColumn: 2 }],
      ),
      ['cell.merged @ s1.xlsx#Акты!B3 acts.kind'],
    ],
    ['another tab', sheet('Заметки', [['#не ключ', 'текст']]), []],
  ])('%s', (_, tab, expected) => {
    expect(told(read(tab)).sort()).toEqual([...expected].sort());
  });

  it('finds the same rows wherever rows and columns were moved', () => {
    const entries = fc.array(
      fc.record({
        title: fc.stringMatching(/^[а-я]{2,9}( [0-9]{1,3})?$/),
        people: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null }),
      }),
      { maxLength: 12 },
    );
    const moves = fc.record({
      above: fc.nat(20),
      left: fc.nat(20),
      gaps: fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
      order: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      swap: fc.boolean(),
    });
    fc.assert(
      fc.property(entries, moves, (given, { above, left, gaps, order, swap }) => {
        const turned = (a: Typed, b: Typed): Typed[] => (swap ? [b, a] : [a, b]);
        const pad = (row: readonly Typed[]): Typed[] => [...Array<Typed>(left).fill(null), ...row];
        const shuffled = given
          .map((row, i) => ({ row, at: order[i]! }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const tab = sheet('Переименован', [
          ...Array<Typed[]>(above).fill([]),
          pad([marker]),
          pad(['#fields', ...turned('events.title', 'events.people')]),
          pad(['#head', ...turned('Название', 'Участников')]),
          ...shuffled.flatMap(({ title, people }, i) => [
            ...Array<Typed[]>(gaps[i]!).fill([]),
            pad([null, ...turned(title, people)]),
          ]),
        ]);
        const { records, issues } = read(tab);
        const wanted = shuffled.map(({ title, people }) => (people === null ? { title } : { title, people }));
        expect(records.map((row) => row.values)).toEqual(wanted);
        expect(records.map((row) => row.no)).toEqual(wanted.map((_, i) => i + 1));
        expect(issues).toEqual([]);
      }),
    );
  });
});
