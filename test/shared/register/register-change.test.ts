import { describe, expect, it } from 'vitest';
import type { RecordRow } from '../../../shared/record/record.ts';
import { formerNames, nameOn } from '../../../shared/register/former-names.ts';
import type { Organisation } from '../../../shared/register/register.ts';
import {
  laterChanges,
  type RegisterEvent,
  registerChanges,
} from '../../../shared/register/register-change.ts';

const organisation = (code: string, name: string, more: Partial<Organisation> = {}): Organisation => ({
  code,
  name,
  types: ['school'],
  district: 'd',
  programmes: [],
  columns: {},
  ...more,
});

/** Runs the register through several states, one run each, and gives what was remembered. */
function remembered(...states: readonly (readonly Organisation[])[]): RegisterEvent[] {
  const events: RegisterEvent[] = [];
  states.forEach((organisations, i) => {
    const date = `2025-0${i + 1}-10`;
    for (const change of registerChanges(events, organisations)) events.push({ ...change, run: i + 1, date });
  });
  return events;
}

const told = (events: readonly RegisterEvent[]) =>
  laterChanges(events).map(
    ({ run, unit, field, before, after }) => `${run} ${unit} ${field} ${before}→${after}`,
  );

describe('what runs remember of the register', () => {
  it('the first look is no change; an unchanged register says nothing more', () => {
    const events = remembered([organisation('a', 'Школа')], [organisation('a', 'Школа')]);
    expect(told(events)).toEqual([]);
    expect(events.map(({ field }) => field)).toEqual(['listed', 'name', 'type', 'district']);
  });

  it('renaming, closing, merging, coming and going', () => {
    const events = remembered(
      [organisation('a', 'Школа № 1'), organisation('b', 'Школа № 2'), organisation('c', 'Сад')],
      [
        organisation('a', 'Гимназия'),
        organisation('b', 'Школа № 2', { closed: '2025-02-01', mergedInto: 'a' }),
        organisation('e', 'Центр'),
      ],
      [organisation('a', 'Гимназия'), organisation('b', 'Школа № 2'), organisation('c', 'Сад')],
    );
    expect(told(events)).toEqual([
      '2 a name Школа № 1→Гимназия',
      '2 b closed →2025-02-01',
      '2 b merged_into →a',
      '2 e listed →1',
      '2 c listed 1→',
      '3 b closed 2025-02-01→',
      '3 b merged_into a→',
      '3 c listed →1',
      '3 e listed 1→',
    ]);
  });

  it('spaces, quotes and case do not make another name', () => {
    const events = remembered([organisation('a', 'Сад «Ёлочка»')], [organisation('a', 'сад  "Елочка"')]);
    expect(told(events)).toEqual([]);
  });
});

describe('former names', () => {
  const row = (values: RecordRow['values']): RecordRow => ({
    record: 'renaming',
    unit: 'd',
    schoolYear: '2024/25',
    no: 1,
    values,
    place: { file: 'd.xlsx' },
  });
  const events = remembered(
    [organisation('a', 'Школа № 1')],
    [organisation('a', 'Шклоа № 1')],
    [organisation('a', 'Лицей')],
  );
  const names = (rows: readonly RecordRow[]) =>
    (formerNames(rows, events).get('a') ?? []).map(({ name, until, isNoticed }) =>
      [name, until, isNoticed ? 'noticed' : 'told'].join(' '),
    );

  it('are noticed by runs, on the day before them at the latest', () => {
    expect(names([])).toEqual(['Школа № 1 2025-02-09 noticed', 'Шклоа № 1 2025-03-09 noticed']);
  });

  it('what the district wrote comes first; a row without a day says it was a slip', () => {
    expect(
      names([
        row({ organisation: 'a', name: 'школа №1', until: '2025-01-31', document: 'приказ' }),
        row({ organisation: 'a', name: 'Школа № 1', until: '2025-01-31', document: 'приказ' }),
        row({ organisation: 'a', name: 'Шклоа № 1' }),
        row({ organisation: 'a', name: 'Семилетка', until: '1990-08-31' }),
      ]).filter((line) => !line.startsWith('школа')),
    ).toEqual(['Семилетка 1990-08-31 told', 'Школа № 1 2025-01-31 told']);
  });

  it.each([
    ['1980-01-01', 'Семилетка'],
    ['1990-08-31', 'Семилетка'],
    ['1990-09-01', 'Школа № 1'],
    ['2025-01-31', 'Школа № 1'],
    ['2025-02-01', 'Лицей'],
  ])('on %s it is called %s', (day, name) => {
    const former = formerNames(
      [
        row({ organisation: 'a', name: 'Школа № 1', until: '2025-01-31' }),
        row({ organisation: 'a', name: 'Семилетка', until: '1990-08-31' }),
      ],
      [],
    ).get('a');
    expect(nameOn('Лицей', former, day)).toBe(name);
  });
});
