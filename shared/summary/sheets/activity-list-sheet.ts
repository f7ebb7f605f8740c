import type { Catalog } from '../../catalog/types.ts';
import { daySerial } from '../../period/day-serial.ts';
import type { PlanSheet, StyleName } from '../../plan/plan.ts';
import type { TargetVerdict } from '../../target/target.ts';
import { activityViewTexts } from '../../texts/activity-views.ts';
import { closedRoadmapTexts } from '../../texts/closed-roadmaps.ts';
import { rosterTexts } from '../../texts/roster.ts';
import type { ActivityLine } from '../activity-lines.ts';
import type { ActivityProgress } from '../activity-progress.ts';
import { date, headings, none, text } from './cells.ts';
import { closedState, roadmapTitle } from './closed-table.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { type DraftCell, draftSheet } from './sheet-draft.ts';
import { statusStyle } from './status-style.ts';

const texts = activityViewTexts.list;
const widths = [15, 13, 52, 11, 20, 26, 30, 22, 17, 20];
/** Columns about targets, 0-based: left out where no activity has one. */
const ofTargets: ReadonlySet<number> = new Set([7, 8]);

/** «Дорожная карта»: a line per activity and due date, the most pressing first; those of closed roadmaps last. */
export function activityListSheet(
  context: TabContext,
  { roadmaps }: Pick<Catalog, 'roadmaps'>,
  { lines, closed, closedLines }: ActivityProgress,
): PlanSheet {
  const hasTargets = [...lines, ...closedLines].some(({ activity }) => activity.target !== '');
  const shown = <T>(columns: readonly T[]): T[] => columns.filter((_, i) => hasTargets || !ofTargets.has(i));
  const columns = shown(widths);
  const sheet = draftSheet(activityViewTexts.tabs.list, columns);
  writeHead(sheet, context, texts.title);
  const print = { orientation: 'landscape', footer: footer(context) } as const;
  sheet.wide({ value: texts.help, style: 'help' });
  if (closedLines.length > 0) sheet.wide(text(closedRoadmapTexts.below));
  if (lines.length === 0) sheet.wide(text(texts.none));
  if (lines.length + closedLines.length === 0) return sheet.finish({ tabColour: 'violet', print });
  const top = sheet.row(headings(shown(texts.headings)));
  let above: ActivityLine | undefined;
  for (const line of lines) {
    const { parent } = line;
    // a row that groups others stands above those of each state, which can be folded away
    if (parent && (parent !== above?.parent || line.status !== above.status))
      sheet.row(shown(headingCells(parent.no, parent.title)));
    above = line;
    sheet.row(shown(lineCells(line, context)), parent ? { outline: 1 } : {});
  }
  for (const { roadmap, closing } of closed) {
    sheet.row(shown(headingCells('', closedRoadmapTexts.rows(roadmapTitle(roadmaps, roadmap)), 'section')));
    const own = closedLines.filter(({ activity }) => activity.roadmap === roadmap);
    for (const line of own) {
      const [, ...cells] = lineCells(line, context);
      sheet.row(shown([closedState(line, closing), ...cells]), { outline: 1 });
    }
  }
  return sheet.finish({
    tabColour: 'violet',
    freeze: { rows: top, columns: 2 },
    autoFilter: { firstRow: top, lastRow: sheet.at(), firstColumn: 1, lastColumn: columns.length },
    print: { ...print, repeatRows: [top, top] },
  });
}

function lineCells(line: ActivityLine, { model }: TabContext): DraftCell[] {
  const { activity, due, deadline, evidence, link } = line;
  const overdue = line.status === 'overdue' && due !== undefined;
  const days = overdue ? daySerial(model.date)! - daySerial(due)! : 0;
  return [
    text(activityViewTexts.statuses[line.status], statusStyle[line.status]),
    { ...text(activity.no, 'unit'), ...(line.id !== undefined && { detail: line.id }) },
    text(activity.title),
    due === undefined ? none() : date(due, 'unit'),
    deadline === '' ? none() : text(deadline),
    activity.executors === '' ? none() : text(activity.executors),
    text([overdue ? texts.days(days) : '', progressOf(line)].filter((part) => part !== '').join('; ')),
    activity.target === '' ? none() : text(activity.target),
    verdictCell(line),
    link === undefined
      ? text(evidence ?? '')
      : { value: evidence ?? texts.open, style: 'link', link: { url: link } },
  ];
}

/** A row that groups those below it. */
const headingCells = (no: string, title: string, style: StyleName = 'label'): DraftCell[] =>
  widths.map((_, i) => (i === 1 ? text(no, style) : i === 2 ? text(title, style) : { style }));

/** What the district has reached, or how many organisations have done it and who has not. */
export function progressOf(line: ActivityLine): string {
  const { activity, counts, status, organisations, onBehalf, fact, comment } = line;
  if (activity.level === 'district') return [fact, comment].filter((part) => part !== undefined).join('; ');
  const total = Object.values(counts).reduce((a, b) => a + b, 0) - counts.not_applicable;
  const done = texts.organisations(counts.done + counts.done_late, total, status, organisations);
  return onBehalf === 0 ? done : `${done}; ${rosterTexts.summary.onBehalf(onBehalf)}`;
}

const verdictStyle: Readonly<Record<TargetVerdict, StyleName>> = {
  met: 'good',
  partly: 'attention',
  not_met: 'bad',
  no_data: 'unit',
  no_base: 'unit',
};
const worstFirst: readonly TargetVerdict[] = ['not_met', 'partly', 'no_data', 'no_base', 'met'];

/** The verdict on the target, or how many organisations have which. */
export function verdictCell({ verdicts }: ActivityLine): DraftCell {
  const given = worstFirst.filter((verdict) => (verdicts[verdict] ?? 0) > 0);
  const total = given.reduce((sum, verdict) => sum + (verdicts[verdict] ?? 0), 0);
  if (given.length === 0) return none();
  const words = given.map((verdict) => texts.verdict(verdict, verdicts[verdict] ?? 0, total));
  return text(words.join(', '), verdictStyle[given[0]!]);
}
