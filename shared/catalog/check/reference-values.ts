import type { Draft } from '../draft.ts';
import { addUnknown } from './unknown.ts';

/** A reference value names a concrete indicator, and a region exactly where it is one of a region. */
export function checkReferenceValues(draft: Draft): void {
  for (const { indicator, level, region, origin } of draft.catalog.reference) {
    const found = draft.references.find(indicator);
    if ((found?.type !== 'indicator' || found.dims.length > 0) && !draft.references.isBroken(indicator)) {
      const known = new Set(draft.catalog.indicators.map((one) => one.code));
      addUnknown(draft, { origin, column: 'indicator' }, 'indicator', indicator, known, ['indicators']);
    }
    if ((level === 'region') === (region !== '')) continue;
    draft.faults.push({ ...origin, code: 'reference.level', column: 'region', params: { level } });
  }
}
