import type { ActivityRow } from '../activity/activity-rows.ts';
import { type FormCalendar, formCalendar } from '../form-calendar/form-calendar.ts';
import type { District } from '../register/register.ts';
import { type ActivityLine, activityLines } from '../summary/activity-lines.ts';
import { type ActivityTally, binding, tallyByDirection, tallyOf } from '../summary/activity-tally.ts';
import { type ClosedRoadmap, closedRoadmaps, partByClosing } from '../summary/closed-roadmaps.ts';
import { type DistrictUnits, districtUnits } from '../summary/district-units.ts';
import { type IndicatorTable, indicatorTable } from '../summary/indicator-rows.ts';
import { type Management, management } from '../summary/management.ts';
import { type Matrix, matrix } from '../summary/matrix.ts';
import { type Submission, submission } from '../summary/submission.ts';
import { type DirectionFacts, directionFacts } from './direction-facts.ts';
import type { MinistryInput } from './input.ts';

/** What the ministry's file says, before any look. Figures are unrounded. */
export interface MinistryModel {
  readonly district: District;
  readonly date: string;
  readonly schoolYear: string;
  readonly version: string;
  readonly minimum: number;
  readonly units: DistrictUnits;
  readonly indicators: IndicatorTable;
  /** The indicators of single organisations that may be shown. */
  readonly organisations: Matrix;
  readonly submission: Submission;
  readonly calendar: FormCalendar;
  readonly management: Management | undefined;
  readonly activities: MinistryActivities | undefined;
  readonly directions: readonly DirectionFacts[];
}

export interface MinistryActivities {
  readonly total: ActivityTally;
  readonly byDirection: readonly { readonly direction: string; readonly tally: ActivityTally }[];
  readonly lines: readonly ActivityLine[];
  /** Roadmaps that were closed: in no figure above. */
  readonly closed: readonly ClosedRoadmap[];
  readonly closedLines: readonly ActivityLine[];
}

/** Throws UnknownDistrict. */
export function ministryModel({ summary, version, minimum, ofOrganisations }: MinistryInput): MinistryModel {
  const units = districtUnits(summary);
  const { catalog, date, schoolYear, district } = summary;
  const indicators = indicatorTable(summary, units);
  const sent = submission(summary, units);
  const cycle = management(summary, units);
  const rows = (summary.activities ?? []).filter((row) => row.district === district);
  const activities = rows.length === 0 ? undefined : ministryActivities(rows, [...catalog.directions.keys()]);
  const above = summary.results.filter((r) => r.level !== 'organisation');
  return {
    district: units.district,
    date,
    schoolYear,
    version,
    minimum,
    units,
    indicators,
    organisations: matrix({ ...summary, results: [...above, ...ofOrganisations] }, units),
    submission: sent,
    calendar: formCalendar(summary, units),
    management: cycle,
    activities,
    directions: directionFacts({ catalog, indicators, submission: sent, management: cycle, activities }),
  };
}

function ministryActivities(rows: readonly ActivityRow[], directions: readonly string[]): MinistryActivities {
  const { inForce, closed } = partByClosing(rows);
  // names of organisations that are late are the district's business
  const linesOf = (own: readonly ActivityRow[]): ActivityLine[] => activityLines(own, () => '');
  return {
    total: tallyOf(binding(inForce)),
    byDirection: tallyByDirection(inForce, directions),
    lines: linesOf(inForce),
    closed: closedRoadmaps(closed),
    closedLines: linesOf(closed),
  };
}
