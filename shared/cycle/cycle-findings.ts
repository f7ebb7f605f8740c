import type { Finding, Verdict } from '../finding/finding.ts';
import type { Register } from '../register/register.ts';
import type { LinkCoverage, LinkState } from './coverage.ts';

const verdicts: Readonly<Record<LinkState, Verdict>> = {
  yes: 'not_flagged',
  partly: 'not_flagged',
  no: 'flagged',
  unknown: 'not_enough_data',
};

/**
 * Links of the cycle as findings: rule `<roadmap>.<direction>.<link>`, the district's first roadmap; flagged = the link is
 * missing. Evidence: state, criteria by status, activities and expected results by status, number of documents, kinds of data.
 */
export function cycleFindings(
  coverage: readonly LinkCoverage[],
  { districts, organisations }: Register,
  schoolYear: string,
): Finding[] {
  const roadmaps = new Map(districts.map(({ code, roadmaps: own }) => [code, own[0] ?? 'none']));
  for (const { code, district } of organisations)
    if (!roadmaps.has(code)) roadmaps.set(code, roadmaps.get(district) ?? 'none');
  return coverage.map((one): Finding => {
    const { direction, link, level, unit, state, criteria, activities, documents, expected, data } = one;
    return {
      kind: 'cycle',
      rule: `${roadmaps.get(unit) ?? 'none'}.${direction}.${link}`,
      level,
      unit,
      period: schoolYear,
      verdict: verdicts[state],
      evidence: {
        state,
        ...(criteria.length > 0 && { criteria: grouped(criteria, (row) => row.item.key) }),
        ...(activities.length > 0 && { activities: grouped(activities, (row) => row.activity.id) }),
        ...(documents.length > 0 && { documents: documents.length }),
        ...(expected.length > 0 && { expected: grouped(expected, (row) => row.item.key) }),
        ...(data.length > 0 && { data }),
      },
    };
  });
}

/** Names by status, statuses in order of first appearance, each name once. */
function grouped<T extends { readonly status: string }>(
  rows: readonly T[],
  nameOf: (row: T) => string,
): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const row of rows) {
    const names = found[row.status] ?? [];
    found[row.status] = names;
    const name = nameOf(row);
    if (!names.includes(name)) names.push(name);
  }
  return found;
}
