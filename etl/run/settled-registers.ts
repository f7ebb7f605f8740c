import { withActivityKeys } from '../../shared/activity/activity-keys.ts';
import { type ActivityRow, activityRows } from '../../shared/activity/activity-rows.ts';
import { readAmendments } from '../../shared/activity/amendments.ts';
import { documentIssues } from '../../shared/activity/document-issues.ts';
import { procedureDates } from '../../shared/activity/procedure-dates.ts';
import { readTracker } from '../../shared/activity/track.ts';
import { unknownKeys } from '../../shared/criteria/criteria-rows.ts';
import { knownKeys } from '../../shared/criteria/known-keys.ts';
import { isCriteriaRecord } from '../../shared/criteria/known-records.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import type { Day } from '../../shared/period/period.ts';
import type { RecordRow } from '../../shared/record/record.ts';
import { resolveOrganisations } from '../../shared/record/resolve-organisations.ts';
import { settleRecords } from '../../shared/record/settle-records.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { unknownRoadmapIssues, unknownRoadmaps } from '../workspace/unknown-roadmaps.ts';
import type { CheckedValues } from './checked-values.ts';
import { countable, type Material } from './material.ts';

/** Registers of objects as they count on a date, and what follows from them. */
export interface SettledRegisters {
  readonly rows: readonly RecordRow[];
  /** The files that give rows of a table, by `tableKey`. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>;
  /** Activities of the districts' roadmaps, a row per due date and unit. */
  readonly activities: readonly ActivityRow[];
  readonly issues: readonly Issue[];
}

/** Settles which table counts, resolves organisations, reads tracker, amendments and the procedure calendar. */
export function settledRegisters(
  { catalog, districtRows }: Workspace,
  material: Material,
  { records: given, register }: Pick<CheckedValues, 'records' | 'register'>,
  date: Day,
): SettledRegisters {
  const settled = settleRecords(
    material.sources.filter(countable(material.submissions)),
    withActivityKeys(given, catalog, register),
  );
  const { rows, issues } = resolveOrganisations(catalog, register, settled.rows);
  const tracker = readTracker(rows, catalog, register, date);
  const amendments = readAmendments(rows, catalog, register, date);
  const activities = activityRows({
    catalog,
    register,
    date,
    tracked: tracker.of,
    amended: amendments.of,
    archived: amendments.archived,
    procedures: procedureDates(rows, catalog),
  });
  const criteria = rows.filter((row) => isCriteriaRecord(row.record));
  return {
    rows,
    files: new Map([...settled.files, ...material.journal.files]),
    activities,
    issues: [
      ...tracker.issues,
      ...amendments.issues,
      ...(material.tellsOfRoadmaps
        ? [...documentIssues(activities), ...unknownRoadmapIssues(unknownRoadmaps(districtRows, catalog))]
        : []),
      ...settled.issues,
      ...issues,
      ...unknownKeys(criteria, knownKeys(catalog)),
    ],
  };
}
