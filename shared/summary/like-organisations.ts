import { isPoolable, type Pooled, pool } from '../analysis/pool.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import { type Difference, difference, isFewData, judge } from './comparison.ts';
import type { SummaryInput } from './input.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import type { WholeYear } from './whole-year.ts';

/** One organisation's value beside that of the organisations like it, itself included. */
export interface LikeCell {
  readonly result?: IndicatorResult;
  readonly fewData: boolean;
  /** Of its cluster; missing where it has none. */
  readonly like?: Pooled;
  readonly difference: Difference;
  /** Better or worse than its cluster by more than chance; 0 otherwise. */
  readonly judgement: -1 | 0 | 1;
}

export interface LikeGroup {
  readonly code: string;
  readonly title: string;
  readonly organisations: number;
  /** One per indicator. */
  readonly pooled: readonly Pooled[];
}

/** Organisations beside those like them (domain §8, Clusters), for the indicators that tell most. */
export interface LikeOrganisations {
  readonly indicators: readonly MatrixRow[];
  /** How many indicators of the section could be compared. */
  readonly comparable: number;
  readonly groups: readonly LikeGroup[];
  /** By cluster, in the order of the rules, then those without one; within it in register order. */
  readonly organisations: readonly {
    readonly code: string;
    readonly group?: string;
    readonly cells: readonly LikeCell[];
  }[];
}

/** So many indicators stand side by side on a page. */
const shown = 4;

/** Undefined without clusters or without an indicator that three organisations report. */
export function likeOrganisations(
  input: Pick<SummaryInput, 'catalog' | 'clusters'>,
  results: WholeYear,
  matrix: Matrix,
  rows: readonly MatrixRow[],
): LikeOrganisations | undefined {
  const { clusters } = input;
  if (clusters === undefined) return undefined;
  const comparable = rows.filter((row) => row.spread !== undefined && row.indicator.kind !== 'presence');
  const indicators = telling(comparable);
  if (indicators.length === 0) return undefined;
  const known = indicators.map((row) => results.get(row.code) ?? new Map<string, IndicatorResult>());
  const open = matrix.organisations.filter((o) => known.some((own) => own.has(o.code)));
  const groups = input.catalog.clusters.flatMap((rule): LikeGroup[] => {
    const members = open.filter((o) => isIn(clusters.get(o.code), rule.code));
    if (members.length === 0) return [];
    const pooled = indicators.map((row, i) =>
      pool(
        row.indicator,
        members.flatMap((o) => known[i]!.get(o.code) ?? []),
      ),
    );
    return [{ code: rule.code, title: rule.title, organisations: members.length, pooled }];
  });
  const unique = groups.filter((g, i) => groups.findIndex((other) => other.code === g.code) === i);
  const place = (code: string): number => {
    const at = unique.findIndex((g) => isIn(clusters.get(code), g.code));
    return at < 0 ? unique.length : at;
  };
  const organisations = open
    .map(({ code }) => ({ code, at: place(code) }))
    .sort((a, b) => a.at - b.at)
    .map(({ code, at }) => {
      const group = unique[at];
      const cells = indicators.map((row, i) => cell(row, known[i]!.get(code), group?.pooled[i]));
      return { code, ...(group && { group: group.code }), cells };
    });
  return { indicators, comparable: comparable.length, groups: unique, organisations };
}

const isIn = (verdict: ReturnType<NonNullable<SummaryInput['clusters']>['get']>, code: string): boolean =>
  verdict?.type === 'cluster' && verdict.rule.code === code;

/** Those that most organisations report, of them the ones whose ends differ noticeably, then the widest; in printed order. */
function telling(rows: readonly MatrixRow[]): MatrixRow[] {
  const poolable = rows.filter((row) => isPoolable(row.indicator));
  const known = (row: MatrixRow): number => row.cells.filter((c) => c.state === 'value').length;
  const most = Math.max(0, ...poolable.map(known));
  const weight = (row: MatrixRow): number => {
    const { best, worst, difference: found } = row.spread!;
    const width = row.indicator.unit === '%' ? Math.abs(best.value - worst.value) : 0;
    return (2 * known(row) >= most ? 10_000 : 0) + (found === 'noticeable' ? 1_000 : 0) + width;
  };
  const chosen = new Set([...poolable].sort((a, b) => weight(b) - weight(a)).slice(0, shown));
  return rows.filter((row) => chosen.has(row));
}

function cell(row: MatrixRow, result: IndicatorResult | undefined, like: Pooled | undefined): LikeCell {
  const found = result && like ? difference(result, like) : 'unknown';
  const isNoticeable = found === 'noticeable' && result?.value !== undefined && like?.value !== undefined;
  return {
    ...(result && { result }),
    ...(like && { like }),
    fewData: result !== undefined && result.denominator !== 1 && isFewData(result),
    difference: found,
    judgement: isNoticeable ? judge(result.value - like.value, row.indicator.better) : 0,
  };
}
