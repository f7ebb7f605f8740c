import { beforeEach, describe, expect, it } from 'vitest';
import type {
  DecisionRequest,
  DistrictView,
  OpenedDistrict,
  ReminderAnswer,
} from '../../appsscript/calls/district.ts';
import type { LiveStateRow } from '../../shared/live-state/live-state.ts';
import { stateSheet } from '../../shared/live-state/state-sheet.ts';
import { districtPlan, districtState } from '../fixtures/district-book.ts';
import { reportPlan } from '../fixtures/report-book.ts';
import type { Book } from './fakes/book.ts';
import { bookOfPlan } from './fakes/book-of-plan.ts';
import { openRealm, type Realm } from './realm.ts';

let book: Book;
let realm: Realm;
beforeEach(async () => {
  book = bookOfPlan(districtPlan(), 'summary');
  realm = await openRealm(book, { now: '2025-10-21T09:00:00Z' });
});

const view = (): DistrictView => {
  const answer = realm.call('openDistrict') as OpenedDistrict;
  if (answer.kind !== 'view') throw new Error(answer.kind);
  return answer.view;
};
type Seen = DecisionRequest['seen'];
/** The report of an organisation as the page shows it. */
const seenOf = (organisation: string): Seen => {
  const { state, submittedOn, isPending } = view().organisations.find(({ code }) => code === organisation)!;
  return { state, isPending, ...(submittedOn !== undefined && { submittedOn }) };
};
const decide = (organisation: string, decision: string, remark = '', seen = seenOf(organisation)) =>
  realm.call('decideReport', { organisation, decision, remark, seen });
/** Rows of «Приём отчётов» below its headings. */
const journal = () =>
  [8, 9, 10]
    .map((row) =>
      ['B', 'C', 'D', 'E'].map((column) => {
        const value = book.value('Приём отчётов', `${column}${row}`);
        return value instanceof Date ? value.toLocaleDateString('sv-SE', { timeZone: book.timeZone }) : value;
      }),
    )
    .filter((row) => row.some((value) => value !== undefined));

describe('the page of a district', () => {
  it('shows what the night left', () => {
    const { organisations, night, issues, corrections } = view();
    expect(organisations.map(({ code, state, isPending }) => [code, state, isPending])).toEqual([
      ['s1', 'submitted', false],
      ['s2', 'submitted', false],
      ['s3', 'none', false],
    ]);
    expect([night.errors, issues.length, corrections.length]).toEqual([1, 1, 1]);
  });

  it('is not for a school, and says where the night has left nothing', async () => {
    book.remove('_state');
    expect(realm.call('openDistrict')).toEqual({ kind: 'noState' });
    realm = await openRealm(bookOfPlan(reportPlan()));
    expect(realm.call('openDistrict')).toEqual({ kind: 'notDistrict' });
  });
});

describe('decisions', () => {
  it('stand in the register as people write them, by one write', () => {
    realm.calls.clear();
    expect(decide('s1', 'accepted')).toEqual({ kind: 'done' });
    expect(realm.calls.count('write')).toBe(1);
    expect(decide('s1', 'returned', '=Проверьте число')).toEqual({ kind: 'done' });
    expect(journal()).toEqual([
      ['МБОУ «СОШ № 1»', 'принят', '2025-10-21', undefined],
      ['МБОУ «СОШ № 1»', 'возвращён', '2025-10-21', '=Проверьте число'],
    ]);
    expect(view().organisations.map(({ isPending }) => isPending)).toEqual([true, false, false]);
  });

  it('the last word of a day is not written twice; another one is news', () => {
    decide('s1', 'returned', 'Проверьте.');
    expect(decide('s1', 'returned', 'Проверьте.')).toEqual({ kind: 'repeat' });
    expect(decide('s1', 'accepted')).toEqual({ kind: 'done' });
    expect(journal().map(([, word]) => word)).toEqual(['возвращён', 'принят']);
  });

  it('a return says what to mend, and names nobody', () => {
    expect(decide('s1', 'returned', ' ')).toEqual({ kind: 'missing' });
    expect(decide('s1', 'returned', 'Пусть исправит Иванова Мария Петровна')).toEqual({ kind: 'personal' });
    expect(journal()).toEqual([]);
  });

  it('wait for nobody who saves at the moment, and say where the register is gone', () => {
    realm.lock.state.isTaken = true;
    const seen = seenOf('s1');
    expect(decide('s1', 'accepted', '', seen)).toEqual({ kind: 'busy' });
    realm.lock.state.isTaken = false;
    book.remove('Приём отчётов');
    expect(decide('s1', 'accepted')).toEqual({ kind: 'noTab' });
  });

  it('are not made of a report that is not handed in, nor of one that nobody knows', () => {
    expect(decide('s2', 'accepted')).toEqual({ kind: 'notIn' });
    expect(decide('s3', 'returned', 'Сдайте.')).toEqual({ kind: 'notIn' });
    expect(decide('s9', 'accepted', '', seenOf('s1'))).toEqual({ kind: 'notIn' });
    expect(journal()).toEqual([]);
  });

  it('are not made of what the person has not seen: a colleague or a night came in between', () => {
    const seen = seenOf('s1');
    decide('s1', 'accepted');
    expect(decide('s1', 'returned', 'Проверьте.', seen)).toEqual({ kind: 'changed' });
    const older = { ...seen, submittedOn: '2025-10-11' };
    expect(decide('s1', 'returned', 'Проверьте.', older)).toEqual({ kind: 'changed' });
    expect(journal()).toHaveLength(1);
  });

  it('find room where the register is full', () => {
    for (let i = 0; i < 7; i++) decide('s1', i % 2 === 0 ? 'accepted' : 'returned', 'Да.');
    const rows = [...book.tab('Приём отчётов').cells].filter(([at, { value }]) => /^C\d+$/.test(at) && value);
    expect(rows.length).toBeGreaterThanOrEqual(7);
  });
});

