import type {
  CorrectionAnswer,
  OpenedSubmission,
  PickedCell,
  SubmissionAnswers,
  SubmissionView,
  SubmitAnswer,
} from '../../../appsscript/calls/submission.ts';
import type { LiveReport } from '../../../shared/live-state/live-state.ts';
import { stateSheet } from '../../../shared/live-state/state-sheet.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { lockMark } from '../../../shared/submission/lock-mark.ts';
import { type ReportBook, reportPlan } from '../../fixtures/report-book.ts';
import type { Book } from '../fakes/book.ts';
import { bookOfPlan } from '../fakes/book-of-plan.ts';
import { openRealm, type Realm } from '../realm.ts';

export const office = ['office@district.test', 'program@district.test'];
/** A teacher of the school, who is not the one that hands in. */
export const colleague = 'teacher@school.test';
/** Two forms, filled in as far as the first of their periods. */
export const typed = { 'pupils 2025/26': 100, 'girls 2025/26': 52, 'tested 2025/26:start': 90 };

/** Somebody at a school with the page «Сдать отчёт» open. */
export class School {
  readonly book: Book;
  readonly realm: Realm;

  constructor(realm: Realm) {
    this.realm = realm;
    this.book = realm.book;
  }

  /** On 20.10.2025; `report`: what the night has told it, `unknown` before the first one; `id`: of the spreadsheet that counts. */
  static async open(
    given: ReportBook = {},
    report: Partial<LiveReport> | 'unknown' = {},
    id = 'book-1',
  ): Promise<School> {
    const plan = reportPlan({ typed, ...given });
    const state =
      report !== 'unknown' &&
      stateSheet([['report', given.unit ?? 's1', { errors: 0, warnings: 0, office, ...report }]], id);
    const book = bookOfPlan({ ...plan, sheets: [...plan.sheets, ...(state ? [state] : [])] } as Plan);
    return new School(await openRealm(book, { now: '2025-10-20T09:00:00Z' }));
  }

  at(day: string): void {
    this.realm.setNow(`${day}T09:00:00Z`);
  }

  look(): OpenedSubmission {
    return this.realm.call('openSubmission') as OpenedSubmission;
  }

  view(): SubmissionView {
    const answer = this.look();
    if (answer.kind !== 'view') throw new Error(answer.kind);
    return answer.view;
  }

  submit(post = 'директор', seen: SubmissionAnswers = this.view().answers): SubmitAnswer {
    return this.realm.call('submitReport', { post, seen }) as SubmitAnswer;
  }

  withdraw(seen: SubmissionAnswers = this.view().answers): SubmitAnswer {
    return this.realm.call('withdrawReport', seen) as SubmitAnswer;
  }

  pick(tab: string, cell: string): PickedCell | undefined {
    this.book.active = { tab: this.book.tab(tab), cell };
    return this.realm.call('pickCell') as PickedCell | undefined;
  }

  /** Asks for one correction, about a cell of the first form. */
  request(cell: string, wanted: string, reason = 'опечатка', id = `${cell} ${wanted}`): CorrectionAnswer {
    const picked = this.pick('Контингент', cell);
    return this.realm.call('requestCorrection', { id, picked, wanted, reason }) as CorrectionAnswer;
  }

  /** A1 address of an answer of the title page, by its label. */
  answerCell(label: string): string {
    const [at] = [...this.book.tab('Титул').cells].find(([, { value }]) => value === label)!;
    return at.replace(/^[A-Z]+/, 'D');
  }

  /** «Сдаю», day and post as they stand on the title page. */
  answers(): unknown[] {
    return ['Сведения проверены, сдаю', 'Дата сдачи', 'Должность сдающего'].map((label) => {
      const value = this.book.value('Титул', this.answerCell(label));
      return value instanceof Date
        ? value.toLocaleDateString('sv-SE', { timeZone: this.book.timeZone })
        : value;
    });
  }

  /** Locks of what was handed in. */
  locks() {
    return this.book.tabs.flatMap((tab) =>
      tab.protections
        .filter(({ description }) => description === lockMark)
        .map(({ range, warningOnly, editors }) => ({ tab: tab.name, range, warningOnly, editors })),
    );
  }
}
