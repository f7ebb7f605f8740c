import type { Day } from '../../shared/period/period.ts';
import { journalCode } from '../../shared/submission/journal.ts';
import type { SourceContent } from '../store/store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import type { AssessedSource, Material } from './material.ts';
import { journalOf, submissionsOf } from './submissions.ts';

/** A file that is only looked at. */
export interface LookedAt {
  readonly path: string;
  readonly title?: string;
  readonly content: SourceContent;
}

/** Files that are only looked at, as if they were all that the store holds. */
export function materialOfFiles(workspace: Workspace, files: readonly LookedAt[], date: Day): Material {
  const sources = files.map(
    ({ path, title, content }, id): AssessedSource => ({
      id,
      path,
      ...(title !== undefined && { title }),
      kind: content.kind,
      state: 'present',
      firstSeen: 0,
      fileTime: id,
      ...(content.unit !== undefined && { unit: content.unit }),
      ...(content.status !== undefined && { status: content.status }),
      ...(content.schoolYear !== undefined && { schoolYear: content.schoolYear }),
      ...(content.submittedOn !== undefined && { submittedOn: content.submittedOn }),
    }),
  );
  const registerRows = files.flatMap(({ path, content }) =>
    content.registerRows.map((row) => ({ file: path, ...row })),
  );
  const records = files.flatMap(({ content }, sourceId) => content.records.map((row) => ({ sourceId, row })));
  const journal = journalOf(workspace, registerRows, sources, records);
  return {
    sources,
    submissions: submissionsOf(workspace, sources, journal, () => date, date),
    observations: files.map(({ content }, sourceId) => ({ sourceId, observations: content.observations })),
    results: files.flatMap(({ content }, sourceId) =>
      content.results.map((result) => ({ sourceId, result })),
    ),
    registerRows,
    records: records.filter(({ row }) => row.record !== journalCode),
    journal,
    issues: files.flatMap(({ content }) => content.issues),
    returnedIssues: [],
    tellsOfRoadmaps: false,
  };
}
