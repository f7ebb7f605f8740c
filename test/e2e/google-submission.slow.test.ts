import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedSubmission, SubmissionView, SubmitAnswer } from '../../appsscript/calls/submission.ts';
import type { LiveOrganisation } from '../../shared/live-state/live-state.ts';
import { readState } from '../../shared/live-state/read-state.ts';
import { Book } from '../appsscript/fakes/book.ts';
import { openRealm, type Realm } from '../appsscript/realm.ts';
import { addonBook, bringBack } from '../google/addon-book.ts';
import { type Story, story } from '../google/story.ts';

let s: Story;
let district: string;
let school: string;

beforeAll(async () => {
  s = await story({ returns: true });
  // small books, but with the two registers of submission
  const path = join(s.dir, 'catalog', 'no-registers.csv');
  const kept = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !/^(reception|correction),/.test(line));
  writeFileSync(path, kept.join('\n'));
  await s.create();
  [district = ''] = s.books('gor');
  [school = ''] = s.books('s1');
  s.type('s1', 'g.pupils', 100);
  s.type('s1', 'g.passed', 120);
});
afterEach(() => expect(s.g.faults.left).toEqual([]));
afterAll(async () => {
  expect(s.g.violations).toEqual([]);
  await s.stop();
});

async function night(date: string): Promise<string[]> {
  s.requests();
  await s.say('run', '--json', '--date', date);
  return s.requests().map(({ method }) => method);
}
const rowsOf = (id: string, title: string): string[][] =>
  s.g.people
    .book(id)
    .tabs.find((tab) => tab.properties.title === title)!
    .rows.map((row) => Array.from(row ?? [], (cell) => String(cell?.userEnteredValue?.stringValue ?? '')));
/** What the night knows of the school's report. */
const known = (): LiveOrganisation => readState(rowsOf(district, '_state'), 'organisation').get('s1')!;
const locks = () =>
  s.g.people
    .book(school)
    .tabs.flatMap((tab) => tab.protectedRanges.filter((p) => p.description === 'msoko:submitted'));

/** The school opens its spreadsheet on a day and does something with the add-on. */
async function inSchool<T>(day: string, act: (realm: Realm) => T): Promise<T> {
  const book = addonBook(s.g, school);
  const realm = await openRealm(book, { now: `${day}T09:00:00Z` });
  const answer = act(realm);
  bringBack(s.g, book);
  return answer;
}
const view = (realm: Realm): SubmissionView => {
  const opened = realm.call('openSubmission') as OpenedSubmission;
  if (opened.kind !== 'view') throw new Error(opened.kind);
  return opened.view;
};
const submit = (realm: Realm): SubmitAnswer =>
  realm.call('submitReport', { post: 'директор', seen: view(realm).answers }) as SubmitAnswer;

/** The district decides by hand in «Приём отчётов», in its first free row. */
function decide(row: number, decision: string, day: string, remark = ''): void {
  const serial = Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000);
  const cells = { B: 'Средняя школа № 1', C: decision, D: serial, E: remark };
  for (const [column, value] of Object.entries(cells)) {
    s.g.people.type(district, 'Приём отчётов', `${column}${row}`, value);
  }
}

describe('a report handed in by the add-on', () => {
  it('a draft: the night remarks on it in the spreadsheet itself, and the next nights ask for no more', async () => {
    await inSchool('2025-06-09', (realm) => {
      submit(realm);
      realm.call('withdrawReport', view(realm).answers);
    });
    await night('2025-06-10');
    expect(known().state).toBe('draft');
    expect(await inSchool('2025-06-10', (realm) => view(realm).state)).toBe('draft');
    // our own writing is a change: what was written is read once more, and then nothing
    await night('2025-06-10');
    expect(await night('2025-06-10')).toEqual(['drive.changes.list']);
  });

  it('a copy of the spreadsheet says so, even before a night has told it', async () => {
    const copy = new Book('Копия', addonBook(s.g, school).tabs, 'copied');
    const original = `https://docs.google.com/spreadsheets/d/${school}`;
    const looked = async (): Promise<unknown> => (await openRealm(copy)).call('openSubmission');
    expect(await looked()).toEqual({ kind: 'copy', original });
    copy.remove('_state');
    expect(await looked()).toEqual({ kind: 'copy', original });
  });

  it('is handed in and locked, and the night agrees', async () => {
    const answer = await inSchool('2025-06-11', submit);
    expect(answer).toMatchObject({ kind: 'done', view: { state: 'submitted', lock: 'locked' } });
    await night('2025-06-12');
    expect(known()).toMatchObject({ state: 'submitted', submittedOn: '2025-06-11', post: 'директор' });
    expect(s.g.people.tabs(school)).toContain('Замечания');
    expect(locks()).toHaveLength(1);
    expect(await inSchool('2025-06-12', view)).toMatchObject({
      state: 'submitted',
      errors: 1,
      remarks: { cell: 'A1' },
    });
  });

  it('is returned: the remark stands in the spreadsheet, and the cells are open for everybody there', async () => {
    decide(8, 'возвращён', '2025-06-12', 'Исправьте число освоивших.');
    await night('2025-06-13');
    expect(known().state).toBe('returned');
    expect(locks()).toEqual([]);
    expect(JSON.stringify(rowsOf(school, 'Замечания'))).toContain('Исправьте число освоивших.');
    expect(await inSchool('2025-06-13', view)).toMatchObject({
      state: 'returned',
      decision: { kind: 'returned', day: '2025-06-12', remark: 'Исправьте число освоивших.' },
    });
  });

  it('is mended and handed in again, then accepted; nothing is left to remark', async () => {
    s.type('s1', 'g.passed', 90);
    expect(await inSchool('2025-06-13', submit)).toMatchObject({
      kind: 'done',
      view: { state: 'submitted' },
    });
    await night('2025-06-14');
    expect(known().state).toBe('submitted');
    expect(s.g.people.tabs(school)).not.toContain('Замечания');
    decide(9, 'принят', '2025-06-14');
    await night('2025-06-15');
    expect(known().state).toBe('accepted');
    const seen = await inSchool('2025-06-15', view);
    expect([seen.state, seen.decision?.day]).toEqual(['accepted', '2025-06-14']);
    // the return met a report, though another stands in its place now
    expect((await s.say('export', 'issues', '--date', '2025-06-15')).out.trim().split('\n')).toHaveLength(1);
  });

  it('a request to correct a value reaches the district', async () => {
    const { tab, cell } = s.cellOf(school, 'g.passed');
    await inSchool('2025-06-15', (realm) => {
      realm.book.active = { tab: realm.book.tab(tab), cell };
      const picked = realm.call('pickCell');
      realm.call('requestCorrection', { id: 'a', picked, wanted: '91', reason: 'опечатка' });
    });
    await night('2025-06-16');
    const [request] = readState(rowsOf(district, '_state'), 'correction').values();
    expect(request).toMatchObject({ organisation: 's1', present: '90', wanted: '91', reason: 'опечатка' });
  });
});
