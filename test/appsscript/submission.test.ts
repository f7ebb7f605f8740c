import { beforeEach, describe, expect, it } from 'vitest';
import type {
  OpenedSubmission,
  PickedCell,
  SubmissionAnswers,
  SubmissionView,
  SubmitAnswer,
} from '../../appsscript/calls/submission.ts';
import type { LiveReport } from '../../shared/live-state/live-state.ts';
import { stateSheet } from '../../shared/live-state/state-sheet.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { type ReportBook, reportPlan } from '../fixtures/report-book.ts';
import { type Book, ProtectedCell } from './fakes/book.ts';
import { bookOfPlan } from './fakes/book-of-plan.ts';
import { openRealm, type Realm } from './realm.ts';

const office = ['office@district.test', 'program@district.test'];
const typed = { 'pupils 2025/26': 100, 'girls 2025/26': 52, 'tested 2025/26:start': 90 };

/** A workbook with what the night has told it. */
function bookWith(given: ReportBook = {}, report: Partial<LiveReport> | 'unknown' = {}): Book {
  const plan = reportPlan({ typed, ...given });
  const state =
    report !== 'unknown' &&
    stateSheet([['report', given.unit ?? 's1', { errors: 0, warnings: 0, office, ...report }]]);
  return bookOfPlan({ ...plan, sheets: [...plan.sheets, ...(state ? [state] : [])] } as Plan);
}

let book: Book;
let realm: Realm;
async function open(given: ReportBook = {}, report: Partial<LiveReport> | 'unknown' = {}): Promise<void> {
  book = bookWith(given, report);
  realm = await openRealm(book, { now: '2025-10-20T09:00:00Z' });
}

const view = (): SubmissionView => {
  const answer = realm.call('openSubmission') as OpenedSubmission;
  if (answer.kind !== 'view') throw new Error(answer.kind);
  return answer.view;
};
const submit = (post = 'директор', seen: SubmissionAnswers = view().answers): SubmitAnswer =>
  realm.call('submitReport', { post, seen }) as SubmitAnswer;
const withdraw = (): SubmitAnswer => realm.call('withdrawReport', view().answers) as SubmitAnswer;

/** A1 address of the n-th answer of the title page, by its label. */
function answerCell(label: string): string {
  const [at] = [...book.tab('Титул').cells].find(([, { value }]) => value === label)!;
  return at.replace(/^[A-Z]+/, 'D');
}
const answers = () =>
  ['Сведения проверены, сдаю', 'Дата сдачи', 'Должность сдающего'].map((label) => {
    const value = book.value('Титул', answerCell(label));
    return value instanceof Date ? value.toLocaleDateString('sv-SE', { timeZone: book.timeZone }) : value;
  });
const locks = () =>
  book.tabs.flatMap((tab) =>
    tab.protections
      .filter(({ description }) => description === 'msoko:submitted')
      .map(({ range, warningOnly, editors }) => ({ tab: tab.name, range, warningOnly, editors })),
  );

