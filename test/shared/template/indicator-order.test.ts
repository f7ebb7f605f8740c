import { describe, expect, it } from 'vitest';
import { compareNumbers, printedOrder } from '../../../shared/template/indicator-order.ts';
import { indicator } from './catalog-fixture.ts';

describe('printedOrder', () => {
  it('compares printed numbers part by part', () => {
    expect(['1.10', '1.9', '1', '2', '1.9.1'].sort(compareNumbers)).toEqual([
      '1',
      '1.9',
      '1.9.1',
      '1.10',
      '2',
    ]);
  });

  it('puts children after their group and drops groups with nothing to show', () => {
    const all = [
      indicator('b', 'share', 'x', 'y', { no: '1.10', parent: 'g' }),
      indicator('a', 'share', 'x', 'y', { no: '1.2', parent: 'g' }),
      indicator('g', 'group', '', '', { no: '1' }),
      indicator('h', 'group', '', '', { no: '2' }),
      indicator('c', 'share', 'x', 'y', { no: '2.1', parent: 'h' }),
      indicator('t', 'count', 'x', '', { no: '1', direction: 'talents' }),
      indicator('o', 'count', 'x', '', { no: '9', direction: 'objectivity' }),
    ];
    expect(printedOrder(all, ({ code }) => code !== 'c').map((i) => i.code)).toEqual([
      'g',
      'a',
      'b',
      'o',
      't',
    ]);
  });
});
