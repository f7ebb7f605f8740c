import type { Catalog, DataElement } from './types.ts';

/**
 * False for an element that people are never asked for: its figures by subject and grade come from published results
 * (contracts §3, «Subject × grade figures come from results, not from typing»). Such an element has no entry cells and
 * does not count in the completeness of forms. An official source alone does not spare typing: it only takes precedence.
 */
export function isTyped(catalog: Catalog, element: DataElement): boolean {
  const bySubjectAndGrade = element.dims.includes('subject') && element.dims.includes('grade');
  return !bySubjectAndGrade || !catalog.official.some((source) => source.element === element.code);
}
