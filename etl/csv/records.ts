import Papa from 'papaparse';

/** A record of a CSV file with the physical line on which it begins; the file's first line is 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SplitText {
  readonly records: readonly CsvRecord[];
  /** Line of the record that opens a quote which nothing closes: all that follows has run into one cell. */
  readonly unclosed?: number;
}

/** Splits a text into records, blank lines left out. Line breaks inside quotes belong to the record. */
export function splitRecords(text: string, delimiter: string): SplitText {
  const lines = text.replace(/\r\n?/g, '\n');
  const { data, errors } = Papa.parse<string[]>(lines, {
    delimiter,
    newline: '\n',
    header: false,
    dynamicTyping: false,
  });
  const unclosedRow = errors.find(({ code }) => code === 'MissingQuotes')?.row;
  let unclosed: number | undefined;
  const records: CsvRecord[] = [];
  let line = 1;
  data.forEach((cells, row) => {
    if (row === unclosedRow) unclosed = line;
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line, cells });
    line++;
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
  });
  return unclosed === undefined ? { records } : { records, unclosed };
}
