import { beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../../etl/source/read-source.ts';
import type { SourceContent } from '../../etl/store/store.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { Scalar } from '../../shared/plan/plan.ts';
import { colleague, typed } from '../appsscript/at-work/school.ts';
import { LiveDistrict } from '../fixtures/life-cycle/live-district.ts';
import { type Night, Nights } from '../fixtures/life-cycle/nights.ts';
import { type ReportBook, reportCatalog, reportPlan } from '../fixtures/report-book.ts';

const handedIn = { submitted: 'да', submittedOn: '2025-10-20', submittedByPost: 'директор' };
const faulty = { ...typed, 'girls 2025/26': 130 };

describe('a report’s whole trip', () => {
  let d: LiveDistrict;
  beforeAll(async () => {
    d = await LiveDistrict.open(faulty);
  });

  it('a draft counts nowhere, and its cells are open', () => {
    d.at('2025-10-05');
    expect(d.school.submit()).toMatchObject({ kind: 'done' });
    expect(d.school.withdraw()).toMatchObject({ kind: 'done', view: { state: 'draft' } });
    expect(d.school.locks()).toEqual([]);
    expect(d.night('2025-10-05')).toMatchObject({ report: { state: 'draft' }, counts: false });
    expect([d.school.view().state, d.district.row('s1').state]).toEqual(['draft', 'draft']);
  });

  it('handed in with a fault it counts without it; the school reads the remark, the district sees the report', () => {
    d.at('2025-10-06');
    expect(d.school.submit()).toMatchObject({ kind: 'done', failed: 0 });
    expect(d.school.locks().map(({ tab, range }) => `${tab} ${range}`)).toEqual([
      'Контингент E8:E9',
      'Результаты E8:E9',
    ]);
    expect(d.night('2025-10-06')).toMatchObject({
      counts: true,
      issues: expect.arrayContaining(['check.part_over_whole']),
    });
    expect(d.school.view()).toMatchObject({
      state: 'submitted',
      lock: 'locked',
      errors: 1,
      remarks: { cell: 'A1' },
    });
    expect(d.district.row('s1')).toMatchObject({
      state: 'submitted',
      submittedOn: '2025-10-06',
      isPending: false,
    });
  });

  it('is returned with a comment; until the night the school knows nothing of it', () => {
    d.at('2025-10-07');
    expect(d.district.decide('s1', 'returned', 'Исправьте число девочек.')).toEqual('done');
    expect(d.district.row('s1').isPending).toBe(true);
    expect(d.school.view().state).toBe('submitted');
    expect(d.night('2025-10-07')).toMatchObject({ report: { state: 'returned' }, counts: false });
    expect(d.school.view()).toMatchObject({
      state: 'returned',
      decision: { kind: 'returned', day: '2025-10-07', remark: 'Исправьте число девочек.' },
      lock: 'open',
    });
    expect(d.district.row('s1')).toMatchObject({ state: 'returned', isPending: false });
    d.school.book.person = colleague;
    d.school.book.type('Контингент', 'E9', 52);
    d.school.book.person = 'deputy@school.test';
  });

  it('is corrected and accepted; nothing is left to remark', () => {
    d.at('2025-10-07');
    expect(d.school.submit()).toEqual({ kind: 'early', day: '2025-10-07' });
    d.at('2025-10-08');
    expect(d.school.submit('методист')).toMatchObject({
      kind: 'done',
      view: { state: 'submitted', lock: 'locked' },
    });
    const night = d.night('2025-10-08');
    expect(night).toMatchObject({
      report: { state: 'submitted', post: 'методист' },
      counts: true,
      issues: [],
    });
    expect(night.protocol).toBeUndefined();
    expect(d.school.view().remarks).toBeUndefined();
    d.at('2025-10-09');
    expect(d.district.decide('s1', 'accepted')).toEqual('done');
    expect(d.night('2025-10-09')).toMatchObject({ report: { state: 'accepted' }, counts: true, issues: [] });
    expect(d.school.view()).toMatchObject({ state: 'accepted', lock: 'locked' });
    expect(d.school.withdraw()).toEqual({ kind: 'accepted' });
  });

  it('after the deadline one value is asked to be corrected; the district sees it and may leave it', () => {
    d.at('2025-10-20');
    d.school.book.person = colleague;
    expect(() => d.school.book.type('Контингент', 'E9', 51)).toThrow();
    expect(d.school.request('E9', '51')).toEqual({ kind: 'done' });
    d.school.book.person = 'deputy@school.test';
    d.night('2025-10-20');
    expect(d.district.view().corrections).toMatchObject([
      { organisation: 's1', present: '52', wanted: '51' },
    ]);
    // refused: nobody returns the report, so it stands as it was accepted
    expect(d.night('2025-10-21')).toMatchObject({ report: { state: 'accepted' }, counts: true });
    expect(d.district.decide('s1', 'accepted')).toEqual('repeat');
  });

  it('granted by a return it is corrected, and the request is done with', () => {
    d.at('2025-10-22');
    expect(d.district.decide('s1', 'returned', 'Исправьте по запросу.')).toEqual('done');
    d.night('2025-10-22');
    expect(d.district.view().corrections).toEqual([]);
    d.school.book.type('Контингент', 'E9', 51);
    d.at('2025-10-23');
    d.school.submit();
    expect(d.night('2025-10-23')).toMatchObject({ report: { state: 'submitted' }, counts: true, issues: [] });
    d.at('2025-10-24');
    d.district.decide('s1', 'accepted');
    d.night('2025-10-24');
    expect([d.school.view().state, d.district.row('s1').state, d.district.view().corrections]).toEqual([
      'accepted',
      'accepted',
      [],
    ]);
  });
});

/** Where a report stands before somebody acts: handed in on the 20th, decided on the 21st. */
const states = ['none', 'draft', 'submitted', 'accepted', 'returned'] as const;
type State = (typeof states)[number];
type Act = 'submit' | 'withdraw' | 'request' | 'accept' | 'return';

/**
 * Statuses × actions: on which day of October, what the add-on answers, what it shows at once, how the report stands after
 * the next night, and what a person types into an .xlsx to the same end. Worked out by decision 014.
 */
const table: readonly (readonly [State, Act, number, string, State, State, string])[] = [
  ['none', 'submit', 22, 'done', 'submitted', 'submitted', 'да 22'],
  // a book without an answer counts, but to its sender it is not handed in
  ['none', 'withdraw', 22, 'notSubmitted', 'none', 'submitted', ''],
  ['none', 'request', 22, 'notIn', 'none', 'submitted', ''],
  ['draft', 'submit', 22, 'done', 'submitted', 'submitted', 'да 22'],
  ['draft', 'withdraw', 22, 'done', 'draft', 'draft', 'нет 20'],
  ['draft', 'request', 22, 'notIn', 'draft', 'draft', 'нет 20'],
  ['submitted', 'submit', 20, 'done', 'submitted', 'submitted', 'да 20'],
  ['submitted', 'submit', 22, 'done', 'submitted', 'submitted', 'да 22'],
  ['submitted', 'withdraw', 22, 'done', 'draft', 'draft', 'нет 20'],
  ['submitted', 'request', 22, 'done', 'submitted', 'submitted', 'да 20'],
  // the decision reaches whatever is handed in up to its day
  ['accepted', 'submit', 21, 'done', 'accepted', 'accepted', 'да 21'],
  ['accepted', 'submit', 22, 'done', 'submitted', 'submitted', 'да 22'],
  ['accepted', 'withdraw', 22, 'accepted', 'accepted', 'accepted', 'да 20'],
  ['accepted', 'request', 22, 'done', 'accepted', 'accepted', 'да 20'],
  ['returned', 'submit', 21, 'early', 'returned', 'returned', 'да 20'],
  ['returned', 'submit', 22, 'done', 'submitted', 'submitted', 'да 22'],
  ['returned', 'withdraw', 22, 'returned', 'returned', 'returned', 'да 20'],
  ['returned', 'request', 22, 'notIn', 'returned', 'returned', 'да 20'],
  ['none', 'accept', 22, 'notIn', 'none', 'submitted', ''],
  ['none', 'return', 22, 'notIn', 'none', 'submitted', ''],
  ['draft', 'accept', 22, 'notIn', 'draft', 'draft', 'нет 20'],
  ['draft', 'return', 22, 'notIn', 'draft', 'draft', 'нет 20'],
  ['submitted', 'accept', 22, 'done', 'submitted', 'accepted', 'да 20'],
  ['submitted', 'return', 22, 'done', 'submitted', 'returned', 'да 20'],
  ['accepted', 'accept', 22, 'repeat', 'accepted', 'accepted', 'да 20'],
  ['accepted', 'return', 22, 'done', 'accepted', 'returned', 'да 20'],
  ['returned', 'accept', 22, 'done', 'returned', 'accepted', 'да 20'],
  ['returned', 'return', 22, 'repeat', 'returned', 'returned', 'да 20'],
];

/** Brings a new report into a state, nights included. */
async function inState(state: State): Promise<LiveDistrict> {
  const d = await LiveDistrict.open(typed);
  d.at('2025-10-20');
  if (state !== 'none') d.school.submit();
  if (state === 'draft') d.school.withdraw();
  d.night('2025-10-20');
  d.at('2025-10-21');
  if (state === 'accepted' || state === 'returned') d.district.decide('s1', state, 'Проверьте.');
  d.night('2025-10-21');
  return d;
}

function act(d: LiveDistrict, what: Act): string {
  if (what === 'submit') return d.school.submit().kind;
  if (what === 'withdraw') return d.school.withdraw().kind;
  if (what === 'request') return d.school.request('E9', '50').kind;
  return d.district.decide('s1', what === 'accept' ? 'accepted' : 'returned', 'Проверьте ещё раз.');
}

/** `да 22` on the title page of an .xlsx, read as the run reads it. */
async function file(answers: string): Promise<SourceContent> {
  const [submitted, on] = answers.split(' ');
  const given: ReportBook = {
    typed,
    ...(submitted && { submitted, submittedOn: `2025-10-${on}`, submittedByPost: 'директор' }),
  };
  return readSource('s1.xlsx', await writeWorkbook(reportPlan(given)), { catalog: reportCatalog() });
}

/** «Приём отчётов» of the district's .xlsx with `<decision> <day>` rows. */
async function journal(decisions: readonly string[]): Promise<SourceContent> {
  const rows = decisions.map((text) => {
    const [decision = '', day] = text.split(' ');
    return { values: { organisation: 's1', decision, day: `2025-10-${day}`, remark: 'Проверьте.' } };
  });
  const plan = reportPlan({ unit: 'd1', rows: { reception: rows } });
  return readSource('d1.xlsx', await writeWorkbook(plan), { catalog: reportCatalog() });
}

const before: Readonly<Record<State, readonly [answers: string, decisions: readonly string[]]>> = {
  none: ['', []],
  draft: ['нет 20', []],
  submitted: ['да 20', []],
  accepted: ['да 20', ['accepted 21']],
  returned: ['да 20', ['returned 21']],
};

/** What is wrong in a book, what the night says of it, how many errors and warnings the school then reads. */
const faults: readonly (readonly [string, Readonly<Record<string, Scalar>>, string, number, number])[] = [
  ['an error', faulty, 'check.part_over_whole', 1, 0],
  ['a word in a number cell', { ...typed, 'girls 2025/26': 'много' }, 'cell.not_number', 1, 0],
  ['a warning', { ...typed, 'girls 2025/26': '—' }, 'cell.ambiguous', 0, 1],
  ['an obligatory cell that is empty, once it is due', { 'girls 2025/26': 52 }, 'cell.required', 0, 1],
];

describe('a report is taken as it is', () => {
  it.each(faults)('with %s', async (_, given, code, errors, warnings) => {
    const d = await LiveDistrict.open(given, ['pupils']);
    d.at('2025-10-20');
    expect(d.school.submit()).toMatchObject({ kind: 'done', view: { state: 'submitted' } });
    const night = d.night('2025-10-20');
    expect(night).toMatchObject({ report: { state: 'submitted' }, counts: true });
    expect(night.issues).toContain(code);
    expect(d.school.view()).toMatchObject({ errors, warnings, remarks: { cell: 'A1' } });

    const byHand = new Nights(reportCatalog(['pupils']), 's1.xlsx');
    const book = { typed: given, required: ['pupils'], ...handedIn };
    const bytes = await writeWorkbook(reportPlan(book));
    const content = readSource('s1.xlsx', bytes, { catalog: reportCatalog(['pupils']) });
    expect(byHand.pass('2025-10-20', content, undefined)).toMatchObject({
      counts: true,
      issues: night.issues,
      protocol: { counts: night.protocol!.counts },
    });
  });
});

describe('statuses × actions × roles', () => {
  const prepared = new Map<State, readonly [LiveDistrict, () => void]>();
  const files = new Map<string, SourceContent>();
  const journals = new Map<string, SourceContent>();
  const known = new Map<string, Night>();
  /** What three nights make of files: the answers of the school and the rows of the district, in turn. */
  function threeNights(texts: readonly string[]): Night {
    const key = texts.join('|');
    const found = known.get(key);
    if (found) return found;
    const nights = new Nights(reportCatalog(), 's1.xlsx');
    const [last] = [20, 21, 22]
      .map((day, i) =>
        nights.pass(`2025-10-${day}`, files.get(texts[2 * i]!)!, journals.get(texts[2 * i + 1]!)!),
      )
      .slice(-1);
    known.set(key, last!);
    return last!;
  }
  beforeAll(async () => {
    for (const state of states) {
      const d = await inState(state);
      prepared.set(state, [d, d.save()]);
    }
    for (const answers of ['', 'нет 20', 'да 20', 'да 21', 'да 22']) files.set(answers, await file(answers));
    const rows = [[], ['accepted 21'], ['returned 21'], ['accepted 22'], ['returned 22']];
    const both = [
      ['accepted 21', 'returned 22'],
      ['returned 21', 'accepted 22'],
    ];
    for (const one of [...rows, ...both]) journals.set(one.join(), await journal(one));
  });

  it.each(table)('%s, %s on the %i: %s, shown as %s, then %s', (...row) => {
    const [state, what, day, answer, shown, after, answers] = row;
    const [d, restore] = prepared.get(state)!;
    restore();
    d.at(`2025-10-${day}`);
    expect(act(d, what)).toBe(answer);
    expect(d.school.view().state).toBe(shown);
    const night = d.night('2025-10-22');
    expect(night.report?.state).toBe(after);
    expect(night.counts).toBe(after === 'submitted' || after === 'accepted');
    expect(night.issues).toEqual([]);
    // to its sender an unanswered book stays «не сдан»
    expect(d.school.view().state).toBe(shown === 'none' ? 'none' : after);
    // what the night has opened stays open until somebody hands it in anew
    const isIn = after === 'submitted' || after === 'accepted';
    expect(d.school.locks().length > 0).toBe(isIn && shown !== 'none' && shown !== 'returned');
    const decision = { accept: 'accepted 22', return: 'returned 22' }[what as string];
    const [first, decided] = before[state];
    const rows = answer === 'done' && decision ? [...decided, decision] : decided;
    const byHand = threeNights([first, '', first, decided.join(), answers, rows.join()]);
    expect([byHand.report?.state, byHand.counts, byHand.issues]).toEqual([after, night.counts, []]);
  });

  it('a decision that crosses a change of the same day: the last word of the school is heard, no word is void', () => {
    const [d, restore] = prepared.get('submitted')!;
    restore();
    d.at('2025-10-22');
    expect([d.district.decide('s1', 'accepted'), d.school.withdraw().kind]).toEqual(['done', 'done']);
    expect(d.night('2025-10-22')).toMatchObject({ report: { state: 'draft' }, counts: false, issues: [] });
    expect([d.school.view().state, d.district.row('s1').state]).toEqual(['draft', 'draft']);
    restore();
    d.at('2025-10-22');
    expect([d.school.submit().kind, d.district.decide('s1', 'accepted')]).toEqual(['done', 'done']);
    expect(d.night('2025-10-22')).toMatchObject({ report: { state: 'accepted' }, counts: true, issues: [] });
    restore();
    d.at('2025-10-22');
    expect([d.district.decide('s1', 'accepted'), d.night('2025-10-22').report?.state]).toEqual([
      'done',
      'accepted',
    ]);
    d.at('2025-10-23');
    d.school.submit();
    expect(d.night('2025-10-23')).toMatchObject({ report: { state: 'submitted' }, issues: [] });
  });

  it('holds every status against every action', () => {
    const acts: readonly Act[] = ['submit', 'withdraw', 'request', 'accept', 'return'];
    const missing = states.flatMap((state) =>
      acts.filter((what) => !table.some(([from, does]) => from === state && does === what)),
    );
    expect(missing).toEqual([]);
  });
});
