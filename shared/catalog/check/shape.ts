import { catalogPlace } from '../../texts/catalog.ts';
import type { Draft } from '../draft.ts';
import type { FaultList } from '../fault.ts';
import { overlap } from '../in-force.ts';
import type { Indicator } from '../types.ts';

const needsDenominator: readonly string[] = ['share', 'mean'];
const takesNoDenominator: readonly string[] = ['presence', 'count'];

/** What the kind of an indicator asks of its row (contracts §1), and versions that hold at the same time. */
export function checkShapes(draft: Draft): void {
  const { catalog, faults } = draft;
  const versions = new Map<string, Indicator[]>();
  for (const indicator of catalog.indicators) {
    checkShape(indicator, faults);
    const before = versions.get(indicator.code) ?? [];
    for (const other of before) {
      if (!overlap(indicator, other)) continue;
      const params = { where: catalogPlace(other.origin) };
      faults.push({ ...indicator.origin, code: 'versions.overlap', column: 'valid_from', params });
    }
    versions.set(indicator.code, [...before, indicator]);
  }
  for (const { validFrom, validTo, origin } of [...catalog.indicators, ...catalog.checks]) {
    if (validFrom === '' || validTo === '' || validFrom <= validTo) continue;
    const params = { from: validFrom, to: validTo };
    faults.push({ ...origin, code: 'versions.reversed', column: 'valid_from', params });
  }
}

function checkShape(indicator: Indicator, faults: FaultList): void {
  const { kind, numerator, denominator, factor, origin } = indicator;
  if (kind === 'group') {
    if (numerator !== undefined || denominator !== undefined) {
      faults.push({ ...origin, code: 'indicator.group_expression', params: {} });
    }
    return;
  }
  if (numerator === undefined) {
    faults.push({ ...origin, code: 'indicator.no_numerator', column: 'numerator', params: {} });
  }
  if (needsDenominator.includes(kind) && denominator === undefined) {
    faults.push({ ...origin, code: 'indicator.no_denominator', column: 'denominator', params: { kind } });
  }
  if (takesNoDenominator.includes(kind) && denominator !== undefined) {
    faults.push({ ...origin, code: 'indicator.denominator', column: 'denominator', params: { kind } });
  }
  if ((kind === 'share' || kind === 'presence') && factor !== 100) {
    faults.push({
      ...origin,
      code: 'indicator.factor',
      column: 'factor',
      params: { kind, value: `${factor}` },
    });
  }
}
