import { describe, expect, it } from 'vitest';
import type { Catalog, DisclosureRule } from '../../../shared/catalog/types.ts';
import { ministryReach } from '../../../shared/disclosure/ministry-reach.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';

const rule = (direction: string, element: string, ministry: DisclosureRule['ministry']): DisclosureRule => ({
  ...{ direction, element, ministry },
  reason: '',
  origin: { file: 'test', line: 1 },
});

const base = smallCatalog({
  elements: { all: {}, heads: {}, 'social.large': {}, socialites: {}, signs: {} },
  indicators: [
    { code: 'plain', kind: 'count', numerator: 'all' },
    { code: 'child', kind: 'share', numerator: 'social.large', denominator: 'all' },
    { code: 'alike', kind: 'count', numerator: 'socialites' },
    { code: 'below', kind: 'share', numerator: 'all', denominator: 'child' },
    { code: 'signs_share', kind: 'share', numerator: 'signs', denominator: 'heads' },
    { code: 'through', kind: 'count', numerator: 'if(all > 0, signs_share, 0)' },
    { code: 'vpr', kind: 'share', numerator: 'all', denominator: 'all', negativeEffects: true },
    { code: 'led', kind: 'presence', numerator: 'all', direction: 'leaders' },
    { code: 'versioned', kind: 'count', numerator: 'all', validTo: '2023/24' },
    { code: 'versioned', kind: 'count', numerator: 'heads', validFrom: '2024/25' },
  ],
});
const catalog: Catalog = {
  ...base,
  disclosures: [
    rule('x', 'social', 'district'),
    rule('x', 'heads', 'district'),
    rule('x', 'signs', 'none'),
    rule('leaders', '', 'district'),
  ],
};

describe('how far an indicator may be seen by the ministry', () => {
  it.each([
    ['plain', 'full'],
    ['child', 'district'],
    ['alike', 'full'],
    ['below', 'district'],
    ['signs_share', 'none'],
    ['through', 'none'],
    ['vpr', 'district'],
    ['led', 'district'],
    ['versioned', 'full'],
  ])('%s: %s', (code, reach) => {
    expect(ministryReach(catalog)(catalog.indicators.find((one) => one.code === code)!)).toBe(reach);
  });

  it('follows the version of the definition', () => {
    const later = catalog.indicators.find((one) => one.validFrom === '2024/25')!;
    expect(ministryReach(catalog)(later)).toBe('district');
  });

  it('lets everything through without rules but what is never scored', () => {
    const reach = ministryReach(base);
    expect(base.indicators.filter((one) => reach(one) !== 'full').map(({ code }) => code)).toEqual(['vpr']);
  });
});
