import { type CriterionRow, criteriaRows } from '../../shared/criteria/criteria-rows.ts';
import { cycleCoverage, type LinkCoverage } from '../../shared/cycle/coverage.ts';
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

/** Links of the management cycle in the current school year, for all districts. */
export function coverageOf(workspace: Workspace, assessment: Assessment): LinkCoverage[] {
  const { catalog } = workspace;
  const { schoolYear } = workspace.config;
  const { register, records, observations, indicators, activities } = assessment;
  return cycleCoverage({
    catalog,
    register,
    schoolYear,
    criteria: criteriaOfAssessment(workspace, assessment),
    activities,
    records: [...records.values()].flat(),
    data: cycleData({ catalog, register, schoolYear, observations, results: indicators.rows() }),
  });
}

/** Everything the analysis concludes: so far the links of the management cycle. */
export const findingsOf = (workspace: Workspace, assessment: Assessment): Finding[] =>
  cycleFindings(coverageOf(workspace, assessment), assessment.register, workspace.config.schoolYear);
