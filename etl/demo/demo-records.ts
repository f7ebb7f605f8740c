import type { Catalog } from '../../shared/catalog/types.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { demoTable } from './demo-table.ts';

const numeric = /^(?:integer|decimal\d|year|yes_no)$/;

/** Rows that a unit of the demonstration entered into a register; `values` of records.csv: `field=value; field=value`. */
export function demoRecords(catalog: Catalog, unit: string, record: string): GivenRow[] {
  const fields = catalog.records.get(record)?.fields ?? [];
  return demoTable('records.csv')
    .filter((row) => row.unit === unit && row.record === record)
    .map((row) => {
      const values: Record<string, number | string> = {};
      for (const part of (row.values ?? '').split('; ')) {
        const [code = '', ...rest] = part.split('=');
        const value = rest.join('=');
        const type = fields.find((field) => field.code === code)?.type;
        if (type === undefined) throw new SyntaxError(`records.csv: ${part}`);
        values[code] = numeric.test(type) ? Number(value) : value;
      }
      return { values };
    });
}