describe('handing a report in', () => {
  beforeEach(() => open());

  it('shows what is filled in and what is not', () => {
    expect(view()).toMatchObject({
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
    const before = JSON.stringify(book.tabs.map(({ cells }) => [...cells]).slice(1));
    expect(submit()).toMatchObject({ kind: 'done', failed: 0, view: { state: 'submitted', lock: 'locked' } });
    expect(answers()).toEqual(['да', '2025-10-20', 'директор']);
    expect(JSON.stringify(book.tabs.map(({ cells }) => [...cells]).slice(1))).toBe(before);
    expect(realm.calls.count('write')).toBe(3);
    expect(realm.lock.state.isHeld).toBe(false);
  });

  it('takes the day where the spreadsheet is', async () => {
    book.timeZone = 'Asia/Kamchatka';
    realm.setNow('2025-10-20T15:00:00Z');
    submit();
    expect(answers()[1]).toBe('2025-10-21');
  });

  it('locks the periods that are handed in; the others stay open for everybody', () => {
    submit();
    expect(locks()).toEqual([
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
    book.person = 'teacher@school.test';
    expect(() => book.type('Контингент', 'E8', 101)).toThrow(ProtectedCell);
    book.type('Результаты', 'F8', 80);
    book.person = 'deputy@school.test';
    book.type('Контингент', 'E8', 101);
  });

  it('handed in again with the next period, locks that too; a repeat changes nothing', () => {
    submit();
    book.type('Результаты', 'F8', 80);
    realm.setNow('2026-02-02T09:00:00Z');
    submit();
    expect(locks().map(({ range }) => range)).toEqual(['E8:E9', 'E8:F9']);
    const before = JSON.stringify(book.tabs.map(({ protections }) => protections));
    realm.calls.clear();
    expect(submit()).toMatchObject({ kind: 'done' });
    expect(realm.calls.count('write')).toBe(0);
    expect(JSON.stringify(book.tabs.map(({ protections }) => protections))).toBe(before);
  });

  it('follows answers and tabs that people moved and renamed', () => {
    const title = book.tab('Титул');
    title.name = "Лист «1-го'а» класса";
    for (const [at, cell] of [...book.tab('_meta').cells]) {
      const formula = cell.formula
        ?.replace(/Титул!/g, "'Лист «1-го''а» класса'!")
        .replace(/'Титул'!/g, "'Лист «1-го''а» класса'!");
      if (formula) book.tab('_meta').cells.set(at, { ...cell, formula });
    }
    expect(submit()).toMatchObject({ kind: 'done' });
    expect([...title.cells.values()].some(({ value }) => value === 'директор')).toBe(true);
  });

  it.each([
    ['', 'missing'],
    ['Иванова М.И.', 'named'],
    ['д'.repeat(101), 'long'],
  ])('refuses the post «%s»', (post, fault) => {
    expect(submit(post)).toEqual({ kind: 'post', fault });
    expect(answers()[0]).toBeUndefined();
  });

  it('a post is never a formula', () => {
    submit('=СУММ(A1)');
    expect(answers()[2]).toBe('=СУММ(A1)');
  });

  it('waits for nobody who saves at the same moment, and overwrites nobody’s answer', () => {
    const { answers: seen } = view();
    realm.lock.state.isTaken = true;
    expect(submit('директор', seen)).toEqual({ kind: 'busy' });
    realm.lock.state.isTaken = false;
    book.type('Титул', answerCell('Сведения проверены, сдаю'), 'нет');
    expect(submit('директор', seen)).toMatchObject({ kind: 'changed', view: { state: 'draft' } });
    expect(answers()[0]).toBe('нет');
  });

  it('the answer of a call was lost: the same call again finds everything done', () => {
    const { answers: seen } = view();
    submit('директор', seen);
    realm.calls.clear();
    expect(submit('директор', seen)).toMatchObject({ kind: 'done', view: { state: 'submitted' } });
    expect(realm.calls.count('write')).toBe(0);
  });
});

describe('what a lock cannot do', () => {
  it('without accounts of the office it only warns, since nobody else could help', async () => {
    await open({}, 'unknown');
    expect(submit()).toMatchObject({ view: { lock: 'warned' } });
    expect(locks().every(({ warningOnly }) => warningOnly)).toBe(true);
  });

  it('accounts that Google refuses leave a warning', async () => {
    await open({}, { office: ['no mailbox'] });
    expect(submit()).toMatchObject({ kind: 'done', failed: 0, view: { lock: 'warned' } });
  });

  it('a person who may not protect hands in all the same, and is told', async () => {
    await open();
    book.mayProtect = false;
    expect(submit()).toMatchObject({ kind: 'done', failed: 2, view: { state: 'submitted', lock: 'open' } });
  });

  it('a colleague cannot open the locks of the person who handed in', async () => {
    await open();
    submit();
    book.person = 'teacher@school.test';
    expect(view().lock).toBe('others');
    expect(withdraw()).toMatchObject({ kind: 'done', failed: 2, view: { state: 'draft', lock: 'others' } });
    book.person = 'program@district.test';
    expect(submit('методист', view().answers)).toMatchObject({ kind: 'done' });
  });
});

describe('withdrawing', () => {
  it('makes it a draft again and opens the cells', async () => {
    await open();
    submit();
    expect(withdraw()).toMatchObject({ kind: 'done', failed: 0, view: { state: 'draft', lock: 'open' } });
    expect(answers()).toEqual(['нет', '2025-10-20', 'директор']);
    expect(locks()).toEqual([]);
    expect(withdraw()).toMatchObject({ kind: 'done', view: { state: 'draft' } });
  });

  it('does not touch what is accepted or was never handed in', async () => {
    const decision = { kind: 'accepted', day: '2025-10-22' } as const;
    await open({ submitted: 'да', submittedOn: '2025-10-20', submittedByPost: 'директор' }, { decision });
    expect(view().state).toBe('accepted');
    expect(withdraw()).toEqual({ kind: 'accepted' });
    await open();
    expect(withdraw()).toEqual({ kind: 'notSubmitted' });
  });
});

describe('decisions of the district', () => {
  const decision = { kind: 'returned', day: '2025-10-21', remark: 'Проверьте число девочек.' } as const;
  const given = { submitted: 'да', submittedOn: '2025-10-20', submittedByPost: 'директор' };

  it('a returned report is handed in again from the next day on', async () => {
    await open(given, { decision });
    realm.setNow('2025-10-21T09:00:00Z');
    expect(view()).toMatchObject({ state: 'returned', decision });
    expect(submit()).toEqual({ kind: 'early', day: '2025-10-21' });
    realm.setNow('2025-10-22T09:00:00Z');
    expect(submit()).toMatchObject({ kind: 'done', view: { state: 'submitted' } });
  });

  it('no workbook, and a workbook whose first page is gone', async () => {
    await open();
    book.remove('_meta');
    expect(realm.call('openSubmission')).toEqual({ kind: 'noWorkbook' });
    await open();
    for (const cell of book.tab('_meta').cells.values()) if (cell.formula) cell.formula = '=#REF!';
    expect(realm.call('openSubmission')).toEqual({ kind: 'noAnswers' });
  });
});

describe('a request to correct one value', () => {
  const corrections = () =>
    [...book.tab('Исправления').cells]
      .filter(([at]) => /^[B-I]8$/.test(at))
      .map(([, { value }]) => (value instanceof Date ? 'день' : value))
      .filter((value) => value !== undefined);
  const pick = (tab: string, cell: string): PickedCell | undefined => {
    book.active = { tab: book.tab(tab), cell };
    return realm.call('pickCell') as PickedCell | undefined;
  };
  beforeEach(() => open({ submitted: 'да', submittedOn: '2025-10-20', submittedByPost: 'директор' }));

  it('takes the selected cell with its row, period and value', () => {
    expect(pick('Контингент', 'E9')).toEqual({
      tab: 'Контингент',
      cell: 'E9',
      row: 'в том числе девочек',
      period: '2025/26',
      present: '52',
    });
    expect(pick('Контингент', 'C9')).toBeUndefined();
    expect(pick('Титул', 'A1')).toBeUndefined();
  });

  it('stands in the register once, however often it is sent', () => {
    const picked = pick('Контингент', 'E9')!;
    const request = { id: 'one', picked, wanted: '50', reason: '=опечатка' };
    expect(realm.call('requestCorrection', request)).toEqual({ kind: 'done' });
    const once = JSON.stringify([...book.tab('Исправления').cells]);
    expect(realm.call('requestCorrection', request)).toEqual({ kind: 'done' });
    realm.cache.values.clear();
    expect(realm.call('requestCorrection', { ...request, id: 'two' })).toEqual({ kind: 'done' });
    expect(JSON.stringify([...book.tab('Исправления').cells])).toBe(once);
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
    const picked = pick('Контингент', 'E9')!;
    expect(realm.call('requestCorrection', { id: 'x', picked, ...given })).toEqual({ kind });
    expect(corrections()).toEqual([]);
  });

  it('a workbook without the register says so', () => {
    const picked = pick('Контингент', 'E9')!;
    book.remove('Исправления');
    const request = { id: 'x', picked, wanted: '50', reason: 'опечатка' };
    expect(realm.call('requestCorrection', request)).toEqual({ kind: 'noTab' });
  });
});
