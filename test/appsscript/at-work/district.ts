import type {
  DecisionAnswer,
  DecisionRequest,
  DistrictOrganisation,
  DistrictView,
  OpenedDistrict,
  ReminderAnswer,
} from '../../../appsscript/calls/district.ts';
import type { LiveStateRow } from '../../../shared/live-state/live-state.ts';
import { stateSheet } from '../../../shared/live-state/state-sheet.ts';
import { districtState } from '../../fixtures/district-book.ts';
import { reportPlan } from '../../fixtures/report-book.ts';
import type { Book } from '../fakes/book.ts';
import { bookOfPlan } from '../fakes/book-of-plan.ts';
import { openRealm, type Realm } from '../realm.ts';

/** Somebody of a district with the page «Район» open. */
export class District {
  readonly book: Book;
  readonly realm: Realm;

  constructor(realm: Realm) {
    this.realm = realm;
    this.book = realm.book;
  }

  /** On 21.10.2025, after a night that left these rows. */
  static async open(rows: readonly LiveStateRow[] = districtState): Promise<District> {
    const plan = reportPlan({ unit: 'd1' });
    const book = bookOfPlan({ ...plan, sheets: [...plan.sheets, stateSheet(rows)] }, 'summary');
    return new District(await openRealm(book, { now: '2025-10-21T09:00:00Z' }));
  }

  view(): DistrictView {
    const answer = this.realm.call('openDistrict') as OpenedDistrict;
    if (answer.kind !== 'view') throw new Error(answer.kind);
    return answer.view;
  }

  /** An organisation as the page shows it. */
  row(organisation: string): DistrictOrganisation {
    return this.view().organisations.find(({ code }) => code === organisation)!;
  }

  decide(
    organisation: string,
    decision: DecisionRequest['decision'],
    remark = '',
    shown: DecisionRequest['seen'] = this.row(organisation),
  ): DecisionAnswer['kind'] {
    const { state, submittedOn, isPending } = shown;
    const seen = { state, isPending, ...(submittedOn !== undefined && { submittedOn }) };
    const answer = this.realm.call('decideReport', { organisation, decision, remark, seen });
    return (answer as DecisionAnswer).kind;
  }

  remind(organisations: readonly string[]): ReminderAnswer {
    return this.realm.call('remindOrganisations', {
      organisations,
      subject: 'Отчёт',
      text: 'Здравствуйте!',
    }) as ReminderAnswer;
  }

  /** Rows of «Приём отчётов» below its headings. */
  journal(): unknown[][] {
    return [8, 9, 10]
      .map((row) =>
        ['B', 'C', 'D', 'E'].map((column) => {
          const value = this.book.value('Приём отчётов', `${column}${row}`);
          return value instanceof Date
            ? value.toLocaleDateString('sv-SE', { timeZone: this.book.timeZone })
            : value;
        }),
      )
      .filter((row) => row.some((value) => value !== undefined));
  }
}
