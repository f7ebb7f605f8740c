import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { hasDecimalComma } from './evaluate.ts';

/** Text of an error as a cell shows it. */
const ERRORS: Record<string, string> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

export const errorText = (type: string | null | undefined): string => ERRORS[type ?? ''] ?? '#ERROR!';

/** The scalar that UNFORMATTED_VALUE gives; errors come as text, «#DIV/0! (why)», as others have recorded live. */
export function plain(
  value: sheets_v4.Schema$ExtendedValue | undefined,
): number | string | boolean | undefined {
  if (!value) return undefined;
  if (value.errorValue) {
    const { type, message } = value.errorValue;
    return message ? `${errorText(type)} (${message})` : errorText(type);
  }
  return value.numberValue ?? value.stringValue ?? value.boolValue ?? undefined;
}

/** The text a cell shows: dates, percents and plain numbers only; other patterns show the number as it is. */
export function shown(
  value: sheets_v4.Schema$ExtendedValue | undefined,
  format: sheets_v4.Schema$CellFormat | undefined,
  locale: string | null | undefined,
): string | undefined {
  if (value?.errorValue) return errorText(value.errorValue.type);
  const scalar = plain(value);
  if (scalar === undefined) return undefined;
  if (typeof scalar === 'boolean') return scalar ? 'TRUE' : 'FALSE';
  if (typeof scalar === 'string') return scalar;
  const comma = hasDecimalComma(locale);
  const point = (text: string): string => (comma ? text.replace('.', ',') : text);
  const { type, pattern = '' } = format?.numberFormat ?? {};
  if (type === 'DATE') {
    const date = new Date((scalar - 25_569) * 86_400_000);
    const two = (n: number): string => String(n).padStart(2, '0');
    const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
    if (pattern === 'm/d/yyyy') return `${m}/${d}/${y}`;
    return (pattern || 'dd.mm.yyyy')
      .replace(/yyyy/i, String(y))
      .replace(/mm/i, two(m))
      .replace(/dd/i, two(d));
  }
  const digits = /\.(0+)/.exec(pattern ?? '')?.[1]?.length;
  if (type === 'PERCENT') return `${point((scalar * 100).toFixed(digits ?? 0))}%`;
  return point(digits === undefined ? String(scalar) : scalar.toFixed(digits));
}
