import { beforeEach, describe, expect, it } from 'vitest';
import { District } from '../at-work/district.ts';

let district: District;
beforeEach(async () => {
  district = await District.open();
});

describe('decisions', () => {
  it('stand in the register as people write them, by one write', () => {
    district.realm.calls.clear();
    expect(district.decide('s1', 'accepted')).toEqual('done');
    expect(district.realm.calls.count('write')).toBe(1);
    expect(district.decide('s1', 'returned', '=Проверьте число')).toEqual('done');
    expect(district.journal()).toEqual([
      ['МБОУ «СОШ № 1»', 'принят', '2025-10-21', undefined],
      ['МБОУ «СОШ № 1»', 'возвращён', '2025-10-21', '=Проверьте число'],
    ]);
    expect(district.view().organisations.map(({ isPending }) => isPending)).toEqual([true, false, false]);
  });

  it('the last word of a day is not written twice; another one is news', () => {
    district.decide('s1', 'returned', 'Проверьте.');
    expect(district.decide('s1', 'returned', 'Проверьте.')).toEqual('repeat');
    expect(district.decide('s1', 'accepted')).toEqual('done');
    expect(district.journal().map(([, word]) => word)).toEqual(['возвращён', 'принят']);
  });

  it('a return says what to mend, and names nobody', () => {
    expect(district.decide('s1', 'returned', ' ')).toEqual('missing');
    expect(district.decide('s1', 'returned', 'Пусть исправит Иванова Мария Петровна')).toEqual('personal');
    expect(district.journal()).toEqual([]);
  });

  it('wait for nobody who saves at the moment, and say where the register is gone', () => {
    district.realm.lock.state.isTaken = true;
    const seen = district.row('s1');
    expect(district.decide('s1', 'accepted', '', seen)).toEqual('busy');
    district.realm.lock.state.isTaken = false;
    district.book.remove('Приём отчётов');
    expect(district.decide('s1', 'accepted')).toEqual('noTab');
  });

  it('are not made of a report that is not handed in, nor of one that nobody knows', () => {
    expect(district.decide('s2', 'accepted')).toEqual('notIn');
    expect(district.decide('s3', 'returned', 'Сдайте.')).toEqual('notIn');
    expect(district.decide('s9', 'accepted', '', district.row('s1'))).toEqual('notIn');
    expect(district.journal()).toEqual([]);
  });

  it('are not made of what the person has not seen: a colleague or a night came in between', () => {
    const seen = district.row('s1');
    district.decide('s1', 'accepted');
    expect(district.decide('s1', 'returned', 'Проверьте.', seen)).toEqual('changed');
    const older = { ...seen, submittedOn: '2025-10-11' };
    expect(district.decide('s1', 'returned', 'Проверьте.', older)).toEqual('changed');
    expect(district.journal()).toHaveLength(1);
  });

  it('find room where the register is full', () => {
    for (let i = 0; i < 7; i++) district.decide('s1', i % 2 === 0 ? 'accepted' : 'returned', 'Да.');
    const rows = [...district.book.tab('Приём отчётов').cells].filter(
      ([at, { value }]) => /^C\d+$/.test(at) && value,
    );
    expect(rows.length).toBeGreaterThanOrEqual(7);
  });
});
