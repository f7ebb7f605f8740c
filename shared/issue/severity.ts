import { issueSeverities } from './codes.ts';
import type { Issue, Severity } from './issue.ts';

/** A rule of the catalogue decides its own issues; otherwise the code does. */
export const severityOf = (issue: Issue): Severity => issue.severity ?? issueSeverities[issue.code];

/** How many issues of each severity. */
export function countBySeverity(issues: Iterable<Issue>): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const issue of issues) counts[severityOf(issue)]++;
  return counts;
}
