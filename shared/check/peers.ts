import type { Members } from '../catalog/concrete.ts';
import { inForce } from '../catalog/in-force.ts';
import type { PeerRule } from '../catalog/types.ts';
import type { Engine } from '../indicator/engine.ts';
import { round9 } from '../indicator/exact.ts';
import { given } from '../indicator/status.ts';
import { wilson } from '../indicator/wilson.ts';
import type { Issue } from '../issue/issue.ts';
import { compareText } from '../number/compare-text.ts';
import type { Period } from '../period/period.ts';
import { type Fences, fencesWithout } from './fences.ts';
import { cellsOf, membersOf } from './inputs-of-check.ts';
import { periodsWith } from './periods-with.ts';
import type { PlaceOf } from './place-of.ts';

/** The group with which an organisation is compared in a school year; undefined = with nobody. */
export type GroupOf = (organisation: string, schoolYear: string) => string | undefined;

/** One organisation's ratio. `low` and `high`: the 95 % interval of a share, else the value itself. */
interface Ratio {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * `check.peer`: a ratio far from those of similar organisations in the same period (domain §7). It lies beyond
 * Tukey's fences of the others, and beyond them even where its 95 % interval reaches towards them, so that a handful
 * of children alarms nobody; it differs from their median by at least `least`; and there are enough others. Never
 * held against the organisation's own earlier years: with n of them |z| cannot exceed √(n−1).
 */
export function outliers(engine: Engine, groupOf: GroupOf, placeOf: PlaceOf): Issue[] {
  const { catalog, columns } = engine.sources;
  const issues: Issue[] = [];
  for (const rule of catalog.peers) {
    for (const members of membersOf({ left: rule.part, right: rule.whole }, catalog, engine.definitions)) {
      const cells = [...cellsOf(rule.part, catalog, members), ...cellsOf(rule.whole, catalog, members)];
      const ratiosOf = ratios(engine, rule, members);
      for (const period of periodsWith(columns, cells)) {
        if (!inForce(rule, period.schoolYear)) continue;
        for (const [group, list] of grouped(engine, ratiosOf(period), period, groupOf)) {
          for (const [ratio, fences] of far(rule, list)) {
            const { code } = columns.units.organisations[ratio.at]!;
            const peers = list.length - 1;
            issues.push(issueOf(rule, code, period, cells, { group, peers, ratio, fences }, placeOf));
          }
        }
      }
    }
  }
  return issues;
}

/** The ratios of a period; those over fewer than `minWhole` are left out: too few to compare or be compared with. */
function ratios(engine: Engine, rule: PeerRule, members: Members): (period: Period) => Ratio[] {
  const part = engine.compile(rule.part, { members });
  const whole = engine.compile(rule.whole, { members });
  const { pool, columns } = engine.sources;
  return (period) => {
    const n = part(period);
    const d = whole(period);
    const found: Ratio[] = [];
    for (let at = 0; at < columns.units.organisations.length; at++) {
      if (n.status[at] !== given || d.status[at] !== given) continue;
      const [over, under] = [n.values[at]!, d.values[at]!];
      if (under <= 0 || under < rule.minWhole) continue;
      const value = (rule.factor * over) / under;
      const interval = rule.factor === 100 ? wilson(over, under) : undefined;
      found.push({ at, value, low: interval?.low ?? value, high: interval?.high ?? value });
    }
    pool.give(n);
    pool.give(d);
    return found;
  };
}

function grouped(
  engine: Engine,
  list: readonly Ratio[],
  period: Period,
  groupOf: GroupOf,
): [string, Ratio[]][] {
  const { organisations } = engine.sources.columns.units;
  const groups = new Map<string, Ratio[]>();
  for (const ratio of list) {
    const group = groupOf(organisations[ratio.at]!.code, period.schoolYear);
    if (group === undefined) continue;
    const own = groups.get(group);
    if (own) own.push(ratio);
    else groups.set(group, [ratio]);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b));
}

/** Those beyond the fences of the others. */
function* far(rule: PeerRule, list: Ratio[]): Generator<readonly [Ratio, Fences]> {
  if (list.length - 1 < Math.max(2, rule.minPeers)) return;
  const sorted = list.sort((a, b) => a.value - b.value || a.at - b.at);
  const values = Float64Array.from(sorted, ({ value }) => value);
  for (const [i, ratio] of sorted.entries()) {
    const fences = fencesWithout(values, i, rule.width);
    const isHigh = rule.side !== 'lower' && ratio.low > fences.upper;
    const isLow = rule.side !== 'higher' && ratio.high < fences.lower;
    if ((isHigh || isLow) && Math.abs(ratio.value - fences.median) >= rule.least) yield [ratio, fences];
  }
}

interface Finding {
  readonly group: string;
  readonly peers: number;
  readonly ratio: Ratio;
  readonly fences: Fences;
}

function issueOf(
  rule: PeerRule,
  organisation: string,
  period: Period,
  cells: readonly string[],
  { group, peers, ratio, fences }: Finding,
  placeOf: PlaceOf,
): Issue {
  const element = cells.find((code) => placeOf(organisation, code, period.key) !== undefined) ?? cells[0];
  const typed = element === undefined ? undefined : placeOf(organisation, element, period.key);
  return {
    code: 'check.peer',
    place: typed ?? rule.origin,
    organisation,
    period: period.key,
    ...(element !== undefined && { element }),
    params: {
      rule: rule.code,
      value: round9(ratio.value),
      first: round9(fences.first),
      third: round9(fences.third),
      peers,
      unit: rule.unit,
      group,
    },
    severity: rule.severity,
    ...(rule.message !== '' && { message: rule.message }),
  };
}
