import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { keptRaw } from '../../../shared/parse/scalar-text.ts';
import { journalCode } from '../../../shared/submission/journal.ts';
import type { DecisionAnswer, DecisionRequest, DistrictOrganisation } from '../../calls/district.ts';
import { definitionRows } from '../sheet/definition-rows.ts';
import { underLock } from '../sheet/document-lock.ts';
import { addRecord } from '../sheet/record-tab.ts';
import { dateIn } from '../sheet/today.ts';
import { lookAtDistrict } from './look.ts';

/**
 * Enters a decision as a row of «Приём отчётов», just as a person would; the same one of a day is entered once. None is
 * entered of a report that is not handed in, nor where the report is not what the person saw: a night or a colleague came
 * in between.
 */
export function decideReport({
  organisation,
  decision,
  remark: typed,
  seen,
}: DecisionRequest): DecisionAnswer {
  const remark = typed.trim();
  if (decision === 'returned' && remark === '') return { kind: 'missing' };
  if (remark !== '' && keptRaw(remark) === undefined) return { kind: 'personal' };
  const answer = underLock((): DecisionAnswer => {
    const open = lookAtDistrict();
    if ('kind' in open) return { kind: open.kind };
    const { spreadsheet, journal: tab, today, decided } = open;
    if (!tab) return { kind: 'noTab' };
    const one = open.organisations.find(({ code }) => code === organisation);
    if (!one || one.isUnanswered || one.state === 'none' || one.state === 'draft') return { kind: 'notIn' };
    const word = wordOf(spreadsheet, decision);
    const own = decided.filter(
      (row) => row.day === today && (row.organisation === one.name || row.organisation === organisation),
    );
    // an acceptance after a return of the same day is news, a repeat of the last word is not
    const last = own[own.length - 1];
    if (last ? last.decision === word : one.state === decision && !one.isPending) return { kind: 'repeat' };
    if (!isSame(one, seen)) return { kind: 'changed' };
    addRecord(tab, {
      organisation: one.name,
      decision: word,
      day: dateIn(spreadsheet, today),
      ...(remark !== '' && { remark }),
    });
    return { kind: 'done' };
  });
  return answer ?? { kind: 'busy' };
}

const isSame = (now: DistrictOrganisation, seen: DecisionRequest['seen']): boolean =>
  now.state === seen.state && now.submittedOn === seen.submittedOn && now.isPending === seen.isPending;

/** The answer as the list of the workbook calls it; its code is understood as well. */
function wordOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, decision: string): string {
  const field = readDefinitions(definitionRows(spreadsheet) ?? [])
    .record.get(journalCode)
    ?.fields.find(({ code }) => code === 'decision');
  return field?.list?.find(([code]) => code === decision)?.[1] ?? decision;
}
