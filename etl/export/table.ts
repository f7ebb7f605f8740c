import { decimal } from '../../shared/number/decimal.ts';

export type ExportValue = string | number | undefined;

/** What an export holds, before it is written as CSV or JSON. */
export interface ExportTable {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly ExportValue[]>;
}

const quoted = /[",\n\r]/;

const cell = (value: ExportValue): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return decimal(value);
  return quoted.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
};

/** One line of contracts §1: comma, `"` quoting, LF, shortest decimals, empty = none. */
export const csvLine = (values: readonly ExportValue[]): string => `${values.map(cell).join(',')}\n`;

/** The lines of a CSV file, header first. */
export function* csvLines({ header, rows }: ExportTable): Generator<string> {
  yield csvLine(header);
  for (const row of rows) yield csvLine(row);
}

const camelCase = (name: string): string =>
  name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** The same as one line of JSON, `{"rows":[{…},…]}`, empty cells left out; in parts, so that it may be long. */
export function* jsonParts({ header, rows }: ExportTable): Generator<string> {
  const names = header.map(camelCase);
  let first = true;
  yield '{"rows":[';
  for (const row of rows) {
    const filled = row.flatMap((value, i) =>
      value === undefined || value === '' ? [] : [[names[i], value]],
    );
    yield `${first ? '' : ','}${JSON.stringify(Object.fromEntries(filled))}`;
    first = false;
  }
  yield ']}\n';
}

/** Joins parts into pieces of about 64 kB, so that a large export neither floods memory nor writes bit by bit. */
export function* pieces(parts: Iterable<string>): Generator<string> {
  let buffer: string[] = [];
  let size = 0;
  for (const part of parts) {
    buffer.push(part);
    size += part.length;
    if (size < 65_536) continue;
    yield buffer.join('');
    buffer = [];
    size = 0;
  }
  if (buffer.length > 0) yield buffer.join('');
}
