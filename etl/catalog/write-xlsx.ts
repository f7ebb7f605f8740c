import type { CatalogFault } from '../../shared/catalog/fault.ts';
import { cell, type EffectiveTable, mergeTables, roadmapOf } from '../../shared/catalog/merge-tables.ts';
import {
  disabledColumn,
  type TableKind,
  tableKindNames,
  tableKinds,
} from '../../shared/catalog/table-kinds.ts';
import type { PlanCell, PlanRow, PlanSheet } from '../../shared/plan/plan.ts';
import { catalogTexts } from '../../shared/texts/catalog.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import { CatalogError } from './catalog-error.ts';
import { type CatalogFolders, readCatalogTables } from './read-tables.ts';

/** Widths in characters: wide enough to read, narrow enough to see several columns at once. */
const narrowest = 8;
const widest = 60;

const textCell = (column: number, value: string, style: PlanCell['style']): PlanCell => ({
  column,
  value,
  style,
  format: 'text',
});

function sheetOf(kind: TableKind, table: EffectiveTable): PlanSheet {
  const columns = [...tableKinds[kind].columns, disabledColumn];
  // the folder of a built-in file is lost in a sheet, so the roadmap stands in its column
  const texts = table.rows.map(({ table: { file }, row }) =>
    columns.map((column) => (column === 'roadmap' ? roadmapOf({ file }, row) : cell(row, column))),
  );
  const rows: PlanRow[] = [
    { cells: columns.map((column, at) => textCell(at + 1, column, 'heading')) },
    ...texts.map(
      (values): PlanRow => ({
        cells: values.map((value, at) => textCell(at + 1, value, 'text')).filter(({ value }) => value !== ''),
      }),
    ),
  ];
  const widthOf = (at: number): number =>
    Math.max(columns[at]!.length, ...texts.map((values) => values[at]!.length)) + 2;
  return {
    name: kind,
    columns: columns.map((_, at) => ({ width: Math.min(widest, Math.max(narrowest, widthOf(at))) })),
    rows,
    freeze: { rows: 1, columns: 1 },
    print: { orientation: 'landscape', repeatRows: [1, 1], fitWidth: true },
  };
}

/**
 * The catalogue in force as a workbook, one tab per kind of table, every cell text, so that a spreadsheet cannot turn
 * 1.10 into 1.1. Put into `catalog/` of a workspace, it gives the same catalogue. Throws CatalogError where tables
 * cannot be merged.
 */
export async function writeCatalogXlsx(folders: CatalogFolders): Promise<Uint8Array> {
  const read = await readCatalogTables(folders);
  const faults: CatalogFault[] = [...read.faults];
  const tables = mergeTables(read.tables, faults);
  if (faults.length > 0) throw new CatalogError(faults);
  return writeWorkbook({
    title: catalogTexts.workbookTitle,
    sheets: tableKindNames.map((kind) => sheetOf(kind, tables[kind])),
  });
}
