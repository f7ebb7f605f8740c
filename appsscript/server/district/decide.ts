import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { stateTab } from '../../../shared/live-state/live-state.ts';
import { readState } from '../../../shared/live-state/read-state.ts';
import { keptRaw, scalarText } from '../../../shared/parse/scalar-text.ts';
import { journalCode } from '../../../shared/submission/journal.ts';
import type { DecisionAnswer, DecisionRequest } from '../../calls/district.ts';
import { definitionRows } from '../sheet/definition-rows.ts';
import { underLock } from '../sheet/document-lock.ts';
import { jsonTab } from '../sheet/json-tab.ts';
import { literal } from '../sheet/literal.ts';
import { addRecord, recordRows, recordTab } from '../sheet/record-tab.ts';
import { dateIn, todayIn } from '../sheet/today.ts';

/** Enters a decision as a row of «Приём отчётов», just as a person would; the same one of a day is entered once. */
export function decideReport({ organisation, decision, remark: typed }: DecisionRequest): DecisionAnswer {
  const remark = typed.trim();
  if (decision === 'returned' && remark === '') return { kind: 'missing' };
  if (remark !== '' && keptRaw(remark) === undefined) return { kind: 'personal' };
  const answer = underLock((): DecisionAnswer => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const tab = recordTab(spreadsheet, journalCode);
    if (!tab) return { kind: 'noTab' };
    const today = todayIn(spreadsheet);
    const name = readState(jsonTab(spreadsheet, stateTab), 'organisation').get(organisation)?.name;
    const word = wordOf(spreadsheet, decision);
    const own = recordRows(tab, ({ scalar }) => scalarText(scalar)).filter(
      (row) => row.day === today && (row.organisation === name || row.organisation === organisation),
    );
    // an acceptance after a return of the same day is news, a repeat of the last word is not
    if (own[own.length - 1]?.decision === word) return { kind: 'repeat' };
    addRecord(tab, {
      organisation: name ?? organisation,
      decision: word,
      day: dateIn(spreadsheet, today),
      ...(remark !== '' && { remark: literal(remark) }),
    });
    return { kind: 'done' };
  });
  return answer ?? { kind: 'busy' };
}

/** The answer as the list of the workbook calls it; its code is understood as well. */
function wordOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, decision: string): string {
  const field = readDefinitions(definitionRows(spreadsheet) ?? [])
    .record.get(journalCode)
    ?.fields.find(({ code }) => code === 'decision');
  return field?.list?.find(([code]) => code === decision)?.[1] ?? decision;
}
