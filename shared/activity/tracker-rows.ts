import type { Catalog } from '../catalog/types.ts';
import type { FieldAnswer } from '../record/record.ts';
import { trackerTexts } from '../texts/tracker.ts';
import type { ActivityRow } from './activity-rows.ts';
import type { Amendment } from './amendments.ts';
import { repeatedNumbers } from './repeated-numbers.ts';
import type { ActivityStatus } from './status.ts';

/** A row of the tab «Дорожная карта» as a workbook brings it. */
export interface TrackerRow {
  readonly key: string;
  /** Organisation or district whose row it is. */
  readonly unit: string;
  /** Headings above it, from the section down. */
  readonly headings: readonly string[];
  readonly values: Readonly<Record<string, number | string>>;
  readonly answers?: Readonly<Record<string, FieldAnswer>>;
}

const closed: ReadonlySet<ActivityStatus> = new Set(['done', 'done_late', 'not_applicable', 'archived']);

/**
 * What a unit's workbook of a school year asks about: activities due in the two calendar years that it touches, older
 * ones that are still open, those without a date, and all that was entered in a book of this year. Of a roadmap with nothing due in these years everything still open.
 * Rows that only group others become headings. `rows`: those of one unit, or of several alike, in printed order.
 */
export function trackerRows(
  rows: readonly ActivityRow[],
  { roadmaps, directions, activities }: Pick<Catalog, 'roadmaps' | 'directions' | 'activities'>,
  schoolYear: string,
): TrackerRow[] {
  const year = Number(schoolYear.slice(0, 4));
  const [first, last] = [`${year}-01-01`, `${year + 1}-12-31`];
  const parents = new Map(activities.map((a) => [`${a.roadmap}/${a.id}`, a]));
  const groups = new Set(activities.flatMap((a) => (a.parent === '' ? [] : [`${a.roadmap}/${a.parent}`])));
  const repeated = repeatedNumbers(activities);
  const plans = new Set(rows.map(({ activity }) => activity.roadmap));
  const active = new Set(
    rows.flatMap(({ activity, due }) =>
      due && due.day >= first && due.day <= last ? [activity.roadmap] : [],
    ),
  );
  const isAsked = ({ activity, due, status, tracked }: ActivityRow): boolean => {
    if (groups.has(`${activity.roadmap}/${activity.id}`)) return false;
    // a newer book of the year takes the place of the older one whole: it must hold all that was entered there
    if (tracked?.row?.schoolYear === schoolYear) return true;
    const isOpen = !closed.has(status);
    if (!due) return isOpen;
    if (due.day > last) return isOpen && !active.has(activity.roadmap);
    return due.day >= first ? status !== 'archived' : isOpen;
  };
  return rows.filter(isAsked).map((row): TrackerRow => {
    const { activity, key, due, amendment, tracked } = row;
    const section = activity.section || directions.get(activity.direction)?.title || trackerTexts.noSection;
    const parent = activity.parent === '' ? undefined : parents.get(`${activity.roadmap}/${activity.parent}`);
    const title = roadmaps.get(activity.roadmap)?.title ?? activity.roadmap;
    return {
      key,
      unit: row.unit,
      headings: [
        plans.size > 1 ? trackerTexts.section(title, section) : section,
        ...(parent ? [`${parent.no} ${parent.title}`.trim()] : []),
      ],
      values: {
        ...tracked?.row?.values,
        // orders name activities by it, and districts enter orders
        no:
          row.unit === row.district && repeated.has(`${activity.roadmap}/${activity.no}`)
            ? trackerTexts.code(activity.no, activity.id)
            : activity.no,
        title: activity.title,
        deadline: deadlineOf(activity.deadline, amendment),
        ...(due && { due: due.day }),
        target: activity.target,
        executors: activity.executors,
      },
      ...(tracked?.row?.answers && { answers: tracked.row.answers }),
    };
  });
}

/** The printed words, with what an order made of them. */
export function deadlineOf(printed: string, amendment: Amendment | undefined): string {
  if (amendment === undefined) return printed;
  const { change, deadline = '', orderNumber, orderDate } = amendment;
  const words =
    change === 'moved'
      ? trackerTexts.moved(deadline, orderNumber, orderDate)
      : trackerTexts.cancelled(orderNumber, orderDate);
  return printed === '' ? words : `${printed}; ${words}`;
}
