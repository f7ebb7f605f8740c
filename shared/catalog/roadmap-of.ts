import type { CatalogRow, CatalogTable } from './table.ts';

/** Text of a cell, trimmed; empty where the row or the table lacks it. */
export const cell = (row: CatalogRow, column: string): string => (row.columns[column] ?? '').trim();

/** The roadmap of a row: its own column, else the folder of its file (`roadmaps/<id>/activities.csv`). */
export const roadmapOf = (table: Pick<CatalogTable, 'file'>, row: CatalogRow): string =>
  cell(row, 'roadmap') || (/(?:^|\/)roadmaps\/([^/]+)\//.exec(table.file)?.[1] ?? '');
