import { decodeText } from './decode.ts';
import { type CsvKind, kindOf } from './kind.ts';
import { type CsvRecord, readRecords } from './records.ts';

/** A CSV file whose header was understood; `records` are those below the header. */
export interface CsvTable {
  readonly kind: CsvKind;
  readonly header: CsvRecord;
  readonly records: readonly CsvRecord[];
}

const delimiters = [',', ';', '\t'] as const;

/**
 * Decodes a CSV file and finds the delimiter under which its header is of a known kind; undefined where there is none.
 * A first line `sep=;`, which spreadsheets understand, is taken at its word.
 */
export function openCsv(bytes: Uint8Array): CsvTable | undefined {
  const text = decodeText(bytes);
  if (text === undefined) return undefined;
  const named = /^\s*"?sep=([,;\t])"?[ \t]*(?:\r\n?|\n|$)/i.exec(text);
  for (const delimiter of named ? [named[1] as string] : delimiters) {
    // the header is told from the first piece of the file, so that the whole is split once
    const first = firstRecord(named ? text.slice(named[0].length) : text, delimiter);
    const kind = first && kindOf(first.cells);
    if (!kind) continue;
    const records = readRecords(text, delimiter);
    const at = records.findIndex((record) => kindOf(record.cells) !== undefined);
    const header = records[at];
    if (header) return { kind, header, records: records.slice(at + 1) };
  }
  return undefined;
}

const headerReach = 65_536;

const firstRecord = (text: string, delimiter: string): CsvRecord | undefined =>
  readRecords(text.slice(0, headerReach), delimiter)[0];
