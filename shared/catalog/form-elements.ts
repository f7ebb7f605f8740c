import type { Catalog, DataElement } from './types.ts';

/** The elements of a form in catalogue order: as the rows stand, new rows of the workspace last. */
export function elementsOfForm(catalog: Catalog, formCode: string): DataElement[] {
  return [...catalog.elements.values()].filter((element) => element.form === formCode);
}
