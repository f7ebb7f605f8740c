import type { Issue } from '../issue/issue.ts';
import type { RecordRow } from '../record/record.ts';
import type { Register } from '../register/register.ts';
import type { Decision } from './standing.ts';

/** The register of templates/records.csv in which a district writes what it decided of reports. */
export const journalCode = 'reception';

/**
 * Decisions out of the rows of the journal, organisations by code. A row that lacks its organisation, decision or day is
 * none: the register itself reports what is missing. A district decides on its own organisations only.
 */
export function decisionsOf(
  rows: readonly RecordRow[],
  { organisations }: Register,
): { readonly decisions: readonly Decision[]; readonly issues: readonly Issue[] } {
  const homes = new Map<string, string>(organisations.map((o) => [o.code, o.district]));
  const decisions: Decision[] = [];
  const issues: Issue[] = [];
  for (const { record, unit: district, schoolYear, values, place } of rows) {
    if (record !== journalCode) continue;
    const { organisation, decision: kind, day, remark } = values;
    const home = homes.get(String(organisation));
    if (home === undefined || typeof day !== 'string') continue;
    if (kind !== 'accepted' && kind !== 'returned') continue;
    const unit = String(organisation);
    if (home !== district) {
      issues.push({
        code: 'submission.decision',
        place,
        organisation: unit,
        params: { fault: 'elsewhere', day },
      });
      continue;
    }
    decisions.push({
      unit,
      schoolYear,
      kind,
      day,
      ...(typeof remark === 'string' && { remark }),
      place,
    });
  }
  return { decisions, issues };
}
