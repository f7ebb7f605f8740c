import { isSpreadsheetPath } from '../issue/spreadsheet.ts';
import type { Organisation } from '../register/register.ts';
import type { Report } from '../submission/report.ts';
import type { LiveDecision, LiveStateRow, MissingForm } from './live-state.ts';
import { mailboxesOf } from './mailboxes.ts';

/** What the night knows of an organisation beside its row of the register. */
export interface KnownOrganisation {
  readonly report?: Report;
  /** Its book is there and counts, but «Сдаю» is not answered. */
  readonly isUnanswered: boolean;
  /** Of its sources; the spreadsheet among them is named where the report is none. */
  readonly paths: readonly string[];
  readonly missing: readonly MissingForm[];
}

/** The row `organisation` of `_state`. */
export function liveOrganisation(
  { code, name, columns }: Pick<Organisation, 'code' | 'name' | 'columns'>,
  { report, isUnanswered, paths, missing }: KnownOrganisation,
): LiveStateRow {
  const { state = 'none', decidedOn: day, remark, submittedOn, post } = report ?? {};
  const path = [report?.file, ...paths].find((one) => one !== undefined && isSpreadsheetPath(one));
  const decision: LiveDecision | undefined =
    day !== undefined && (state === 'accepted' || state === 'returned')
      ? { kind: state, day, ...(remark !== undefined && { remark }) }
      : undefined;
  return [
    'organisation',
    code,
    {
      name,
      state,
      ...(state === 'submitted' && isUnanswered && { isUnanswered: true as const }),
      ...(submittedOn !== undefined && { submittedOn }),
      ...(post !== undefined && { post }),
      ...(decision && { decision }),
      ...(path !== undefined && { url: path }),
      mailboxes: mailboxesOf(columns),
      missing,
    },
  ];
}
