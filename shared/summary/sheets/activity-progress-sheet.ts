import type { ActivityStatus } from '../../activity/status.ts';
import type { Catalog } from '../../catalog/types.ts';
import type { Colour, PlanSheet } from '../../plan/plan.ts';
import { activityViewTexts } from '../../texts/activity-views.ts';
import { closedRoadmapTexts } from '../../texts/closed-roadmaps.ts';
import type { ActivityProgress } from '../activity-progress.ts';
import type { ActivityTally } from '../activity-tally.ts';
import { headings, integer, none, text } from './cells.ts';
import { writeClosedRoadmaps } from './closed-table.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

const texts = activityViewTexts.progress;
const widths = [46, 13, 13, 13, 13, 13, 13, 13, 13];
const chartRows = 13;
/** Columns of the list of what has no date, 1-based: first and last of each. */
const undatedColumns = [
  [1, 1],
  [2, 2],
  [3, 5],
  [6, 8],
  [9, 9],
] as const;

/** Series of the charts: from done to overdue. */
const series: readonly (readonly [ActivityStatus, Colour])[] = [
  ['done', 'green'],
  ['done_late', 'teal'],
  ['in_progress', 'blue'],
  ['due_soon', 'amber'],
  ['not_started', 'grey'],
  ['overdue', 'red'],
];

/** «Ход дорожной карты»: statuses and targets by direction, the timeline by quarter, what has no date and why. */
export function activityProgressSheet(
  context: TabContext,
  catalog: Pick<Catalog, 'roadmaps'>,
  progress: ActivityProgress,
): PlanSheet {
  const sheet = draftSheet(activityViewTexts.tabs.progress, widths);
  writeHead(sheet, context, texts.title);
  const breaks: number[] = [];
  if (progress.total.total === 0) sheet.wide(text(closedRoadmapTexts.noneInForce, 'label'));
  else writeInForce(sheet, progress, breaks);
  const hasClosed = progress.closed.length > 0;
  if (progress.total.total > 0 && hasClosed) breaks.push(sheet.at());
  writeClosedRoadmaps(sheet, catalog, progress.closed);
  if (progress.undated.length > 0 && !hasClosed) breaks.push(sheet.at());
  writeUndated(sheet, progress);
  return sheet.finish({
    tabColour: 'violet',
    print: { orientation: 'landscape', breaks, footer: footer(context) },
  });
}

function writeInForce(sheet: SheetDraft, progress: ActivityProgress, breaks: number[]): void {
  const { total, byDirection, byQuarter } = progress;
  const { statuses } = total;
  const done = (statuses.done ?? 0) + (statuses.done_late ?? 0);
  sheet.wide(text(texts.total(total.total, done, statuses.overdue ?? 0, statuses.due_soon ?? 0), 'label'));
  sheet.wide({ value: texts.help, style: 'help' });
  sheet.wide({ value: texts.directions, style: 'section' });
  const columns: readonly ActivityStatus[] = [
    'done',
    'done_late',
    'in_progress',
    'due_soon',
    'not_started',
    'no_fixed_date',
    'overdue',
  ];
  sheet.row(headings(texts.directionHeadings));
  byDirection.forEach(({ title, tally }, i) => {
    sheet.row(
      countCells(
        { ...text(title, 'label'), id: `activity:direction:${i}` },
        tally,
        columns,
        `direction:${i}`,
      ),
    );
  });
  sheet.row(countCells(text(texts.total1, 'label'), total, columns));
  sheet.gap();
  writeChart(sheet, 'direction', byDirection.length, texts.chart, texts.chartDescription);
  writeTargets(sheet, progress);
  if (byQuarter.length > 0) {
    breaks.push(sheet.at());
    sheet.wide({ value: texts.quarters, style: 'section' });
    sheet.row(headings(texts.quarterHeadings));
    const shown = columns.filter((one) => one !== 'no_fixed_date');
    byQuarter.forEach(({ quarter, tally }, i) => {
      const name = { ...text(texts.quarter(quarter), 'label'), id: `activity:quarter:${i}` };
      sheet.row(countCells(name, tally, shown, `quarter:${i}`));
    });
    sheet.gap();
    writeChart(sheet, 'quarter', byQuarter.length, texts.quarterChart, texts.quarterDescription);
  }
}

function writeUndated(sheet: SheetDraft, { undated }: ActivityProgress): void {
  if (undated.length === 0) return;
  sheet.wide({ value: texts.undated, style: 'section' });
  undatedRow(sheet, headings(texts.undatedHeadings));
  for (const { activity, deadline, reason, leansOn, status } of undated) {
    undatedRow(sheet, [
      text(activity.title),
      text(activity.no, 'unit'),
      deadline === '' ? none() : text(deadline),
      text(reason === undefined || reason === 'before_approval' ? '' : texts.reason(reason, leansOn)),
      text(activityViewTexts.statuses[status], 'unit'),
    ]);
  }
}

function countCells(
  name: DraftCell,
  tally: ActivityTally,
  columns: readonly ActivityStatus[],
  id?: string,
): DraftCell[] {
  return [
    name,
    integer(tally.total, 'unit'),
    ...columns.map((status): DraftCell => {
      const count = tally.statuses[status] ?? 0;
      const style = status === 'overdue' && count > 0 ? 'bad' : 'unit';
      return { ...integer(count, style), ...(id !== undefined && { id: `activity:${id}:${status}` }) };
    }),
  ];
}

function writeChart(sheet: SheetDraft, id: string, count: number, title: string, description: string): void {
  const at = sheet.at();
  sheet.chart({
    type: 'stacked',
    title,
    description,
    categories: { from: `activity:${id}:0`, to: `activity:${id}:${count - 1}` },
    series: series.map(([status, colour]) => ({
      name: activityViewTexts.statuses[status],
      values: { from: `activity:${id}:0:${status}`, to: `activity:${id}:${count - 1}:${status}` },
      colour,
    })),
    valueAxis: { min: 0, format: 'integer' },
    legend: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: widths.length, toRow: at + chartRows },
  });
  sheet.gap(chartRows + 1);
}

function writeTargets(sheet: SheetDraft, { byDirection }: ActivityProgress): void {
  const verdicts = ['met', 'partly', 'not_met', 'no_data', 'no_base'] as const;
  const rows = byDirection.filter(({ tally }) => Object.keys(tally.verdicts).length > 0);
  if (rows.length === 0) return;
  sheet.wide({ value: texts.targets, style: 'section' });
  sheet.wide({ value: texts.targetsHelp, style: 'help' });
  sheet.row(headings(texts.targetHeadings));
  for (const { title, tally } of rows) {
    const counts = verdicts.map((verdict) => tally.verdicts[verdict] ?? 0);
    sheet.row([
      text(title, 'label'),
      integer(
        counts.reduce((a, b) => a + b, 0),
        'unit',
      ),
      ...counts.map((count) => integer(count, 'unit')),
    ]);
  }
  sheet.gap();
}

function undatedRow(sheet: SheetDraft, cells: readonly DraftCell[]): void {
  const spread: (DraftCell | undefined)[] = widths.map(() => undefined);
  cells.forEach((cell, i) => {
    spread[undatedColumns[i]![0] - 1] = cell;
  });
  const row = sheet.row(spread);
  for (const [firstColumn, lastColumn] of undatedColumns) {
    if (lastColumn > firstColumn) sheet.merge({ firstRow: row, firstColumn, lastRow: row, lastColumn });
  }
}
