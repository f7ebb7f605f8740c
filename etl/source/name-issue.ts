import type { Issue } from '../../shared/issue/issue.ts';
import { placeOfSource } from '../../shared/issue/place.ts';
import type { PersonalDataKind } from '../../shared/parse/personal-data.ts';

/** A source is named after a person: a warning, since what it holds can be read and is. `source` shows no name any more. */
export const nameIssue = (
  source: { readonly path: string; readonly title?: string },
  kind: PersonalDataKind,
): Issue => ({
  code: 'cell.personal_data',
  severity: 'warning',
  place: placeOfSource(source),
  params: { kind, where: 'file' },
});
