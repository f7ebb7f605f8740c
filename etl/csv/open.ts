import { workbookLimits } from '../xlsx/reading/limits.ts';
import { Unreadable } from '../xlsx/reading/unreadable.ts';
import { decodeText, isDamagedUtf8 } from './decode.ts';
import { type CsvKind, kindOf, repeatedColumn } from './kind.ts';
import { type CsvRecord, splitRecords } from './records.ts';

/** A CSV file whose header was understood; `records` are those below the header. */
export interface CsvTable {
  readonly kind: CsvKind;
  readonly header: CsvRecord;
  readonly records: readonly CsvRecord[];
}

const delimiters = [',', ';', '\t'] as const;

/**
 * Decodes a CSV file and finds the delimiter under which its header is of a known kind; undefined where there is none.
 * A first line `sep=;`, which spreadsheets understand, is taken at its word. Throws Unreadable: file.truncated for
 * damaged UTF-8, file.broken_csv for a quote that nothing closes and for a column that stands twice, file.too_large
 * for a cell longer than a spreadsheet's.
 */
export function openCsv(bytes: Uint8Array): CsvTable | undefined {
  const text = decodeText(bytes);
  if (text === undefined) {
    if (!bytes.includes(0) && isDamagedUtf8(bytes)) throw new Unreadable('file.truncated');
    return undefined;
  }
  const named = /^\s*"?sep=([,;\t])"?[ \t]*(?:\r\n?|\n|$)/i.exec(text);
  for (const delimiter of named ? [named[1] as string] : delimiters) {
    // the header is told from the first piece of the file, so that the whole is split once
    const first = firstRecord(named ? text.slice(named[0].length) : text, delimiter);
    const kind = first && kindOf(first.cells);
    if (!kind) continue;
    const { records, unclosed } = splitRecords(text, delimiter);
    if (unclosed !== undefined) throw new Unreadable('file.broken_csv', { fault: 'quote', line: unclosed });
    const at = records.findIndex((record) => kindOf(record.cells) !== undefined);
    const header = records[at];
    if (!header) continue;
    const column = repeatedColumn(kind, header.cells);
    if (column !== undefined) throw new Unreadable('file.broken_csv', { fault: 'column', column });
    refuseLongCells(records);
    return { kind, header, records: records.slice(at + 1) };
  }
  return undefined;
}

/** A text that no cell of a spreadsheet holds is no answer to a form either, and must not be cut in silence. */
function refuseLongCells(records: readonly CsvRecord[]): void {
  const most = workbookLimits.cellText;
  const long = records.find(({ cells }) => cells.some((cell) => cell.length > most));
  if (long) throw new Unreadable('file.too_large', { limit: 'text', most, line: long.line });
}

const headerReach = 65_536;

const firstRecord = (text: string, delimiter: string): CsvRecord | undefined =>
  splitRecords(text.slice(0, headerReach), delimiter).records[0];
