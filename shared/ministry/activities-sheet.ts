import type { ActivityStatus } from '../activity/status.ts';
import type { Catalog } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';
import type { Colour, PlanSheet, StyleName } from '../plan/plan.ts';
import type { ActivityLine } from '../summary/activity-lines.ts';
import { verdictCell } from '../summary/sheets/activity-list-sheet.ts';
import { date, headings, integer, none, text } from '../summary/sheets/cells.ts';
import { closedState, roadmapTitle, writeClosedRoadmaps } from '../summary/sheets/closed-table.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { categoryId, countId, stackedCounts } from '../summary/sheets/stacked-counts.ts';
import { statusStyle } from '../summary/sheets/status-style.ts';
import { activityViewTexts } from '../texts/activity-views.ts';
import { closedRoadmapTexts } from '../texts/closed-roadmaps.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';
import type { MinistryActivities } from './model.ts';
import { isPublished } from './published-address.ts';

const texts = ministryTexts.activities;
const widths = [9, 62, 13, 17, 26, 26, 20, 30];

/** Columns of the table and series of the chart, from done to overdue. */
const charted: readonly (readonly [ActivityStatus, Colour])[] = [
  ['done', 'green'],
  ['done_late', 'teal'],
  ['in_progress', 'blue'],
  ['due_soon', 'amber'],
  ['not_started', 'grey'],
  ['overdue', 'red'],
];

/** «Мероприятия»: the roadmap by direction as a chart, then each activity and due date with its target. */
export function activitiesSheet(
  context: MinistryContext,
  catalog: Pick<Catalog, 'directions' | 'roadmaps'>,
): PlanSheet | undefined {
  const { activities } = context.model;
  if (!activities) return undefined;
  const { lines, closed, closedLines } = activities;
  const hasTargets = [...lines, ...closedLines].some(({ activity }) => activity.target !== '');
  const sheet = draftSheet(ministryTexts.tabs.activities, widths);
  writeTop(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  const keep = activities.total.total > 0 ? [writeTally(sheet, catalog, activities)] : [];
  if (keep.length === 0 && closed.length > 0) sheet.wide(text(closedRoadmapTexts.noneInForce, 'label'));
  const ended = writeClosedRoadmaps(sheet, catalog, closed, 2);
  if (ended) keep.push(ended);
  sheet.wide({ value: texts.list, style: 'section' });
  const top = sheet.row(headings(hasTargets ? texts.headings : texts.headingsWithoutTargets));
  const known = [...catalog.directions.values()].map(({ id, title }) => ({ id, title }));
  const named = new Set(known.map(({ id }) => id));
  const others = [...new Set(lines.map((line) => line.activity.direction))]
    .filter((id) => !named.has(id))
    .map((id) => ({ id, title: id }));
  for (const { id, title } of [...known, ...others]) {
    const own = lines.filter(({ activity }) => activity.direction === id);
    if (own.length === 0) continue;
    sheet.wide({ value: title, style: 'section' });
    for (const line of [...own].sort(byTime)) sheet.row(cellsOf(line, hasTargets));
  }
  for (const { roadmap, closing } of closed) {
    sheet.wide({ value: closedRoadmapTexts.rows(roadmapTitle(catalog.roadmaps, roadmap)), style: 'section' });
    const own = closedLines.filter(({ activity }) => activity.roadmap === roadmap);
    for (const line of [...own].sort(byTime))
      sheet.row(cellsOf(line, hasTargets, closedState(line, closing)));
  }
  return sheet.finish({
    tabColour: 'violet',
    print: { ...printed(context), repeatRows: [top, top], keep },
  });
}

/** Without a date last; within a day as printed. */
const byTime = (a: ActivityLine, b: ActivityLine): number => compareText(a.due ?? '9999', b.due ?? '9999');

function writeTally(
  sheet: SheetDraft,
  { directions }: Pick<Catalog, 'directions'>,
  { total, byDirection }: MinistryActivities,
): [number, number] {
  const { progress } = activityViewTexts;
  const columns: readonly ActivityStatus[] = charted.map(([status]) => status);
  const first = sheet.row([
    undefined,
    ...headings([progress.directionHeadings[0]!, ...columns.map((status) => ministryTexts.statuses[status])]),
  ]);
  byDirection.forEach(({ direction, tally }, i) => {
    const known = directions.get(direction);
    sheet.row([
      undefined,
      { ...text(known?.short || known?.title || direction, 'label'), id: categoryId('done', i) },
      ...columns.map((status): DraftCell => {
        const count = tally.statuses[status] ?? 0;
        const style: StyleName = status === 'overdue' && count > 0 ? 'bad' : 'unit';
        return { ...integer(count, style), id: countId('done', i, status) };
      }),
    ]);
  });
  sheet.gap();
  const done = (total.statuses.done ?? 0) + (total.statuses.done_late ?? 0);
  const [, last] = stackedCounts(sheet, {
    name: 'done',
    rows: byDirection.length,
    series: charted.map(([code, colour]) => ({ code, colour, title: ministryTexts.statuses[code] })),
    title: texts.chart(done, total.total),
    description: texts.chartDescription,
    columns: widths.length,
    height: 16,
  });
  return [first, last];
}

const stateCell = ({ status }: ActivityLine): DraftCell =>
  text(ministryTexts.statuses[status], statusStyle[status]);

function cellsOf(line: ActivityLine, hasTargets: boolean, state = stateCell(line)): DraftCell[] {
  const orNone = (value: string): DraftCell => (value === '' ? none() : text(value));
  const { activity, due, deadline, evidence, link } = line;
  return [
    { ...text(activity.no, 'unit'), ...(line.id !== undefined && { detail: line.id }) },
    text(activity.title),
    due === undefined ? (deadline === '' ? none() : text(deadline, 'unit')) : date(due, 'unit'),
    state,
    orNone(hasTargets ? activity.target : activity.executors),
    factCell(line),
    hasTargets ? verdictCell(line) : orNone(deadline),
    link !== undefined && isPublished(link)
      ? { value: evidence ?? link, style: 'link', link: { url: link } }
      : evidence === undefined
        ? none()
        : text(evidence),
  ];
}

/** What the district reached, or how many of its organisations are done; never which. */
function factCell({ activity, counts, fact }: ActivityLine): DraftCell {
  if (activity.level === 'district') return fact === undefined ? none() : text(fact);
  const total = Object.values(counts).reduce((a, b) => a + b, 0) - counts.not_applicable;
  return total === 0 ? none() : text(texts.organisations(counts.done + counts.done_late, total));
}
