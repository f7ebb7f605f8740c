import type { Definitions } from '../definitions/read-definitions.ts';
import type { Cell } from '../indicator/columns.ts';

/** Values of the school year before that the workbook was handed out with, as they counted then. */
export function earlierValues(definitions: Definitions, unit: string): Cell[] {
  return [...definitions.earlier.values()].flatMap(({ values }) =>
    Object.entries(values).flatMap(([element, periods]) =>
      Object.entries(periods).map(
        ([period, value]): Cell => ({ unit, element, period, status: 'value', value }),
      ),
    ),
  );
}
