import type { CatalogRow, CatalogTable } from './table.ts';
import { disabledColumn, type TableKind, tableKinds } from './table-kinds.ts';

/** The one column of a short list that switches rows off, and the table whose rows it names. */
const lists: Readonly<Record<string, TableKind>> = {
  form: 'forms',
  element: 'elements',
  indicator: 'indicators',
  check: 'checks',
  peer: 'peers',
};

/** The kind of a short list (`form,disabled`), which needs no other column; undefined for any other table. */
function listedKind(table: CatalogTable): readonly [column: string, kind: TableKind] | undefined {
  const names = table.header.filter((name) => name !== '');
  const [first = ''] = names.filter((name) => name !== disabledColumn);
  const kind = names.length === 2 && names.includes(disabledColumn) ? lists[first] : undefined;
  return kind && [first, kind];
}

/** Every version of an indicator that the other tables define, so that one line switches off all of them. */
function versionsOf(tables: readonly CatalogTable[], code: string): string[] {
  const versions = new Set(['']);
  for (const { header, rows } of tables) {
    if (!header.includes('valid_from') || !header.includes('kind')) continue;
    for (const { columns } of rows) {
      if ((columns.code ?? '').trim() === code) versions.add((columns.valid_from ?? '').trim());
    }
  }
  return [...versions];
}

/**
 * Short lists written out as tables of their kind: `form,disabled` with a row `pr_attendance,1` is a table of forms
 * whose one row is switched off (contracts §3). Other tables stay as they are.
 */
export function writeOutSwitches(tables: readonly CatalogTable[]): CatalogTable[] {
  return tables.map((table) => {
    const list = listedKind(table);
    if (!list) return table;
    const [column, kind] = list;
    const rows = table.rows.flatMap((row): CatalogRow[] => {
      const { [column]: written = '', ...rest } = row.columns;
      const code = written.trim();
      const versions = kind === 'indicators' ? versionsOf(tables, code) : [''];
      return versions.map((version) => ({ ...row, columns: { ...rest, code, valid_from: version } }));
    });
    return { ...table, header: [...tableKinds[kind].columns, disabledColumn], rows };
  });
}
