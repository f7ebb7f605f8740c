import { beforeEach, describe, expect, it } from 'vitest';
import { reportPlan } from '../fixtures/report-book.ts';
import type { Book } from './fakes/book.ts';
import { bookOfPlan } from './fakes/book-of-plan.ts';
import { openRealm, type Realm } from './realm.ts';

let book: Book;
let realm: Realm;
beforeEach(async () => {
  book = bookOfPlan(reportPlan({ typed: { 'pupils 2025/26': 100 } }));
  realm = await openRealm(book, { now: '2025-10-01T04:00:00Z' });
});

/** The clock strikes on a day. */
const strike = (day: string): void => {
  realm.setNow(`${day}T04:00:00Z`);
  realm.run('onDailyReminder', {});
};
const subjects = () => realm.mail.letters.map(({ subject }) => subject);

describe('switching reminders', () => {
  it('sets the clock once, and takes it away', () => {
    expect(realm.call('reminderState')).toEqual({ isOn: false });
    expect(realm.call('switchReminder', true)).toEqual({ kind: 'on' });
    expect(realm.call('switchReminder', true)).toEqual({ kind: 'on' });
    expect(realm.script.triggers).toMatchObject([{ handler: 'onDailyReminder', hour: 7 }]);
    expect(realm.call('switchReminder', false)).toEqual({ kind: 'off' });
    expect(realm.script.triggers).toEqual([]);
  });

  it('finds its own trigger where Google does not list those of the clock', () => {
    realm.script.listsClock = false;
    expect(realm.call('switchReminder', true)).toEqual({ kind: 'on' });
    expect(realm.call('switchReminder', true)).toEqual({ kind: 'on' });
    expect(realm.call('reminderState')).toEqual({ isOn: true });
    expect(realm.call('switchReminder', false)).toEqual({ kind: 'off' });
    expect(realm.script.triggers).toEqual([]);
  });

  it('leaves the triggers of other spreadsheets and of colleagues alone', () => {
    const other = { id: 'a', handler: 'onDailyReminder', hour: 7, book: 'book-2', person: book.person };
    const colleague = { ...other, id: 'b', book: book.id, person: 'teacher@school.test' };
    realm.script.triggers.push(other, colleague);
    expect(realm.call('reminderState')).toEqual({ isOn: false });
    expect(realm.call('switchReminder', true)).toEqual({ kind: 'on' });
    expect(realm.call('switchReminder', false)).toEqual({ kind: 'off' });
    expect(realm.script.triggers).toEqual([other, colleague]);
  });

  it('says where Google allows no more triggers', () => {
    realm.script.others = 20;
    expect(realm.call('switchReminder', true)).toEqual({ kind: 'tooMany' });
    expect(realm.call('reminderState')).toEqual({ isOn: false });
  });
});

describe('what the clock does', () => {
  // Контингент is due on 10.10.2025, a Friday; Результаты on 25.10.2025, a Saturday, so on Monday the 27th
  it('writes a week and a day before the last working day, once each, to the person who asked', () => {
    for (const day of ['2025-10-02', '2025-10-03', '2025-10-03', '2025-10-04', '2025-10-09', '2025-10-10'])
      strike(day);
    expect(subjects()).toEqual([
      'МСОКО: «Контингент» сдать до 10.10.2025',
      'МСОКО: «Контингент» сдать до 10.10.2025',
    ]);
    const [letter] = realm.mail.letters;
    expect(letter?.to).toBe('deputy@school.test');
    expect(letter?.body).toContain('— Контингент, 2025/26: заполнено 1 из 2, сдать до 10.10.2025');
    strike('2025-10-19');
    strike('2025-10-20');
    expect(subjects().slice(2)).toEqual(['МСОКО: «Результаты» сдать до 27.10.2025']);
  });

  it('a day that the clock missed is made up for', () => {
    strike('2025-10-05');
    strike('2025-10-06');
    expect(subjects()).toHaveLength(1);
  });

  it('says nothing of what is filled in or past', () => {
    book.type('Контингент', 'E9', 52);
    strike('2025-10-09');
    strike('2025-10-12');
    expect(subjects()).toEqual([]);
  });

  it('keeps the letter for the next day where Google sends none today', () => {
    realm.mail.left = 0;
    strike('2025-10-03');
    realm.mail.left = 10;
    realm.mail.refused.add('deputy@school.test');
    strike('2025-10-04');
    realm.mail.refused.clear();
    strike('2025-10-05');
    strike('2025-10-06');
    expect(subjects()).toHaveLength(1);
  });

  it('another person of the same spreadsheet is written to by a clock of their own', () => {
    strike('2025-10-03');
    book.person = 'teacher@school.test';
    realm.properties.user.clear();
    strike('2025-10-03');
    expect(realm.mail.letters.map(({ to }) => to)).toEqual(['deputy@school.test', 'teacher@school.test']);
  });

  it('does nothing once the person has withdrawn the right', () => {
    realm.script.status = 'REQUIRED';
    strike('2025-10-03');
    expect(subjects()).toEqual([]);
    expect(realm.calls.log).toEqual([]);
  });

  it('remembers no more than what is still to come', () => {
    for (const day of ['2025-10-03', '2025-10-09', '2025-10-20', '2025-10-26']) strike(day);
    expect([...realm.properties.user.values()].map((text) => JSON.parse(text).length)).toEqual([1]);
  });
});
