import { decimal } from '../../shared/number/decimal.ts';

export type CsvValue = string | number | undefined;

const quoted = /[",\n\r]/;

const cell = (value: CsvValue): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return decimal(value);
  return quoted.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
};

/** One line of contracts §1: comma, `"` quoting, LF, shortest decimals, empty = none. */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(cell).join(',')}\n`;

/** Joins lines into pieces of about 64 kB, so that a large export neither floods memory nor writes line by line. */
export function* pieces(lines: Iterable<string>): Generator<string> {
  let buffer: string[] = [];
  let size = 0;
  for (const line of lines) {
    buffer.push(line);
    size += line.length;
    if (size < 65_536) continue;
    yield buffer.join('');
    buffer = [];
    size = 0;
  }
  if (buffer.length > 0) yield buffer.join('');
}
