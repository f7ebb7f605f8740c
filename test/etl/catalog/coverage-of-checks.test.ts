import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { resolveConcrete } from '../../../shared/catalog/concrete.ts';
import { isTyped } from '../../../shared/catalog/typed.ts';
import { inputsOf } from '../../../shared/expression/inputs.ts';
import { cannotExceed, expanded, guarantees } from './bounded-shares.ts';

const catalog = await loadCatalog({});
const facts = guarantees(catalog);
const shares = catalog.indicators.filter((i) => i.kind === 'share');
const elementsOf = (...sides: Parameters<typeof inputsOf>[0][]): string[] =>
  sides.flatMap(inputsOf).flatMap((code) => {
    const base = catalog.elements.get(code) ?? resolveConcrete(catalog, code)?.element;
    return base ? [base.code] : [];
  });

/** Children from other districts study here, so the organisations' numerator may be wider than the district's denominator. */
const mayExceed = ['tl.extra.covered_ovz_share', 'tl.extra.covered_share'];

describe('built-in checks', () => {
  it('leave no share whose numerator could exceed its denominator, but those that may', () => {
    const open = shares
      .filter(
        ({ numerator, denominator }) =>
          !cannotExceed(facts, expanded(catalog, numerator!), expanded(catalog, denominator!)),
      )
      .map(({ code }) => code);
    expect(open.sort()).toEqual(mayExceed);
  });

  it('the prover can fail', () => {
    const share = shares.find(({ code }) => code === 'literacy.reading_share')!;
    expect(cannotExceed(facts, share.numerator!, share.denominator!)).toBe(true);
    expect(cannotExceed(facts, share.denominator!, share.numerator!)).toBe(false);
    expect(cannotExceed([], share.numerator!, share.denominator!)).toBe(false);
  });

  it('every element called a part («из них», «из … :») is held against its whole', () => {
    const checked = new Set(catalog.checks.flatMap(({ left, right }) => elementsOf(left, right)));
    const parts = [...catalog.elements.values()].filter(
      (e) => /^из /i.test(e.name) && e.type !== 'yes_no' && e.dims.length === 0,
    );
    expect(parts.length).toBeGreaterThan(40);
    expect(parts.filter((e) => !checked.has(e.code)).map((e) => e.code)).toEqual([]);
  });

  it('every form that asks for figures has a check; those whose figures have nothing to do with each other are named', () => {
    const checked = new Set(
      catalog.checks
        .flatMap(({ left, right }) => elementsOf(left, right))
        .map((c) => catalog.elements.get(c)?.form),
    );
    const figures = new Map<string, number>();
    for (const e of catalog.elements.values()) {
      if (isTyped(catalog, e) && /^(integer|decimal)/.test(e.type))
        figures.set(e.form, (figures.get(e.form) ?? 0) + 1);
    }
    const bare = [...figures].filter(([form, count]) => count > 1 && !checked.has(form));
    // projects, associations and meetings of a district are parts of nothing
    expect(bare.map(([form]) => form).sort()).toEqual(['td_district']);
  });

  it('a question that is not an error never takes a value away', () => {
    const soft = ['check.decreased', 'check.jump', 'check.peer'];
    const hard = catalog.checks.filter((c) => soft.includes(c.check) && c.severity === 'error');
    expect(hard.map((c) => c.code)).toEqual([]);
  });

  it.each([...catalog.checks, ...catalog.peers].map((c) => [c.code, c] as const))(
    '%s says in Russian what is wrong and has a source',
    (_, { message, source }) => {
      expect(message).toMatch(/^[А-ЯЁ].*\.$/);
      expect(source).not.toBe('');
    },
  );
});
