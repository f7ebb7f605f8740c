import Papa from 'papaparse';

/** A record of a CSV file with the physical line on which it begins; the file's first line is 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits a text into records, blank lines left out. Line breaks inside quotes belong to the record. */
export function readRecords(text: string, delimiter: string): CsvRecord[] {
  const lines = text.replace(/\r\n?/g, '\n');
  const { data } = Papa.parse<string[]>(lines, {
    delimiter,
    newline: '\n',
    header: false,
    dynamicTyping: false,
  });
  const records: CsvRecord[] = [];
  let line = 1;
  for (const cells of data) {
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line, cells });
    line++;
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
  }
  return records;
}
