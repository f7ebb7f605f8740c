import { concreteCodes } from './concrete.ts';
import { elementsOfForm } from './form-elements.ts';
import { isOptional } from './optional.ts';
import { isTyped } from './typed.ts';
import type { Catalog } from './types.ts';

/** How many cells one report of a form has for a unit that owes all of it; a form that nobody types in has none. */
export function cellsPerPeriod(
  catalog: Catalog,
  form: string,
): { readonly asked: number; readonly optional: number } {
  const cells = { asked: 0, optional: 0 };
  for (const element of elementsOfForm(catalog, form)) {
    if (!isTyped(catalog, element)) continue;
    cells[isOptional(element) ? 'optional' : 'asked'] += concreteCodes(catalog, element).length;
  }
  return cells;
}
