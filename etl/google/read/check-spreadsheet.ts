import { spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import { googleReadTexts } from '../../../shared/texts/google-issues.ts';
import { emptyContent } from '../../csv/content.ts';
import { shownPath } from '../../run/shown-path.ts';
import type { SourceContext } from '../../source/read-source.ts';
import { workbookContent } from '../../source/workbook-content.ts';
import type { SourceContent } from '../../store/store.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { WorkspaceError } from '../../workspace/workspace-error.ts';
import { googleOf } from '../client/google.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

/** A spreadsheet that is only looked at: nothing is stored. Throws GoogleError, and WorkspaceError without settings. */
export async function checkSpreadsheet(
  workspace: Workspace,
  id: string,
  context: SourceContext,
): Promise<{ readonly path: string; readonly title: string; readonly content: SourceContent }> {
  const google = await googleOf(workspace, 'pull');
  if (!google) {
    throw new WorkspaceError('google.not_set_up', googleReadTexts.notSetUp, googleReadTexts.notSetUpHint);
  }
  const reading = await readSpreadsheet(google, id);
  const path = spreadsheetPath(id);
  const { path: title } = shownPath(reading.title);
  const document = { file: path, title };
  const content = reading.ok
    ? workbookContent(reading.workbook, document, context)
    : { ...emptyContent('unreadable'), issues: [{ ...reading.issue, place: document }] };
  return { path, title, content };
}
