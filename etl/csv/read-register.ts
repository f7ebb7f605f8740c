import type { Issue } from '../../shared/issue/issue.ts';
import { limitIssues } from '../../shared/parse/limit-issues.ts';
import { detectPersonalData } from '../../shared/parse/personal-data.ts';
import type { SourceContent } from '../store/store.ts';
import { emptyContent } from './content.ts';
import type { CsvTable } from './open.ts';
import { withoutPersonal } from './refuse-personal.ts';

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
  const names = [...columns]
    .map(([name, at]) => [name === 'organisation' && !columns.has('code') ? 'code' : name, at] as const)
    .filter(([name]) => detectPersonalData(name) === undefined);
  const refused: Issue[] = [];
  const registerRows = table.records.map(({ line, cells }) => {
    const row = Object.fromEntries(names.map(([name, at]) => [name, (cells[at] ?? '').trim()]));
    const { columns, issues } = withoutPersonal(row, { file, line });
    refused.push(...issues);
    return { line, columns };
  });
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
  return { ...emptyContent('register'), registerRows, issues: limitIssues([...issues, ...refused]) };
}
