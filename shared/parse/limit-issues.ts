import { issueSeverities } from '../issue/codes.ts';
import type { Issue } from '../issue/issue.ts';

/** Issues kept of one file (contracts §8). */
export const maxIssues = 5_000;

const rank = { error: 0, warning: 1, info: 2 } as const;

/** At most `most` issues in their order; where there are more, errors stay before warnings and warnings before infos. */
export function limitIssues(issues: readonly Issue[], most = maxIssues): readonly Issue[] {
  if (issues.length <= most) return issues;
  const weight = (issue: Issue): number => rank[issue.severity ?? issueSeverities[issue.code]];
  const kept = issues
    .map((issue, at) => ({ issue, at }))
    .sort((a, b) => weight(a.issue) - weight(b.issue) || a.at - b.at)
    .slice(0, most);
  return kept.sort((a, b) => a.at - b.at).map(({ issue }) => issue);
}
