import { beforeEach, describe, expect, it } from 'vitest';
import { School } from '../at-work/school.ts';

let school: School;

describe('a request to correct one value', () => {
  const corrections = () =>
    [...school.book.tab('Исправления').cells]
      .filter(([at]) => /^[B-I]8$/.test(at))
      .map(([, { value }]) => (value instanceof Date ? 'день' : value))
      .filter((value) => value !== undefined);
  const submitted = { submitted: 'да', submittedOn: '2025-10-20', submittedByPost: 'директор' };
  beforeEach(async () => {
    school = await School.open(submitted);
  });

  it('takes the selected cell with its row, period and value', () => {
    expect(school.pick('Контингент', 'E9')).toEqual({
      tab: 'Контингент',
      cell: 'E9',
      row: 'в том числе девочек',
      period: '2025/26',
      present: '52',
    });
    expect(school.pick('Контингент', 'C9')).toBeUndefined();
    expect(school.pick('Титул', 'A1')).toBeUndefined();
  });

  it('stands in the register once, however often it is sent', () => {
    const picked = school.pick('Контингент', 'E9')!;
    const request = { id: 'one', picked, wanted: '50', reason: '=опечатка' };
    expect(school.realm.call('requestCorrection', request)).toEqual({ kind: 'done' });
    const once = JSON.stringify([...school.book.tab('Исправления').cells]);
    expect(school.realm.call('requestCorrection', request)).toEqual({ kind: 'done' });
    school.realm.cache.values.clear();
    expect(school.realm.call('requestCorrection', { ...request, id: 'two' })).toEqual({ kind: 'done' });
    expect(JSON.stringify([...school.book.tab('Исправления').cells])).toBe(once);
    expect(corrections()).toEqual([
      'день',
      'Контингент',
      'E9',
      'в том числе девочек',
      '2025/26',
      '52',
      '50',
      '=опечатка',
    ]);
  });

  it.each([
    [{ wanted: ' ', reason: 'опечатка' }, 'missing'],
    [{ wanted: '50', reason: '' }, 'missing'],
    [{ wanted: '52', reason: 'опечатка' }, 'same'],
    [{ wanted: '50', reason: 'Ошиблась Иванова Мария Петровна' }, 'personal'],
  ])('refuses %j', (given, kind) => {
    const picked = school.pick('Контингент', 'E9')!;
    expect(school.realm.call('requestCorrection', { id: 'x', picked, ...given })).toEqual({ kind });
    expect(corrections()).toEqual([]);
  });

  it('a workbook without the register says so', () => {
    const picked = school.pick('Контингент', 'E9')!;
    school.book.remove('Исправления');
    const request = { id: 'x', picked, wanted: '50', reason: 'опечатка' };
    expect(school.realm.call('requestCorrection', request)).toEqual({ kind: 'noTab' });
  });
});
