import type { Catalog } from '../catalog/types.ts';
import type { ClosedRoadmap } from '../summary/closed-roadmaps.ts';
import { figure, headings, integer, none, text } from '../summary/sheets/cells.ts';
import type { DraftCell, SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { comparisonTexts } from '../texts/comparison.ts';
import { dayText } from '../texts/summary.ts';
import type { ComparisonFacts } from './facts.ts';

const texts = comparisonTexts.closed;

/** The roadmaps that were closed, those of a district together; returns the rows taken, nothing where none was closed. */
export function writeClosed(
  sheet: SheetDraft,
  { roadmaps }: Pick<Catalog, 'roadmaps'>,
  { districts }: ComparisonFacts,
  across: number,
): [number, number][] {
  if (districts.every(({ closed }) => closed.length === 0)) return [];
  sheet.gap();
  const first = sheet.wide({ value: texts.title, style: 'section' }, across);
  sheet.wide({ value: texts.help, style: 'help' }, across);
  let last = sheet.row(headings([comparisonTexts.district, ...districts.map(({ name }) => name)]));
  const row = (title: string, cellOf: (closed: readonly ClosedRoadmap[]) => DraftCell): void => {
    const cells = districts.map(({ closed }) => (closed.length === 0 ? none() : cellOf(closed)));
    last = sheet.row([text(title, 'label'), ...cells]);
  };
  const list = (parts: readonly string[]): DraftCell => text(parts.join('; '), 'unit');
  row(texts.roadmap, (closed) => list(closed.map(({ roadmap: id }) => roadmaps.get(id)?.district || id)));
  row(texts.day, (closed) => list(closed.map(({ closing }) => dayText(closing.orderDate))));
  row(texts.planned, (closed) => integer(sum(closed, (one) => one.planned)));
  row(texts.done, (closed) =>
    shareOf(
      sum(closed, (one) => one.done + one.doneLate),
      sum(closed, (one) => one.planned),
    ),
  );
  row(texts.doneLate, (closed) => integer(sum(closed, (one) => one.doneLate)));
  row(texts.notDone, (closed) => integer(sum(closed, (one) => one.notDone)));
  row(texts.fellAway, (closed) => integer(sum(closed, (one) => one.fellAway)));
  row(texts.targets, (closed) =>
    shareOf(
      sum(closed, (one) => one.targetsMet),
      sum(closed, (one) => one.targetsJudged),
    ),
  );
  return [[first, last]];
}

const sum = (closed: readonly ClosedRoadmap[], of: (one: ClosedRoadmap) => number): number =>
  closed.reduce((total, one) => total + of(one), 0);

const shareOf = (part: number, whole: number): DraftCell =>
  whole === 0 ? none() : figure((100 * part) / whole);
