import { describe, expect, it } from 'vitest';
import { underPresentNames } from '../../../shared/observation/present-names.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';

const catalog = smallCatalog({
  dimensions: { subject: ['ru', 'math'] },
  elements: { pupils: { aliases: ['children.all'] }, marks: { dims: ['subject'], aliases: ['old.marks'] } },
});

describe('underPresentNames', () => {
  it.each([
    ['children.all', 'pupils'],
    ['old.marks.ru', 'marks.ru'],
    ['pupils', 'pupils'],
    // a base code of a broken-down element names no value, and a strange code is nobody's
    ['old.marks', 'old.marks'],
    ['old.marks.music', 'old.marks.music'],
  ])('%s → %s', (written, present) => {
    expect(underPresentNames(catalog)([{ element: written, value: 1 } as { element: string }])).toEqual([
      { element: present, value: 1 },
    ]);
  });

  it('leaves what needs no new name as it is', () => {
    const rows = [{ element: 'pupils' }, {}];
    expect(underPresentNames<{ element?: string }>(catalog)(rows)).toBe(rows);
    const plain = smallCatalog({ elements: { pupils: {} } });
    const old = [{ element: 'children.all' }];
    expect(underPresentNames(plain)(old)).toBe(old);
  });
});
