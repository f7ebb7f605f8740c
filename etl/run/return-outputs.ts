import { protocolPlan } from '../../shared/returns/protocol-plan.ts';
import { protocols } from '../../shared/returns/protocols.ts';
import { issueText } from '../../shared/texts/issues.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Assessment } from './assess.ts';
import type { Output } from './publish.ts';

/** A protocol that was due once and may have to go; people's own files are never touched by name alone. */
export const isReturnPath = (path: string): boolean =>
  /^outbox\/(?:[^/]+\/)?returns\/[^/]+\.xlsx$/.test(path);

/**
 * One protocol of remarks per organisation that has to mend something. `folderOf` gives the folder of a district below
 * the outbox, '' or ending in `/`; undefined where the district has none.
 */
export function returnOutputs(
  { catalog, config }: Workspace,
  assessment: Assessment,
  folderOf: (district: string) => string | undefined,
): Output[] {
  const found = protocols({
    catalog,
    register: assessment.register,
    schoolYear: config.schoolYear,
    sources: assessment.sources.filter((s) => s.state !== 'withdrawn'),
    issues: [...assessment.issues, ...assessment.returnedIssues],
    reports: assessment.reports,
    issueText,
    ...(config.label !== undefined && { label: config.label }),
  });
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
