import type { ActivityRow } from '../activity/activity-rows.ts';
import { repeatedNumbers } from '../activity/repeated-numbers.ts';
import type { ActivityStatus } from '../activity/status.ts';
import { deadlineOf } from '../activity/tracker-rows.ts';
import type { Activity } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';
import type { Day } from '../period/period.ts';
import type { TargetVerdict } from '../target/target.ts';

/** From what is most pressing to what needs nobody. */
export const statusOrder: readonly ActivityStatus[] = [
  'overdue',
  'due_soon',
  'in_progress',
  'not_started',
  'no_fixed_date',
  'done_late',
  'done',
  'archived',
  'not_applicable',
];

/** An activity on one due date, for the district or for all its organisations together. */
export interface ActivityLine {
  readonly key: string;
  readonly activity: Activity;
  /** The row it stands under in the document: «…, включая:». */
  readonly parent?: Activity;
  /** Where another activity has the same printed number: what tells them apart. */
  readonly id?: string;
  readonly due?: Day;
  /** The most pressing of its units. */
  readonly status: ActivityStatus;
  /** How many units have it. */
  readonly counts: Readonly<Record<ActivityStatus, number>>;
  /** Names of the organisations whose status is that of the line; empty at district level. */
  readonly organisations: readonly string[];
  /** Of how many organisations the district has entered it. */
  readonly onBehalf: number;
  /** Of the district, or of its organisations by number. */
  readonly verdicts: Readonly<Partial<Record<TargetVerdict, number>>>;
  /** At district level. */
  readonly fact?: string;
  readonly evidence?: string;
  readonly link?: string;
  readonly comment?: string;
  /** The printed words and what an order made of them. */
  readonly deadline: string;
  readonly reason?: ActivityRow['reason'];
  readonly leansOn?: string;
}

const noCounts = (): Record<ActivityStatus, number> => ({
  overdue: 0,
  due_soon: 0,
  in_progress: 0,
  not_started: 0,
  no_fixed_date: 0,
  done_late: 0,
  done: 0,
  archived: 0,
  not_applicable: 0,
});

/**
 * The activities of a district, organisations taken together: the most pressing first, then by due date and in printed
 * order; those of one state that stand under the same row keep together. Rows that only group others and dates printed before the approval are left out unless somebody said something.
 */
export function activityLines(
  rows: readonly ActivityRow[],
  nameOf: (organisation: string) => string,
  isOnBehalf: (file: string) => boolean = () => false,
): ActivityLine[] {
  const known = new Map(rows.map(({ activity }) => [`${activity.roadmap}/${activity.id}`, activity]));
  const repeated = repeatedNumbers([...new Set(rows.map((row) => row.activity))]);
  const groups = new Map<string, ActivityRow[]>();
  for (const row of rows) {
    if (row.status === 'not_applicable' && row.tracked === undefined) continue;
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  const order = new Map([...groups.keys()].map((key, i) => [key, i]));
  const lines = [...groups].map(([key, group]) => {
    const { activity } = group[0]!;
    const parent = known.get(`${activity.roadmap}/${activity.parent}`);
    return { ...lineOf(key, group, nameOf, repeated, isOnBehalf), ...(parent && { parent }) };
  });
  return sorted(lines, order);
}

/** Lines of one state under the same row go where the first of them would go. */
function sorted(lines: readonly ActivityLine[], order: ReadonlyMap<string, number>): ActivityLine[] {
  const compare = (a: ActivityLine, b: ActivityLine): number =>
    statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) ||
    compareText(a.due ?? '9999', b.due ?? '9999') ||
    order.get(a.key)! - order.get(b.key)!;
  const groups = new Map<string, ActivityLine[]>();
  for (const line of [...lines].sort(compare)) {
    const name = line.parent === undefined ? line.key : `${line.status} ${activityName(line.parent)}`;
    const group = groups.get(name);
    if (group) group.push(line);
    else groups.set(name, [line]);
  }
  return [...groups.values()].flat();
}

const activityName = ({ roadmap, id }: Activity): string => `${roadmap}/${id}`;

/** A number that a spreadsheet keeps with a point. */
const shownFact = (fact: string): string => fact.replace(/^(-?\d+)\.(\d+)( %)?$/, '$1,$2$3');

function lineOf(
  key: string,
  group: readonly ActivityRow[],
  nameOf: (organisation: string) => string,
  repeated: ReadonlySet<string>,
  isOnBehalf: (file: string) => boolean,
): ActivityLine {
  const { activity, due, reason, leansOn, amendment, unit, district, tracked } = group[0]!;
  const counts = noCounts();
  const verdicts: Partial<Record<TargetVerdict, number>> = {};
  for (const { status, target } of group) {
    counts[status]++;
    if (target) verdicts[target.verdict] = (verdicts[target.verdict] ?? 0) + 1;
  }
  const status = statusOrder.find((one) => counts[one] > 0)!;
  const isDistrict = unit === district;
  const values = isDistrict ? (tracked?.row?.values ?? {}) : {};
  const said = (field: string) => (values[field] === undefined ? {} : { [field]: String(values[field]) });
  return {
    key,
    activity,
    ...(repeated.has(`${activity.roadmap}/${activity.no}`) && { id: activity.id }),
    ...(due && { due: due.day }),
    status,
    counts,
    organisations: isDistrict
      ? []
      : group.filter((row) => row.status === status).map((row) => nameOf(row.unit)),
    onBehalf: isDistrict
      ? 0
      : group.filter(({ tracked: own }) => own?.row !== undefined && isOnBehalf(own.row.place.file)).length,
    verdicts,
    ...(values.fact !== undefined && { fact: shownFact(`${values.fact}`) }),
    ...said('evidence'),
    ...said('link'),
    ...said('comment'),
    deadline: deadlineOf(activity.deadline, amendment),
    ...(reason !== undefined && { reason }),
    ...(leansOn !== undefined && { leansOn }),
  };
}
