import type { Issue } from '../../shared/issue/issue.ts';
import { shownValue } from '../../shared/number/decimal.ts';
import type { Day } from '../../shared/period/period.ts';
import type { Protocol } from '../../shared/returns/protocol.ts';
import { protocolPlan } from '../../shared/returns/protocol-plan.ts';
import { protocols } from '../../shared/returns/protocols.ts';
import { remarkText } from '../../shared/texts/required-remark.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Assessment } from './assess.ts';
import type { Output } from './publish.ts';

/** A protocol that was due once and may have to go; people's own files are never touched by name alone. */
export const isReturnPath = (path: string): boolean =>
  /^outbox\/(?:[^/]+\/)?returns\/[^/]+\.xlsx$/.test(path);

/** What goes back to each organisation that has to mend something. */
export function returnsOf({ catalog, config }: Workspace, assessment: Assessment, date: Day): Protocol[] {
  return protocols({
    catalog,
    register: assessment.register,
    schoolYear: config.schoolYear,
    sources: assessment.sources.filter((s) => s.state !== 'withdrawn'),
    issues: [...assessment.issues, ...assessment.returnedIssues],
    reports: assessment.reports,
    date,
    words: remarkText,
    typed: typedValues(assessment),
    ...(config.label !== undefined && { label: config.label }),
  });
}

/**
 * A file for each protocol. `folderOf` gives the folder of a district below the outbox, '' or ending in `/`; undefined
 * where the district has none.
 */
export function returnOutputs(
  found: readonly Protocol[],
  folderOf: (district: string) => string | undefined,
): Output[] {
  return found.flatMap((protocol): Output[] => {
    const folder = folderOf(protocol.district);
    if (folder === undefined) return [];
    return [
      {
        path: `outbox/${folder}returns/${protocol.unit}.xlsx`,
        inputs: () => JSON.stringify(protocol),
        bytes: () => writeWorkbook(protocolPlan(protocol)),
      },
    ];
  });
}

/** What stands in the cells that checks complain of: they compare values and quote none. */
function typedValues({ issues, observations }: Assessment): (issue: Issue) => string | undefined {
  const wanted = new Map<string, string | undefined>();
  const units = new Set<string>();
  for (const issue of issues) {
    if (issue.raw !== undefined || !issue.code.startsWith('check.')) continue;
    wanted.set(keyOf(issue.organisation, issue.element, issue.period), undefined);
    if (issue.organisation !== undefined) units.add(issue.organisation);
  }
  for (const { unit, element, period, raw, value } of observations) {
    if (!units.has(unit)) continue;
    const key = keyOf(unit, element, period);
    if (wanted.has(key)) wanted.set(key, raw ?? (value === undefined ? undefined : shownValue(value)));
  }
  return ({ organisation, element, period }) => wanted.get(keyOf(organisation, element, period));
}

const keyOf = (unit = '', element = '', period = ''): string => `${unit}\n${element}\n${period}`;
