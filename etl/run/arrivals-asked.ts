import { concreteCodes } from '../../shared/catalog/concrete.ts';
import { isOptional } from '../../shared/catalog/optional.ts';
import { isTyped } from '../../shared/catalog/typed.ts';
import { periodsOfSchoolYear } from '../../shared/period/period.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

/** Which arrivals the calendar of forms needs: the form of every cell that must be answered, and the periods of the school year. */
export function arrivalsAsked({
  catalog,
  config,
}: Pick<Workspace, 'catalog' | 'config'>): [forms: ReadonlyMap<string, string>, periods: readonly string[]] {
  const forms = new Map<string, string>();
  for (const element of catalog.elements.values()) {
    if (isOptional(element) || !isTyped(catalog, element)) continue;
    for (const code of concreteCodes(catalog, element)) forms.set(code, element.form);
  }
  const frequencies = new Set([...catalog.forms.values()].map((form) => form.frequency));
  const periods = [...frequencies].flatMap((frequency) => periodsOfSchoolYear(frequency, config.schoolYear));
  return [forms, periods.map(({ key }) => key)];
}
