import type { GivenRow } from '../../shared/template/record-sheet.ts';
import type { DemoBook } from './demo-book.ts';

const numeric = /^(?:integer|decimal\d|year|yes_no)$/;

/** Rows that the unit of a book entered into a register; `values` of records.csv: `field=value; field=value`. */
export function demoRecords({ demonstration, catalog, profile }: DemoBook, record: string): GivenRow[] {
  const fields = catalog.records.get(record)?.fields ?? [];
  return demonstration
    .table('records.csv')
    .filter((row) => row.unit === profile.code && row.record === record)
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
