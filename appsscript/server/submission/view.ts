import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { correctionCode } from '../../../shared/submission/correction.ts';
import { remarksTab } from '../../../shared/texts/submit-words.ts';
import type { NothingToHandIn, OpenedSubmission, SubmissionView } from '../../calls/submission.ts';
import { definitionRows } from '../sheet/definition-rows.ts';
import { ownTab } from '../sheet/own-tab.ts';
import { todayIn } from '../sheet/today.ts';
import { type EntryTab, entryTabs } from './entry-tabs.ts';
import { lockState } from './locks.ts';
import { formProgress } from './progress.ts';
import { type SubmissionStanding, standingNow } from './standing.ts';

/** Everything that the page and the buttons look at, read once. */
export interface OpenSubmission {
  readonly standing: SubmissionStanding;
  readonly tabs: readonly EntryTab[];
  /** Mailboxes that may change what is locked. */
  readonly office: readonly string[];
  readonly view: SubmissionView;
}

/** What stands in the workbook now; why there is nothing to hand in, where that is so. */
export function lookAtSubmission(): OpenSubmission | NothingToHandIn {
  const standing = standingNow();
  if ('kind' in standing) return standing;
  const { spreadsheet, state, answers, report } = standing;
  const tabs = entryTabs(spreadsheet);
  const definitions = readDefinitions(definitionRows(spreadsheet) ?? []);
  const remarks = ownTab(spreadsheet, remarksTab);
  return {
    standing,
    tabs,
    office: report?.office ?? [],
    view: {
      state,
      answers,
      ...(report?.decision && { decision: report.decision }),
      today: todayIn(spreadsheet),
      forms: formProgress(spreadsheet, tabs, definitions),
      errors: report?.errors ?? 0,
      warnings: report?.warnings ?? 0,
      ...(remarks && { remarks: { tab: remarks.getSheetId(), cell: 'A1' } }),
      lock: lockState(spreadsheet),
      hasCorrections: definitions.record.has(correctionCode),
    },
  };
}

export function openSubmission(): OpenedSubmission {
  const open = lookAtSubmission();
  return 'kind' in open ? open : { kind: 'view', view: open.view };
}
