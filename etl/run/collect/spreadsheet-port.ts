import { isSpreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import type { SourceContext } from '../../source/read-source.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import type { SourcePort } from './source-port.ts';

/** A workspace that reads no spreadsheets any more: those it once read have left. */
const none: SourcePort = {
  owns: isSpreadsheetPath,
  list: async () => ({ sources: [], isComplete: true, issues: [] }),
};

/** The spreadsheets of the workspace's folder on Google Drive; nothing of Google is loaded where none is named. */
export async function spreadsheetPort(workspace: Workspace, context: SourceContext): Promise<SourcePort> {
  if (workspace.config.google === undefined) return none;
  const { googlePort } = await import('../../google/read/google-port.ts');
  return googlePort(workspace, context);
}
