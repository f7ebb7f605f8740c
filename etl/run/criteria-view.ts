import type { ActivityRow } from '../../shared/activity/activity-rows.ts';
import { type CriterionRow, criteriaRows } from '../../shared/criteria/criteria-rows.ts';
import { cycleCoverage } from '../../shared/cycle/coverage.ts';
import { cycleData } from '../../shared/cycle/cycle-data.ts';
import { cycleFindings } from '../../shared/cycle/cycle-findings.ts';
import type { Finding } from '../../shared/finding/finding.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import type { Assessment } from './assess.ts';

/** What units and districts say of the criteria in the current school year. */
export const criteriaOfAssessment = (
  { catalog, config: { schoolYear } }: Workspace,
  { register, records }: Assessment,
): CriterionRow[] => criteriaRows({ catalog, register, schoolYear, records: [...records.values()].flat() });

/** Everything the analysis concludes: so far the links of the management cycle. */
export function findingsOf(
  workspace: Workspace,
  assessment: Assessment,
  activities: readonly ActivityRow[],
): Finding[] {
  const { catalog } = workspace;
  const { schoolYear } = workspace.config;
  const { register, records, observations, indicators } = assessment;
  const data = cycleData({ catalog, register, schoolYear, observations, results: indicators.rows() });
  const coverage = cycleCoverage({
    catalog,
    register,
    schoolYear,
    criteria: criteriaOfAssessment(workspace, assessment),
    activities,
    records: [...records.values()].flat(),
    data,
  });
  return cycleFindings(coverage, register, schoolYear);
}
