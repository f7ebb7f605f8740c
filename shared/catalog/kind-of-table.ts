import { nearest } from '../texts/nearest.ts';
import type { FaultList } from './fault.ts';
import type { CatalogTable } from './table.ts';
import { disabledColumn, type TableKind, tableKindNames, tableKinds } from './table-kinds.ts';

/** Shared columns ÷ all columns of both: 1 = the very header. */
function likeness(header: ReadonlySet<string>, columns: readonly string[]): number {
  const shared = columns.filter((column) => header.has(column)).length;
  return shared / (header.size + columns.length - shared);
}

/** Under this likeness a header is a stranger, not a known one with faults. */
const leastLikeness = 0.5;

const mostLike = (header: ReadonlySet<string>, kinds: readonly TableKind[]): TableKind | undefined => {
  const scores = kinds.map((kind) => likeness(header, tableKinds[kind].columns));
  return kinds[scores.indexOf(Math.max(...scores))];
};

/** The kind whose required columns are all there and that knows every column. */
const completeKind = (header: ReadonlySet<string>): TableKind | undefined =>
  mostLike(
    header,
    tableKindNames.filter((kind) => {
      const { columns, required } = tableKinds[kind];
      return (
        required.every((name) => header.has(name)) && [...header].every((name) => columns.includes(name))
      );
    }),
  );

/** The kind that a header with slips was probably meant to be. */
function nearestKind(header: ReadonlySet<string>): TableKind | undefined {
  const kind = mostLike(header, tableKindNames);
  return kind && likeness(header, tableKinds[kind].columns) >= leastLikeness ? kind : undefined;
}

/** Tells the kind of a table by its header; unknown, repeated and missing required columns are faults of line 1. */
export function kindOfTable(table: CatalogTable, faults: FaultList): TableKind | undefined {
  const names = table.header.filter((name) => name !== disabledColumn && name !== '');
  const header = new Set(names);
  const at = { file: table.file, line: 1 };
  const kind = completeKind(header) ?? nearestKind(header);
  if (kind === undefined) {
    faults.push({ ...at, code: 'table.unknown', params: { header: names.slice(0, 12).join(', ') } });
    return undefined;
  }
  const columns = tableKinds[kind].columns;
  for (const name of header) {
    if (columns.includes(name)) continue;
    const free = columns.filter((column) => !header.has(column));
    const near = nearest(name, free) ?? nearest(name, columns) ?? '';
    faults.push({ ...at, code: 'column.unknown', column: name, params: { near } });
  }
  for (const column of tableKinds[kind].required) {
    if (!header.has(column)) faults.push({ ...at, code: 'column.missing', column, params: {} });
  }
  const seen = new Set<string>();
  for (const name of table.header) {
    if (name !== '' && seen.has(name))
      faults.push({ ...at, code: 'column.duplicate', column: name, params: {} });
    seen.add(name);
  }
  return kind;
}
