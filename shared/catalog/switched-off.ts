import { nearest } from '../texts/nearest.ts';
import type { CatalogFault } from './fault.ts';
import { kindOfTable } from './kind-of-table.ts';
import { cell } from './merge-tables.ts';
import { writeOutSwitches } from './switches.ts';
import type { CatalogRow, CatalogTable } from './table.ts';
import { disabledColumn, type TableKind } from './table-kinds.ts';
import type { Origin } from './types.ts';

/** A row of the catalogue as people know it. */
export interface NamedRow {
  readonly kind: TableKind;
  readonly code: string;
  /** Its name or title; empty where it has none. */
  readonly name: string;
  readonly origin: Origin;
}

/** What a workspace switches off, and what stopped working with it. */
export interface SwitchedOff {
  readonly off: readonly NamedRow[];
  /** Built-in rows that lean on it, each once. */
  readonly leftOut: readonly NamedRow[];
  /** Rows that switch off what is not there; `near`: the code that was probably meant. */
  readonly unknown: readonly (NamedRow & { readonly near: string })[];
}

const nameOf = (row: CatalogRow): string => cell(row, 'name') || cell(row, 'title') || cell(row, 'message');
const codeOf = (row: CatalogRow): string => cell(row, 'code') || cell(row, 'id') || cell(row, 'element');

/** Reads it off the tables and the rows that `buildFitting` left out. */
export function switchedOff(given: readonly CatalogTable[], leftOut: readonly CatalogFault[]): SwitchedOff {
  const tables = writeOutSwitches(given).flatMap((table) => {
    const kind = kindOfTable(table, []);
    return kind ? [{ ...table, kind }] : [];
  });
  const defined = new Map<string, string>();
  for (const { kind, rows } of tables) {
    for (const row of rows)
      if (cell(row, disabledColumn) === '') defined.set(`${kind}\n${codeOf(row)}`, nameOf(row));
  }
  const off: NamedRow[] = [];
  const unknown: (NamedRow & { near: string })[] = [];
  const seen = new Set<string>();
  for (const { kind, file, rows } of tables) {
    for (const row of rows) {
      const code = codeOf(row);
      if (cell(row, disabledColumn) !== '1' || code === '' || seen.has(`${kind}\n${code}`)) continue;
      seen.add(`${kind}\n${code}`);
      const name = defined.get(`${kind}\n${code}`);
      const named = { kind, code, name: name ?? '', origin: { file, line: row.line } };
      if (name !== undefined) off.push(named);
      else {
        const known = [...defined.keys()].flatMap((key) =>
          key.startsWith(`${kind}\n`) ? [key.slice(kind.length + 1)] : [],
        );
        unknown.push({ ...named, near: nearest(code, known) ?? '' });
      }
    }
  }
  const lost = new Set(leftOut.map(({ file, line }) => `${file}\n${line}`));
  return {
    off,
    unknown,
    leftOut: tables.flatMap(({ kind, file, rows }) =>
      rows
        .filter(({ line }) => lost.has(`${file}\n${line}`))
        .map((row) => ({ kind, code: codeOf(row), name: nameOf(row), origin: { file, line: row.line } })),
    ),
  };
}
