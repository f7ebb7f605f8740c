import type { SourceContext } from '../../source/read-source.ts';
import { assembleRegister, type RegisterSourceRow } from '../../workspace/assemble-register.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { workspaceId } from '../template-outputs.ts';

/** What reading needs to know of the workspace: its definitions, and whose workbooks belong here. */
export function sourceContext(workspace: Workspace, inbox: readonly RegisterSourceRow[] = []): SourceContext {
  const { districts } = assembleRegister(workspace.districts, workspace.organisationRows, inbox);
  return {
    catalog: workspace.catalog,
    schoolYear: workspace.config.schoolYear,
    ...(districts.length > 0 && { workspaces: districts.map(workspaceId) }),
  };
}
