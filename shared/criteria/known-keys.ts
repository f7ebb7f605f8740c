import type { Catalog } from '../catalog/types.ts';
import { criterionItems } from './criterion-item.ts';
import { expectedItems } from './expected-items.ts';

/** Keys of all criteria and expected results of the catalogue. */
export const knownKeys = ({
  criteria,
  expectedResults,
}: Pick<Catalog, 'criteria' | 'expectedResults'>): Set<string> =>
  new Set([
    ...criterionItems(criteria).map(({ key }) => key),
    ...expectedItems(expectedResults).map(({ key }) => key),
  ]);
