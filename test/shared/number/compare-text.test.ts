import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareText } from '../../../shared/number/compare-text.ts';

it('orders by code points, as an independent comparison of code point arrays does', () => {
  const reference = (a: string, b: string): number => {
    const x = [...a].map((c) => c.codePointAt(0)!);
    const y = [...b].map((c) => c.codePointAt(0)!);
    for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
    return x.length - y.length;
  };
  const text = fc.string({ unit: fc.constantFrom('a', 'я', '\uffee', '😀', '\ue001', '𐀀', ' ') });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Math.sign(reference(a, b)));
    }),
  );
});
