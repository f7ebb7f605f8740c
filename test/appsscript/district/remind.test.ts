import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveStateRow } from '../../../shared/live-state/live-state.ts';
import { districtState } from '../../fixtures/district-book.ts';
import { District } from '../at-work/district.ts';

let district: District;
beforeEach(async () => {
  district = await District.open();
});

describe('reminders to organisations', () => {
  it('go to the mailboxes of the office, with forms, days and the link', () => {
    expect(district.remind(['s2', 's3'])).toEqual({ kind: 'sent', sent: 1, already: 0, failed: 0, rest: 0 });
    expect(district.realm.mail.letters).toEqual([
      {
        to: 'sosh2@school.test',
        subject: 'Отчёт',
        body: [
          'Здравствуйте!',
          'МБОУ «СОШ № 2»',
          'Не заполнено:\n— Контингент, 2025/26: сдать до 10.10.2025',
          'Книга организации: https://docs.google.com/spreadsheets/d/two',
          'Письмо отправлено из таблицы района; отвечать можно на этот адрес.',
        ].join('\n\n'),
      },
    ]);
  });

  it('once a day each, however often they are sent', () => {
    district.remind(['s2']);
    expect(district.remind(['s2'])).toEqual({ kind: 'sent', sent: 0, already: 1, failed: 0, rest: 0 });
    expect(district.view().organisations.map(({ isReminded }) => isReminded)).toEqual([false, true, false]);
    district.realm.setNow('2025-10-22T09:00:00Z');
    expect(district.remind(['s2'])).toMatchObject({ sent: 1 });
  });

  it('none goes where the quota does not do for all; a mailbox that Google refuses stops no other', () => {
    district.realm.mail.left = 1;
    expect(district.remind(['s1', 's2'])).toEqual({ kind: 'tooMany', left: 1 });
    expect(district.realm.mail.letters).toEqual([]);
    district.realm.mail.left = 50;
    district.realm.mail.refused.add('sosh1@school.test');
    expect(district.remind(['s1', 's2'])).toEqual({ kind: 'sent', sent: 1, already: 0, failed: 1, rest: 0 });
    expect(district.realm.call('mailQuota')).toBe(49);
  });

  it('stop in time, and a repeat goes on where they stopped, however many there are', async () => {
    const many = Array.from({ length: 400 }, (_, i): LiveStateRow => {
      const code = `organisation_number_${i}`;
      const mailboxes = [`office${i}@school.test`];
      return ['organisation', code, { name: code, state: 'none', mailboxes, missing: [] }];
    });
    const night = districtState.filter(([kind]) => kind === 'night');
    district = await District.open([...night, ...many]);
    district.realm.mail.left = 1500;
    let seconds = 0;
    district.realm.mail.onSend = () =>
      district.realm.setNow(new Date(Date.UTC(2025, 9, 21, 9, 0, ++seconds)).toISOString());
    const codes = many.map(([, code]) => code);
    expect(district.remind(codes)).toEqual({ kind: 'sent', sent: 241, already: 0, failed: 0, rest: 159 });
    expect(district.remind(codes)).toEqual({ kind: 'sent', sent: 159, already: 241, failed: 0, rest: 0 });
    expect(new Set(district.realm.mail.letters.map(({ to }) => to)).size).toBe(400);
    expect(district.realm.properties.document.size).toBeGreaterThan(1);
  });

  it('remember no mailbox', () => {
    district.remind(['s2']);
    expect(JSON.stringify([...district.realm.properties.document])).not.toContain('@');
  });
});
