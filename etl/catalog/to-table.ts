import type { CatalogRow, CatalogTable } from '../../shared/catalog/table.ts';

/** A line of a file as cells; `line` is its number in the file, from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Lines of text cells → a table: the first is the header, blank ones are left out. */
export function toTable(file: string, origin: CatalogTable['origin'], lines: readonly Line[]): CatalogTable {
  const [first, ...others] = lines;
  const header = (first?.cells ?? []).map((name) => name.trim());
  while (header.length > 0 && header[header.length - 1] === '') header.pop();
  const rows = others
    .filter(({ cells }) => !isBlank(cells))
    .map(({ line, cells }): CatalogRow => {
      const columns: Record<string, string> = {};
      header.forEach((name, at) => {
        if (name !== '' && !(name in columns)) columns[name] = (cells[at] ?? '').trim();
      });
      const extra = cells.slice(header.length).filter((value) => value.trim() !== '');
      return extra.length > 0 ? { line, columns, extra } : { line, columns };
    });
  return { file, header, rows, origin };
}
