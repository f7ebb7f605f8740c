import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { workspaceTexts } from '../../shared/texts/workspace.ts';
import { decodeText } from '../csv/decode.ts';
import { splitRecords } from '../csv/records.ts';
import { WorkspaceError } from './workspace-error.ts';

/** A row of a register file; line 1 is the header. */
export interface TableRow {
  readonly line: number;
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * Reads a register file with a header, UTF-8 or windows-1251 as spreadsheets save it. An absent file has no rows.
 * Throws WorkspaceError if a required column is missing or a row has more cells than the header.
 */
export async function readTable(path: string, required: readonly string[]): Promise<TableRow[]> {
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    // only an absent file means that there is none: one that cannot be read must not empty the register
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const { header, records, unclosed } = split((decodeText(bytes) ?? '').replace(/^\uFEFF/, ''), required);
  const names = header.map((name) => name.trim());
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new WorkspaceError(
      'register.columns',
      workspaceTexts.noColumns(file, missing),
      workspaceTexts.registerHint,
    );
  }
  if (unclosed !== undefined) {
    throw new WorkspaceError(
      'register.columns',
      workspaceTexts.openQuote(file, unclosed),
      workspaceTexts.registerHint,
    );
  }
  const rows: TableRow[] = [];
  for (const { line, cells } of records) {
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
      throw new WorkspaceError(
        'register.columns',
        workspaceTexts.tooWide(file, line),
        workspaceTexts.registerHint,
      );
    }
    const columns: Record<string, string> = {};
    names.forEach((name, at) => {
      if (name) columns[name] = (cells[at] ?? '').trim();
    });
    rows.push({ line, columns });
  }
  return rows;
}

/** Spreadsheets of different countries save with different delimiters: the one that yields the known columns is right. */
function split(text: string, required: readonly string[]) {
  const readings = [',', ';', '\t'].map((delimiter) => {
    const { records: all, unclosed } = splitRecords(text, delimiter);
    const [header = { line: 1, cells: [] }, ...records] = all;
    const known = required.filter((name) => header.cells.some((cell) => cell.trim() === name)).length;
    return { header: header.cells, records, known, unclosed };
  });
  return readings.reduce((best, reading) => (reading.known > best.known ? reading : best));
}
