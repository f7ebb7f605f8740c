import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenedDistrict } from '../../appsscript/calls/district.ts';
import type { OpenedSubmission } from '../../appsscript/calls/submission.ts';
import { namedBook } from '../../etl/google/create/named-book.ts';
import type { LiveReport } from '../../shared/live-state/live-state.ts';
import { stateSheet } from '../../shared/live-state/state-sheet.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { remarksTab } from '../../shared/texts/submit-words.ts';
import { districtPlan, districtState } from '../fixtures/district-book.ts';
import { reportPlan } from '../fixtures/report-book.ts';
import { type Book, emptyTab } from './fakes/book.ts';
import { bookOfPlan } from './fakes/book-of-plan.ts';
import { openRealm } from './realm.ts';

const report: LiveReport = {
  decision: { kind: 'returned', day: '2025-10-19', remark: 'Проверьте.' },
  errors: 1,
  warnings: 2,
  office: [],
};
const submitted = { submitted: 'да', submittedOn: '2025-10-18', submittedByPost: 'директор' };

/** A school's spreadsheet after a night that found something; handed out and told as that of `id`. */
function schoolBook(handedOut = 'book-1', told = 'book-1'): Book {
  const plan = namedBook(reportPlan(submitted), handedOut);
  const remarks = { name: remarksTab, columns: [], rows: [], print: { orientation: 'landscape' as const } };
  const state = stateSheet([['report', 's1', report]], told === '' ? undefined : told);
  return bookOfPlan({ ...plan, sheets: [...plan.sheets, remarks, state] } as Plan);
}

const look = async (book: Book, call = 'openSubmission'): Promise<OpenedSubmission | OpenedDistrict> =>
  (await openRealm(book, { now: '2025-10-20T09:00:00Z' })).call(call) as OpenedSubmission | OpenedDistrict;
const viewOf = async (book: Book) => {
  const answer = (await look(book)) as OpenedSubmission;
  if (answer.kind !== 'view') throw new Error(answer.kind);
  return answer.view;
};

describe('tabs that the night writes are found whatever people call them', () => {
  let book: Book;
  let tab: number;
  beforeEach(() => {
    book = schoolBook();
    tab = book.tab(remarksTab).id;
  });

  it('a renamed «Замечания» and a renamed `_state`', async () => {
    book.tab(remarksTab).name = 'Что исправить';
    book.tab('_state').name = 'не трогать';
    expect(await viewOf(book)).toMatchObject({ state: 'returned', errors: 1, remarks: { tab, cell: 'A1' } });
  });

  it('somebody’s own «Замечания» and a copy of ours are not taken for it', async () => {
    book.tab(remarksTab).name = 'Замечания (МСОКО)';
    book.tabs.unshift(emptyTab(5, remarksTab));
    const copy = emptyTab(6, 'Копия');
    copy.metadata.set('msoko.tab', `returns/${remarksTab}/0`);
    book.tabs.unshift(copy);
    expect((await viewOf(book)).remarks).toEqual({ tab, cell: 'A1' });
    book.remove('Замечания (МСОКО)');
    expect((await viewOf(book)).remarks).toBeUndefined();
  });

  it('without marks, as in a file that somebody uploaded, `_state` is found by its name', async () => {
    for (const { metadata } of book.tabs) metadata.clear();
    expect(await viewOf(book)).toMatchObject({ state: 'returned', warnings: 2 });
  });

  it('a deleted one is missed by nobody until it comes back', async () => {
    book.remove(remarksTab);
    book.remove('_state');
    expect(await viewOf(book)).toMatchObject({ state: 'submitted', errors: 0, warnings: 0 });
  });

  it('renamed `_meta` and `_forms`', async () => {
    book.tab('_meta').name = 'meta';
    book.tab('_forms').name = 'forms';
    expect((await viewOf(book)).forms.map(({ title }) => title)).toEqual(['Контингент', 'Результаты']);
  });

  it('a district’s `_state`', async () => {
    const district = bookOfPlan(districtPlan(), 'summary');
    district.tab('_state').name = 'сводное';
    expect(await look(district, 'openDistrict')).toMatchObject({ kind: 'view' });
  });
});

describe('a copy of a spreadsheet («Файл → Создать копию»)', () => {
  const original = 'https://docs.google.com/spreadsheets/d/first';

  it('says so and names the original, before the first night and after it', async () => {
    expect(await look(schoolBook('first', ''))).toEqual({ kind: 'copy', original });
    expect(await look(schoolBook('first', 'first'))).toEqual({ kind: 'copy', original });
  });

  it('that took the place of its original was told so by the night', async () => {
    expect(await look(schoolBook('first', 'book-1'))).toMatchObject({ kind: 'view' });
  });

  it('writes nothing and locks nothing', async () => {
    const book = schoolBook('first', 'first');
    const realm = await openRealm(book, { now: '2025-10-20T09:00:00Z' });
    const before = JSON.stringify(book.tabs.map(({ cells, protections }) => [[...cells], protections]));
    const answers = { answer: 'да', day: '2025-10-18', post: 'директор' };
    expect(realm.call('submitReport', { post: 'завуч', seen: answers })).toEqual({ kind: 'copy', original });
    expect(realm.call('withdrawReport', answers)).toEqual({ kind: 'copy', original });
    const picked = { tab: 'Контингент', cell: 'E9', row: '', period: '2025/26', present: '' };
    expect(realm.call('requestCorrection', { id: 'a', picked, wanted: '1', reason: 'опечатка' })).toEqual({
      kind: 'copy',
    });
    expect(realm.calls.count('write')).toBe(0);
    expect(JSON.stringify(book.tabs.map(({ cells, protections }) => [[...cells], protections]))).toBe(before);
  });

  it('of a district decides nothing and mails nobody', async () => {
    const plan = reportPlan({ unit: 'd1' });
    const book = bookOfPlan(
      { ...plan, sheets: [...plan.sheets, stateSheet(districtState, 'first')] },
      'summary',
    );
    const realm = await openRealm(book, { now: '2025-10-20T09:00:00Z' });
    expect(realm.call('openDistrict')).toEqual({ kind: 'copy', original });
    const seen = { state: 'submitted', submittedOn: '2025-10-19', isPending: false };
    const request = { organisation: 's1', decision: 'accepted', remark: '', seen };
    expect(realm.call('decideReport', request)).toEqual({ kind: 'copy' });
    const letter = { organisations: ['s1'], subject: 'а', text: 'б' };
    expect(realm.call('remindOrganisations', letter)).toEqual({ kind: 'copy' });
    expect([realm.calls.count('write'), realm.mail.letters.length]).toEqual([0, 0]);
  });
});
