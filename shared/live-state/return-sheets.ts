import { spreadsheetId } from '../issue/spreadsheet.ts';
import type { PlanSheet } from '../plan/plan.ts';
import type { Protocol } from '../returns/protocol.ts';
import { protocolPlan } from '../returns/protocol-plan.ts';
import type { Report } from '../submission/report.ts';
import { remarksTab } from '../texts/submit-words.ts';
import type { LiveReport } from './live-state.ts';
import { stateKey } from './state-key.ts';
import { stateSheet } from './state-sheet.ts';

/** What the night tells an organisation in its own spreadsheet. */
export interface UnitReturn {
  readonly unit: string;
  /** Its report; `file` is the address of the spreadsheet. */
  readonly report: Report;
  /** None where there is nothing to remark. */
  readonly protocol?: Protocol;
}

/** What of it the add-on reads; `office`: mailboxes that may change what is locked. */
export function liveReport({ report, protocol }: UnitReturn, office: readonly string[]): LiveReport {
  const { state, decidedOn: day, remark } = report;
  const { error = 0, warning = 0 } = protocol?.counts ?? {};
  return {
    ...(day !== undefined &&
      (state === 'accepted' || state === 'returned') && {
        decision: { kind: state, day, ...(remark !== undefined && { remark }) },
      }),
    errors: error,
    warnings: warning,
    office,
  };
}

/** Keys of the tabs that `returnSheets` makes. */
export const returnTabs = ({ protocol }: UnitReturn): string[] => [
  ...(protocol ? [remarksTab] : []),
  stateKey,
];

/** The tab «Замечания», where there is anything to remark, and the hidden `_state`. */
export const returnSheets = (given: UnitReturn, office: readonly string[]): PlanSheet[] => [
  ...(given.protocol ? protocolPlan(given.protocol).sheets : []),
  stateSheet([['report', given.unit, liveReport(given, office)]], spreadsheetId(given.report.file)),
];
