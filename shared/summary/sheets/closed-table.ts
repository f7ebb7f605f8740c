import type { Closing } from '../../activity/amendments.ts';
import type { Catalog } from '../../catalog/types.ts';
import { activityStatuses } from '../../texts/activity-statuses.ts';
import { closedRoadmapTexts as texts } from '../../texts/closed-roadmaps.ts';
import type { ActivityLine } from '../activity-lines.ts';
import type { ClosedRoadmap } from '../closed-roadmaps.ts';
import { headings, integer, none, text } from './cells.ts';
import type { DraftCell, SheetDraft } from './sheet-draft.ts';
import { statusStyle } from './status-style.ts';

/** «Завершённые дорожные карты»: a row each with its final figures, seven columns from `from`; returns the rows taken. */
export function writeClosedRoadmaps(
  sheet: SheetDraft,
  { roadmaps }: Pick<Catalog, 'roadmaps'>,
  closed: readonly ClosedRoadmap[],
  from = 1,
): [number, number] | undefined {
  if (closed.length === 0) return undefined;
  const first = sheet.wide({ value: texts.title, style: 'section' });
  sheet.wide({ value: texts.help, style: 'help' });
  let last = sheet.row(headings(texts.headings), { from });
  for (const one of closed) {
    const { roadmap, closing, planned, done, doneLate, notDone, fellAway, targetsMet, targetsJudged } = one;
    const cells: DraftCell[] = [
      { ...text(roadmapTitle(roadmaps, roadmap), 'label'), detail: texts.order(closing) },
      integer(planned, 'unit'),
      integer(done, 'unit'),
      integer(doneLate, 'unit'),
      integer(notDone, notDone > 0 ? 'bad' : 'unit'),
      integer(fellAway, 'unit'),
      targetsJudged === 0 ? none() : text(texts.targets(targetsMet, targetsJudged), 'unit'),
    ];
    last = sheet.row(cells, { from });
  }
  sheet.gap();
  return [first, last];
}

/** How an activity of a closed roadmap ended; what was not done is named as in the figures above. */
export function closedState({ status, due }: ActivityLine, { orderDate }: Closing): DraftCell {
  if (status !== 'archived') return text(activityStatuses[status], statusStyle[status]);
  const isDebt = due !== undefined && due <= orderDate;
  return text(isDebt ? texts.notDone : texts.fellAway, isDebt ? 'bad' : 'unit');
}

/** People know a roadmap by its title and its years. */
export function roadmapTitle(roadmaps: Catalog['roadmaps'], id: string): string {
  const roadmap = roadmaps.get(id);
  if (roadmap === undefined) return id;
  const [from, to] = [roadmap.periodFrom.slice(0, 4), roadmap.periodTo.slice(0, 4)];
  return `${roadmap.title} (${from === to ? from : `${from}–${to}`})`;
}
