import { comparisonPlan } from '../../shared/comparison/comparison-plan.ts';
import { type ComparisonFacts, comparisonFacts } from '../../shared/comparison/facts.ts';
import type { Day } from '../../shared/period/period.ts';
import type { District } from '../../shared/register/register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Assessment } from './assess.ts';
import { coverageOf } from './criteria-view.ts';
import type { Output } from './publish.ts';
import { catalogVersion } from './template-outputs.ts';

const path = 'outbox/comparison.xlsx';

/** The comparison goes when only one district is left. */
export const isComparisonPath = (other: string): boolean => other === path;

/** «Сравнение районов» of a workspace with several districts; nothing for a single one. */
export function comparisonOutputs(
  workspace: Workspace,
  assessment: Assessment,
  districts: readonly District[],
  date: Day,
): Output[] {
  if (districts.length < 2) return [];
  const { catalog, config } = workspace;
  let facts: ComparisonFacts | undefined;
  const known = (): ComparisonFacts => {
    facts ??= comparisonFacts({
      catalog,
      register: assessment.register,
      districts,
      date,
      schoolYear: config.schoolYear,
      activities: assessment.activities,
      coverage: coverageOf(workspace, assessment),
      results: assessment.indicators.rows(),
    });
    return facts;
  };
  return [
    {
      path,
      inputs: () => JSON.stringify([catalogVersion(workspace), config.label, known()]),
      bytes: () => writeWorkbook(comparisonPlan(catalog, known(), config.label)),
    },
  ];
}
