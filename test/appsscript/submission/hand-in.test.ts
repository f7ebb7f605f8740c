import { beforeEach, describe, expect, it } from 'vitest';
import { colleague, School } from '../at-work/school.ts';
import { ProtectedCell } from '../fakes/book.ts';

let school: School;

describe('handing a report in', () => {
  beforeEach(async () => {
    school = await School.open();
  });

  it('shows what is filled in and what is not', () => {
    expect(school.view()).toMatchObject({
      state: 'none',
      today: '2025-10-20',
      lock: 'open',
      forms: [
        { title: 'Контингент', filled: 2, cells: 2, remarks: 0 },
        { title: 'Результаты', filled: 1, cells: 6, remarks: 0 },
      ],
    });
  });

  it('writes the three answers a person would give, and nothing else', () => {
    const before = JSON.stringify(school.book.tabs.map(({ cells }) => [...cells]).slice(1));
    expect(school.submit()).toMatchObject({
      kind: 'done',
      failed: 0,
      view: { state: 'submitted', lock: 'locked' },
    });
    expect(school.answers()).toEqual(['да', '2025-10-20', 'директор']);
    expect(JSON.stringify(school.book.tabs.map(({ cells }) => [...cells]).slice(1))).toBe(before);
    expect(school.realm.calls.count('write')).toBe(3);
    expect(school.realm.lock.state.isHeld).toBe(false);
  });

  it('takes the day where the spreadsheet is', async () => {
    school.book.timeZone = 'Asia/Kamchatka';
    school.realm.setNow('2025-10-20T15:00:00Z');
    school.submit();
    expect(school.answers()[1]).toBe('2025-10-21');
  });

  it('locks the periods that are handed in; the others stay open for everybody', () => {
    school.submit();
    expect(school.locks()).toEqual([
      {
        tab: 'Контингент',
        range: 'E8:E9',
        warningOnly: false,
        editors: ['program@district.test', 'deputy@school.test', 'office@district.test'],
      },
      {
        tab: 'Результаты',
        range: 'E8:E9',
        warningOnly: false,
        editors: ['program@district.test', 'deputy@school.test', 'office@district.test'],
      },
    ]);
    school.book.person = colleague;
    expect(() => school.book.type('Контингент', 'E8', 101)).toThrow(ProtectedCell);
    school.book.type('Результаты', 'F8', 80);
    school.book.person = 'deputy@school.test';
    school.book.type('Контингент', 'E8', 101);
  });

  it('handed in again with the next period, locks that too; a repeat changes nothing', () => {
    school.submit();
    school.book.type('Результаты', 'F8', 80);
    school.at('2026-02-02');
    school.submit();
    expect(school.locks().map(({ range }) => range)).toEqual(['E8:E9', 'E8:F9']);
    const before = JSON.stringify(school.book.tabs.map(({ protections }) => protections));
    school.realm.calls.clear();
    expect(school.submit()).toMatchObject({ kind: 'done' });
    expect(school.realm.calls.count('write')).toBe(0);
    expect(JSON.stringify(school.book.tabs.map(({ protections }) => protections))).toBe(before);
  });

  it('follows answers and tabs that people moved and renamed', () => {
    const title = school.book.tab('Титул');
    title.name = "Лист «1-го'а» класса";
    for (const [at, cell] of [...school.book.tab('_meta').cells]) {
      const formula = cell.formula
        ?.replace(/Титул!/g, "'Лист «1-го''а» класса'!")
        .replace(/'Титул'!/g, "'Лист «1-го''а» класса'!");
      if (formula) school.book.tab('_meta').cells.set(at, { ...cell, formula });
    }
    expect(school.submit()).toMatchObject({ kind: 'done' });
    expect([...title.cells.values()].some(({ value }) => value === 'директор')).toBe(true);
  });

  it.each([
    ['', 'missing'],
    ['Иванова М.И.', 'named'],
    ['д'.repeat(101), 'long'],
  ])('refuses the post «%s»', (post, fault) => {
    expect(school.submit(post)).toEqual({ kind: 'post', fault });
    expect(school.answers()[0]).toBeUndefined();
  });

  it('a post is never a formula', () => {
    school.submit('=СУММ(A1)');
    expect(school.answers()[2]).toBe('=СУММ(A1)');
  });

  it('waits for nobody who saves at the same moment, and overwrites nobody’s answer', () => {
    const { answers: seen } = school.view();
    school.realm.lock.state.isTaken = true;
    expect(school.submit('директор', seen)).toEqual({ kind: 'busy' });
    school.realm.lock.state.isTaken = false;
    school.book.type('Титул', school.answerCell('Сведения проверены, сдаю'), 'нет');
    expect(school.submit('директор', seen)).toMatchObject({ kind: 'changed', view: { state: 'draft' } });
    expect(school.answers()[0]).toBe('нет');
  });

  it('the answer of a call was lost: the same call again finds everything done', () => {
    const { answers: seen } = school.view();
    school.submit('директор', seen);
    school.realm.calls.clear();
    expect(school.submit('директор', seen)).toMatchObject({ kind: 'done', view: { state: 'submitted' } });
    expect(school.realm.calls.count('write')).toBe(0);
  });

  it('two people at once: the one who comes later is told, and the same answer is no other', () => {
    const { answers: seen } = school.view();
    expect(school.submit('директор', seen)).toMatchObject({ kind: 'done' });
    school.book.person = colleague;
    expect(school.submit('методист', seen)).toMatchObject({ kind: 'changed', view: { state: 'submitted' } });
    expect(school.answers()[2]).toBe('директор');
    const locked = school.locks();
    school.realm.calls.clear();
    expect(school.submit('директор', seen)).toMatchObject({ kind: 'done', failed: 0 });
    expect([school.realm.calls.count('write'), school.locks()]).toEqual([0, locked]);
  });
});
