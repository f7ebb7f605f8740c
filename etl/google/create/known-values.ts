import { resolveConcrete } from '../../../shared/catalog/concrete.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import type { Scalar } from '../../../shared/plan/plan.ts';
import type { Fill } from '../../../shared/template/fill.ts';
import { yesNoAnswers } from '../../../shared/texts/spreadsheet.ts';

const [yes, no, noData, notApplicable] = yesNoAnswers;

/** As a person would type it again. */
function typed(catalog: Catalog, { element, status, value, raw }: Observation): Scalar | undefined {
  switch (status) {
    case 'value':
      if (resolveConcrete(catalog, element)?.element.type === 'yes_no') return value === 1 ? yes : no;
      return value;
    case 'no_data':
      return noData;
    case 'not_applicable':
      return notApplicable;
    case 'rejected':
      return raw ?? value;
    default:
      return undefined;
  }
}

/** What the system has read from a spreadsheet, by the unit it belongs to, as entries for tabs that were deleted there. */
export function knownValues(
  catalog: Catalog,
  observations: readonly Observation[],
): (spreadsheetId: string) => (unit: string) => Fill {
  const bySource = new Map<string, Map<string, Scalar>>();
  for (const observation of observations) {
    const id = /\/spreadsheets\/d\/([\w-]+)/.exec(observation.place.file)?.[1];
    const value = id === undefined ? undefined : typed(catalog, observation);
    if (id === undefined || value === undefined) continue;
    const known = bySource.get(id) ?? new Map<string, Scalar>();
    bySource.set(id, known.set(`${observation.unit}\n${observation.element}\n${observation.period}`, value));
  }
  return (spreadsheetId) => {
    const known = bySource.get(spreadsheetId);
    return (unit) => ({ value: (element, period) => known?.get(`${unit}\n${element}\n${period}`) });
  };
}