describe('reminders to organisations', () => {
  const remind = (organisations: readonly string[]): ReminderAnswer =>
    realm.call('remindOrganisations', {
      organisations,
      subject: 'Отчёт',
      text: 'Здравствуйте!',
    }) as ReminderAnswer;

  it('go to the mailboxes of the office, with forms, days and the link', () => {
    expect(remind(['s2', 's3'])).toEqual({ kind: 'sent', sent: 1, already: 0, failed: 0, rest: 0 });
    expect(realm.mail.letters).toEqual([
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
    remind(['s2']);
    expect(remind(['s2'])).toEqual({ kind: 'sent', sent: 0, already: 1, failed: 0, rest: 0 });
    expect(view().organisations.map(({ isReminded }) => isReminded)).toEqual([false, true, false]);
    realm.setNow('2025-10-22T09:00:00Z');
    expect(remind(['s2'])).toMatchObject({ sent: 1 });
  });

  it('none goes where the quota does not do for all; a mailbox that Google refuses stops no other', () => {
    realm.mail.left = 1;
    expect(remind(['s1', 's2'])).toEqual({ kind: 'tooMany', left: 1 });
    expect(realm.mail.letters).toEqual([]);
    realm.mail.left = 50;
    realm.mail.refused.add('sosh1@school.test');
    expect(remind(['s1', 's2'])).toEqual({ kind: 'sent', sent: 1, already: 0, failed: 1, rest: 0 });
    expect(realm.call('mailQuota')).toBe(49);
  });

  it('stop in time, and a repeat goes on where they stopped, however many there are', async () => {
    const many = Array.from({ length: 400 }, (_, i): LiveStateRow => {
      const code = `organisation_number_${i}`;
      const mailboxes = [`office${i}@school.test`];
      return ['organisation', code, { name: code, state: 'none', mailboxes, missing: [] }];
    });
    const night = districtState.filter(([kind]) => kind === 'night');
    const plan = reportPlan({ unit: 'd1' });
    book = bookOfPlan({ ...plan, sheets: [...plan.sheets, stateSheet([...night, ...many])] }, 'summary');
    realm = await openRealm(book, { now: '2025-10-21T09:00:00Z' });
    realm.mail.left = 1500;
    let seconds = 0;
    realm.mail.onSend = () => realm.setNow(new Date(Date.UTC(2025, 9, 21, 9, 0, ++seconds)).toISOString());
    const codes = many.map(([, code]) => code);
    expect(remind(codes)).toEqual({ kind: 'sent', sent: 241, already: 0, failed: 0, rest: 159 });
    expect(remind(codes)).toEqual({ kind: 'sent', sent: 159, already: 241, failed: 0, rest: 0 });
    expect(new Set(realm.mail.letters.map(({ to }) => to)).size).toBe(400);
    expect(realm.properties.document.size).toBeGreaterThan(1);
  });

  it('remember no mailbox', () => {
    remind(['s2']);
    expect(JSON.stringify([...realm.properties.document])).not.toContain('@');
  });
});

describe('the menu', () => {
  const names = async (authMode: string | undefined, of: Book): Promise<string[]> => {
    const one = await openRealm(of);
    one.run('onOpen', authMode === undefined ? {} : { authMode });
    if (authMode === 'NONE') expect(one.calls.log).toEqual([]);
    return one.ui.menus[0]!.items.map(({ name }) => name).filter((name) => /Submission|District/.test(name));
  };

  it('has the items of the workbook’s unit, and all of them where nothing may be read yet', async () => {
    expect(await names('LIMITED', book)).toEqual(['showSubmission', 'showDistrict']);
    expect(await names('LIMITED', bookOfPlan(reportPlan()))).toEqual(['showSubmission']);
    expect(await names('NONE', book)).toEqual(['showSubmission', 'showDistrict']);
  });
});
