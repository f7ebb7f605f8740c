import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { workspaceTexts } from '../../shared/texts/workspace.ts';
import { WorkspaceError } from './workspace-error.ts';

/** A row of a register file; line 1 is the header. */
export interface TableRow {
  readonly line: number;
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * Reads a comma-separated register file with a header. An absent file has no rows.
 * Throws WorkspaceError if a required column is missing or a row has more cells than the header.
 */
export async function readTable(path: string, required: readonly string[]): Promise<TableRow[]> {
  const file = basename(path);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return [];
  }
  const [header = [], ...records] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: false,
  }).data;
  const names = header.map((name) => name.trim());
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new WorkspaceError(
      'register.columns',
      workspaceTexts.noColumns(file, missing),
      workspaceTexts.registerHint,
    );
  }
  const rows: TableRow[] = [];
  records.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
      throw new WorkspaceError(
        'register.columns',
        workspaceTexts.tooWide(file, index + 2),
        workspaceTexts.registerHint,
      );
    }
    const columns: Record<string, string> = {};
    names.forEach((name, at) => {
      if (name) columns[name] = (cells[at] ?? '').trim();
    });
    rows.push({ line: index + 2, columns });
  });
  return rows;
}
