import type { Day } from '../period/period.ts';
import type { IssueList, IssueRow } from './issue-list.ts';
import type { Submission } from './submission.ts';

/** What one unit should be asked for first. */
export interface Priority {
  readonly unit: string;
  readonly name: string;
  /** Forms owed of which nothing has come. */
  readonly missingForms: number;
  readonly owedForms: number;
  readonly partialForms: number;
  readonly errors: number;
  readonly warnings: number;
  /** Day on which the report was returned and not sent anew since. */
  readonly returnedOn?: Day;
  /** An issue of the commonest code among the errors, else among the warnings: its text says what to do. */
  readonly example?: IssueRow;
}

const silent: ReadonlySet<string> = new Set(['none', 'draft', 'returned']);

/** So many stand on one page together with the completeness of the forms. */
const shown = 8;

/** Units with anything to do: those that sent nothing, then by missing forms, by errors, by warnings, by register order. */
export function priorities(submission: Submission, issues: IssueList): Priority[] {
  const all = submission.rows.map((row): Priority => {
    const own = issues.rows.filter((r) => r.issue.organisation === row.unit);
    const errors = own.filter((r) => r.severity === 'error');
    const warnings = own.filter((r) => r.severity === 'warning');
    const example = commonest(errors) ?? commonest(warnings);
    const owed = row.cells.filter((c) => c.state !== 'not_owed' && c.state !== 'waiting');
    return {
      unit: row.unit,
      name: row.name,
      missingForms: owed.filter((c) => silent.has(c.state)).length,
      partialForms: owed.filter((c) => c.state === 'partial').length,
      owedForms: owed.length,
      errors: errors.length,
      warnings: warnings.length,
      ...(row.decision?.kind === 'returned' && { returnedOn: row.decision.day }),
      ...(example && { example }),
    };
  });
  const sentNothing = (p: Priority): number => (p.owedForms > 0 && p.missingForms === p.owedForms ? 0 : 1);
  return all
    .filter((p) => p.missingForms + p.partialForms + p.errors + p.warnings > 0)
    .map((p, i) => ({ p, i }))
    .sort(
      (a, b) =>
        sentNothing(a.p) - sentNothing(b.p) ||
        b.p.missingForms - a.p.missingForms ||
        b.p.errors - a.p.errors ||
        b.p.warnings - a.p.warnings ||
        a.i - b.i,
    )
    .slice(0, shown)
    .map(({ p }) => p);
}

function commonest(issues: readonly IssueRow[]): IssueRow | undefined {
  const counts = new Map<string, number>();
  for (const { issue: i } of issues) counts.set(i.code, (counts.get(i.code) ?? 0) + 1);
  let best: IssueRow | undefined;
  for (const row of issues) {
    if (!best || counts.get(row.issue.code)! > counts.get(best.issue.code)!) best = row;
  }
  return best;
}
