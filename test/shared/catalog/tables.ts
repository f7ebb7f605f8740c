import { readCatalogCsv } from '../../../etl/catalog/read-csv.ts';
import type { CatalogTable } from '../../../shared/catalog/table.ts';
import { type TableKind, tableKinds } from '../../../shared/catalog/table-kinds.ts';

export type Cells = Readonly<Record<string, string>>;

/** A table with the header of its kind; the rows name only the cells that matter. Line 2 is the first row. */
export function table(
  kind: TableKind,
  rows: readonly Cells[],
  origin: CatalogTable['origin'] = 'builtin',
): CatalogTable {
  const disabled = rows.some((row) => 'disabled' in row) ? ['disabled'] : [];
  return {
    file: `${origin === 'builtin' ? 'templates' : 'catalog'}/${kind}.csv`,
    header: [...tableKinds[kind].columns, ...disabled],
    rows: rows.map((columns, at) => ({ line: at + 2, columns })),
    origin,
  };
}

/** A table written as the text of a file. */
export const csv = (text: string, file = 'catalog/own.csv'): CatalogTable =>
  readCatalogCsv(new TextEncoder().encode(text), file, 'workspace');

export const form = (code: string, more: Cells = {}): Cells => ({
  code,
  title: code,
  direction: 'student-results',
  level: 'organisation',
  frequency: 'school_year',
  ...more,
});

export const element = (code: string, more: Cells = {}): Cells => ({
  code,
  name: code,
  form: 'f',
  level: 'organisation',
  type: 'integer',
  rollup: 'sum',
  to_time: 'last',
  ...more,
});

export const share = (code: string, numerator: string, denominator: string, more: Cells = {}): Cells => ({
  code,
  direction: 'student-results',
  name: code,
  title: code,
  kind: 'share',
  unit: '%',
  numerator,
  denominator,
  ...more,
});

export const directions = table('directions', [
  { id: 'student-results', title: 'Качество подготовки', mechanism: '1.1' },
  { id: 'objectivity', title: 'Объективность', mechanism: '1.1' },
]);

export const dimensions = table('dimensions', [
  { dimension: 'grade', member: 'g9', title: '9 класс', order: '2' },
  { dimension: 'grade', member: 'g4', title: '4 класс', order: '1' },
  { dimension: 'subject', member: 'ru', title: 'Русский язык', order: '1' },
  { dimension: 'subject', member: 'math', title: 'Математика', order: '2' },
]);
