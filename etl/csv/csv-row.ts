import type { CsvRecord } from './records.ts';

/** Cells of a record by the names of the header. */
export interface CsvRow {
  readonly line: number;
  /** Trimmed; empty where the record is too short or the file lacks the column. */
  get(name: string): string;
  /** True where the record has more filled cells than the header, e.g. after a decimal comma without quotes. */
  readonly tooWide: boolean;
  /** The record as one text, for issues. */
  readonly text: string;
}

export function csvRow(record: CsvRecord, columns: ReadonlyMap<string, number>, width: number): CsvRow {
  const { line, cells } = record;
  return {
    line,
    get: (name) => {
      const at = columns.get(name);
      return at === undefined ? '' : (cells[at] ?? '').trim();
    },
    tooWide: cells.slice(width).some((cell) => cell.trim() !== ''),
    text: cells.join(' | '),
  };
}
