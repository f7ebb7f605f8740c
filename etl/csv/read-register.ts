import type { Issue } from '../../shared/issue/issue.ts';
import type { SourceContent } from '../store/store.ts';
import { emptyContent } from './content.ts';
import type { CsvTable } from './open.ts';

/** Columns a register may lack; each missing one limits what can be said of its organisations. */
const wished = ['type', 'name', 'region'] as const;

/**
 * Rows of a register, every column kept under its name in lower case, `organisation` as `code`. Rows are joined and
 * judged with the other registers later; columns that are missing altogether are told here, once per file.
 */
export function readRegister(
  table: CsvTable,
  columns: ReadonlyMap<string, number>,
  file: string,
): SourceContent {
  const names = [...columns].map(
    ([name, at]) => [name === 'organisation' && !columns.has('code') ? 'code' : name, at] as const,
  );
  const registerRows = table.records.map(({ line, cells }) => ({
    line,
    columns: Object.fromEntries(names.map(([name, at]) => [name, (cells[at] ?? '').trim()])),
  }));
  const missing = wished.filter((name) => !columns.has(name));
  const issues: Issue[] =
    missing.length === 0
      ? []
      : [
          {
            code: 'register.incomplete',
            place: { file, line: table.header.line },
            params: { columns: missing.join(', ') },
          },
        ];
  return { ...emptyContent('register'), registerRows, issues };
}
