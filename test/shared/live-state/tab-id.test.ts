import { describe, expect, it } from 'vitest';
import { ownKey } from '../../../shared/live-state/own-tab.ts';
import { idOf, tabId, tabIds } from '../../../shared/live-state/tab-id.ts';

describe('idOf', () => {
  it('gives positive 31-bit numbers, different for like names', () => {
    const names = Array.from({ length: 2000 }, (_, i) => `entry/form/${i}`);
    const ids = names.map(idOf);
    expect(new Set(ids).size).toBe(names.length);
    expect(ids.every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true);
  });
});

describe('a tab of ours', () => {
  const mark = 'returns/Замечания/0a1b';
  it.each([
    ['by mark and id', { sheetId: tabId('returns', 'Замечания'), mark }, 'Замечания'],
    ['under a spare id', { sheetId: tabIds('returns', 'Замечания')[2]!, mark }, 'Замечания'],
    ['not a copy that somebody made', { sheetId: 77, mark }, undefined],
    ['not of another set', { sheetId: tabId('returns', 'a'), mark: 'summary/a/0' }, undefined],
    ['a key with slashes', { sheetId: tabId('returns', 'form/f'), mark: 'returns/form/f/0' }, 'form/f'],
    ['not without a mark', { sheetId: tabId('returns', 'a'), mark: '' }, undefined],
  ])('%s', (_, tab, key) => {
    expect(ownKey('returns', tab)).toBe(key);
  });
});
