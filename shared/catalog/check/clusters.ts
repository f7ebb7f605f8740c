import { catalogPlace } from '../../texts/catalog.ts';
import type { Draft } from '../draft.ts';
import { overlap } from '../in-force.ts';
import type { Reference } from '../references.ts';
import type { ClusterRule } from '../types.ts';
import { readSide } from './sides.ts';
import { checkUnits } from './units.ts';

const isOfDistrict = (input: Reference): boolean =>
  input.type === 'element' && input.element.level === 'district';

/** Measures name known inputs of organisations, bounds are in order, versions of a code do not overlap. */
export function checkClusters(draft: Draft): void {
  const versions = new Map<string, ClusterRule[]>();
  for (const rule of draft.catalog.clusters) {
    checkMeasure(draft, rule);
    const { from, to, origin } = rule;
    if (from !== undefined && to !== undefined && from > to)
      draft.faults.push({ ...origin, code: 'range.reversed', params: { min: `${from}`, max: `${to}` } });
    const before = versions.get(rule.code) ?? [];
    for (const other of before) {
      if (!overlap(rule, other)) continue;
      const params = { where: catalogPlace(other.origin) };
      draft.faults.push({ ...origin, code: 'versions.overlap', column: 'valid_from', params });
    }
    versions.set(rule.code, [...before, rule]);
  }
}

function checkMeasure(draft: Draft, rule: ClusterRule): void {
  const { measure, origin } = rule;
  if (measure === undefined) {
    if (rule.from !== undefined || rule.to !== undefined)
      draft.faults.push({ ...origin, code: 'cluster.no_measure', column: 'measure', params: {} });
    return;
  }
  const side = readSide(draft, measure, 'measure', origin);
  const stranger = side.inputs.find(isOfDistrict);
  if (stranger) {
    const params = { value: stranger.code };
    draft.faults.push({ ...origin, code: 'cluster.district', column: 'measure', params });
  }
  if (side.complete) checkUnits(draft, measure, { origin, column: 'measure' });
}
