import type { Issue } from '../../shared/issue/issue.ts';
import type { PersonalDataKind } from '../../shared/parse/personal-data.ts';

/** A file is named after a person: a warning, since what it holds can be read and is. `file` shows no name any more. */
export const nameIssue = (file: string, kind: PersonalDataKind): Issue => ({
  code: 'cell.personal_data',
  severity: 'warning',
  place: { file },
  params: { kind, where: 'file' },
});
