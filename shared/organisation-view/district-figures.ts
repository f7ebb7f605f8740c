import type { Clusters } from '../analysis/clusters.ts';
import { enoughOrganisations } from '../analysis/distribution.ts';
import { isPoolable, type Pooled, pool } from '../analysis/pool.ts';
import { splitConcrete } from '../catalog/concrete.ts';
import { inForce } from '../catalog/in-force.ts';
import type { Catalog, Indicator } from '../catalog/types.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import { roundHalfAway } from '../number/decimal.ts';
import { parsePeriod } from '../period/period.ts';
import { difference, judge } from '../summary/comparison.ts';
import type { Compared } from './facts.ts';

const key = (r: Pick<IndicatorResult, 'indicator' | 'period'>): string => `${r.indicator} ${r.period}`;

/**
 * A district's rows dealt out once, however many organisations it has: each one's own rows, and what the district and
 * the groups of like organisations come to in the school year. Figures of fewer than three organisations are withheld:
 * the other one could be read off them.
 */
export class DistrictFigures {
  private readonly own = new Map<string, IndicatorResult[]>();
  private readonly district = new Map<string, IndicatorResult>();
  private readonly members = new Map<string, IndicatorResult[]>();
  /** Periods of the school year. */
  private readonly now = new Set<string>();
  private readonly pools = new Map<string, Pooled>();
  private readonly indicators: ReadonlyMap<string, Indicator>;
  private readonly catalog: Catalog;
  private readonly clusters: Clusters;

  constructor(
    catalog: Catalog,
    results: Iterable<IndicatorResult>,
    district: string,
    schoolYear: string,
    clusters: Clusters,
  ) {
    this.catalog = catalog;
    this.clusters = clusters;
    this.indicators = new Map(
      catalog.indicators.filter((i) => inForce(i, schoolYear)).map((i) => [i.code, i]),
    );
    for (const row of results) this.add(row, district, schoolYear);
  }

  private add(row: IndicatorResult, district: string, schoolYear: string): void {
    const isNow = parsePeriod(row.period)?.schoolYear === schoolYear;
    if (isNow) this.now.add(row.period);
    if (row.level === 'district' && row.unit === district && isNow) this.district.set(key(row), row);
    if (row.level !== 'organisation') return;
    push(this.own, row.unit, row);
    const group = this.groupOf(row.unit);
    if (isNow && group !== undefined) push(this.members, `${group} ${key(row)}`, row);
  }

  private groupOf(organisation: string): string | undefined {
    const verdict = this.clusters.get(organisation);
    return verdict?.type === 'cluster' ? verdict.rule.code : undefined;
  }

  /** All rows of an organisation. */
  rowsOf(organisation: string): readonly IndicatorResult[] {
    return this.own.get(organisation) ?? [];
  }

  /** What stands beside each of an organisation's values of the school year, by `<indicator> <period>`. */
  comparedOf(organisation: string): Record<string, Compared> {
    const compared: Record<string, Compared> = {};
    for (const row of this.rowsOf(organisation)) {
      const indicator = this.now.has(row.period) ? this.indicatorOf(row.indicator) : undefined;
      if (!indicator || !isPoolable(indicator)) continue;
      const ofDistrict = this.district.get(key(row));
      const group = this.pooled(organisation, row, indicator);
      const isShown = ofDistrict?.value !== undefined && ofDistrict.reported >= enoughOrganisations;
      if (!isShown && group === undefined) continue;
      const found = group ? difference(row, group) : 'unknown';
      // what has negative effects is watched, never judged
      const isJudged = found === 'noticeable' && !indicator.negativeEffects;
      const delta = isJudged ? row.value! - group!.value! : 0;
      compared[key(row)] = {
        ...(isShown && { district: roundHalfAway(ofDistrict.value, 1) }),
        ...(group?.value !== undefined && { group: roundHalfAway(group.value, 1) }),
        difference: found,
        judgement: judge(delta, indicator.better),
      };
    }
    return compared;
  }

  private pooled(organisation: string, row: IndicatorResult, indicator: Indicator): Pooled | undefined {
    const group = this.groupOf(organisation);
    if (group === undefined) return undefined;
    const at = `${group} ${key(row)}`;
    let pooled = this.pools.get(at);
    if (!pooled) {
      pooled = pool(indicator, this.members.get(at) ?? []);
      this.pools.set(at, pooled);
    }
    return pooled.value !== undefined && pooled.reported >= enoughOrganisations ? pooled : undefined;
  }

  private indicatorOf(code: string): Indicator | undefined {
    return splitConcrete(code, (base) => this.indicators.get(base), this.catalog.dimensions)?.base;
  }
}

function push<T>(map: Map<string, T[]>, at: string, item: T): void {
  const list = map.get(at);
  if (list) list.push(item);
  else map.set(at, [item]);
}
