import type { Catalog } from '../catalog/types.ts';
import type { OwedForm } from './owed.ts';

/** A form all of whose values come from published results is not typed in (contracts §3: results, not typing). */
export const isOfficial = (catalog: Catalog, form: OwedForm): boolean =>
  form.elements.every(({ element }) => catalog.official.some((source) => source.element === element.code));
