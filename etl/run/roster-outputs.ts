import type { ActivityRow } from '../../shared/activity/activity-rows.ts';
import type { Register } from '../../shared/register/register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { contentHash } from './fingerprint.ts';
import type { LastYear } from './last-year.ts';
import type { Output } from './publish.ts';
import { rosterBooks } from './template-books.ts';
import { bookOutput, templateFolder } from './template-outputs.ts';

/** Leaves room for folders in the path lengths that file systems take. */
const longestName = 80;

/** `predgorny-all`, or `predgorny-all-pupils+control` for some forms only. */
function nameOf(district: string, forms: readonly string[] | undefined): string {
  if (forms === undefined) return `${district}-all`;
  const name = `${district}-all-${forms.join('+')}`;
  return name.length <= longestName ? name : `${district}-all-${contentHash(forms.join('+')).slice(0, 12)}`;
}

/** The workbooks in which a district enters values for all its organisations as files. */
export const rosterOutputs = (
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  lastYear: LastYear,
  forms: readonly string[] | undefined,
  activities: readonly ActivityRow[] = [],
): Output[] =>
  rosterBooks(workspace, register, schoolYear, lastYear, { ...(forms && { forms }), activities }).map(
    (book) => bookOutput(`${templateFolder(schoolYear)}/${nameOf(book.code, forms)}.xlsx`, book),
  );
