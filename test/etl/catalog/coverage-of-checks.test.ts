import { expect, test } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { cannotExceed, guarantees } from './bounded-shares.ts';

const catalog = await loadCatalog({});
const facts = guarantees(catalog);
test('all', () => {
  const open = catalog.indicators.filter((i)=>i.kind==='share' && !cannotExceed(facts, i.numerator!, i.denominator!));
  expect(open.map((i)=>`${i.code}: ${i.text.numerator} / ${i.text.denominator} :: ${i.note}`)).toEqual([]);
});
