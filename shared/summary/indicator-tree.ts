import { inForce } from '../catalog/in-force.ts';
import type { Indicator } from '../catalog/types.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import { parsePeriod } from '../period/period.ts';
import { compareNumbers, printedOrder } from '../template/indicator-order.ts';
import type { SummaryInput } from './input.ts';
import { concreteTitles } from './members.ts';

/** A printed heading. */
export interface GroupRow {
  readonly type: 'group';
  readonly no: string;
  readonly title: string;
  /** 0 = outermost. */
  readonly depth: number;
  /** The heading of a direction: its id. */
  readonly direction?: string;
}

export interface IndicatorEntry {
  readonly type: 'indicator';
  readonly code: string;
  readonly indicator: Indicator;
  readonly members: readonly string[];
  /** True where the title stands above in a heading of its own and the row names the members only. */
  readonly isBelowTitle: boolean;
  readonly depth: number;
}

const isSilent = (r: IndicatorResult): boolean => r.value === undefined && r.reason === 'not_reported';

/**
 * The concrete indicators of the school year that have any row among `results`, each below its printed headings, and
 * below its direction where there are several. A member of a breakdown of which nothing was ever heard is left out:
 * nobody writes every subject in every grade. The order is the printed one, as in the workbooks handed out.
 */
export function indicatorTree(
  input: Pick<SummaryInput, 'catalog' | 'schoolYear'>,
  results: readonly IndicatorResult[],
): (GroupRow | IndicatorEntry)[] {
  const { catalog, schoolYear } = input;
  const present = new Set<string>();
  for (const r of results) if (parsePeriod(r.period)?.schoolYear === schoolYear) present.add(r.indicator);
  const valid = catalog.indicators.filter((i) => inForce(i, schoolYear));
  const answered = new Set(results.filter((r) => !isSilent(r)).map((r) => r.indicator));
  const isShown = (i: Indicator, code: string): boolean =>
    present.has(code) && (i.dims.length === 0 || answered.has(code));
  const own = (i: Indicator) => concreteTitles(i, catalog).filter((c) => isShown(i, c.code));
  const printed = byNumber(printedOrder(valid, (i) => own(i).length > 0));
  const byCode = new Map(printed.map((i) => [i.code, i]));
  const directions = [...new Set(printed.map((i) => i.direction))];
  const base = directions.length > 1 ? 1 : 0;
  const depthOf = (i: Indicator): number => {
    const parent = i.parent === i.code ? undefined : byCode.get(i.parent);
    return parent ? depthOf(parent) + 1 : base;
  };
  const tree: (GroupRow | IndicatorEntry)[] = [];
  let direction: string | undefined;
  for (const i of printed) {
    const depth = depthOf(i);
    if (base === 1 && depth === base && i.direction !== direction) {
      direction = i.direction;
      const title = catalog.directions.get(direction)?.title ?? direction;
      tree.push({ type: 'group', no: '', title, depth: 0, direction });
    }
    if (i.kind === 'group') tree.push({ type: 'group', no: i.no, title: i.title, depth });
    if (i.kind === 'group') continue;
    const concrete = own(i);
    const isBelowTitle = concrete.length > 1;
    if (isBelowTitle) tree.push({ type: 'group', no: i.no, title: i.title, depth });
    for (const c of concrete) {
      tree.push({
        type: 'indicator',
        ...c,
        indicator: i,
        isBelowTitle,
        depth: isBelowTitle ? depth + 1 : depth,
      });
    }
  }
  return tree;
}

/** The outermost rows with all below them, joined to runs of one direction, by the number most of a run carries. */
function byNumber(printed: readonly Indicator[]): Indicator[] {
  const codes = new Set(printed.map((i) => i.code));
  const runs: Indicator[][] = [];
  let direction: string | undefined;
  for (const i of printed) {
    const isOutermost = i.parent === i.code || !codes.has(i.parent);
    if (runs.length === 0 || (isOutermost && i.direction !== direction)) {
      runs.push([]);
      direction = i.direction;
    }
    runs[runs.length - 1]!.push(i);
  }
  const numbered = runs.map((run) => ({ run, no: sectionNumber(run) }));
  // without a number last; the sort is stable
  const order = (a: string, b: string): number =>
    a === '' || b === '' ? Number(a === '') - Number(b === '') : compareNumbers(a, b);
  return numbered.sort((a, b) => order(a.no, b.no)).flatMap(({ run }) => run);
}

/** The number of the plan's row (`2.1`) that most of the indicators belong to, of equals the first; empty if none. */
export function sectionNumber(indicators: readonly Pick<Indicator, 'activity'>[]): string {
  const counts = new Map<string, number>();
  for (const { activity } of indicators)
    if (activity !== '') counts.set(activity, (counts.get(activity) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts.keys()].filter((no) => counts.get(no) === most).sort(compareNumbers)[0] ?? '';
}
