import type { Catalog, Form } from '../../../shared/catalog/types.ts';
import { type Definitions, readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../../shared/definitions/to-catalog.ts';
import { type Period, parsePeriod } from '../../../shared/period/period.ts';
import type { FormBook } from '../../calls/form.ts';

/** The workbook as the page knows it. */
export interface FormsBook {
  readonly id: string;
  readonly catalog: Catalog;
  readonly definitions: Definitions;
  /** Periods that a form asks for. */
  periods(form: Pick<Form, 'code'>): readonly Period[];
  /** Ids of tabs by `form/<code>`, whoever its rows are of, and `record/<code>`; kept up to date as tabs are found. */
  readonly tabs: Map<string, number>;
  /** Filled cells by form. */
  readonly filled: Map<string, number>;
  /** Cells by form, where the workbook is filled for several organisations. */
  readonly cells: ReadonlyMap<string, number>;
}

/** Makes it of what the script read; undefined in a spreadsheet that is no workbook of the system. */
export function formsBook({ id, definitions: rows, tabs, filled, cells }: FormBook): FormsBook | undefined {
  if (!rows) return undefined;
  const definitions = readDefinitions(rows);
  return {
    id,
    definitions,
    catalog: toCatalog(definitions),
    periods: ({ code }) =>
      (definitions.form.get(code)?.periods ?? []).flatMap((key) => parsePeriod(key) ?? []),
    tabs: new Map(Object.entries(tabs).map(([key, tab]) => [key.replace(/^roster\//, 'form/'), tab])),
    filled: new Map(Object.entries(filled)),
    cells: new Map(Object.entries(cells)),
  };
}
