import { plainSpaces } from './spaces.ts';

export interface NumberText {
  readonly value: number;
  /** Written with `%`. */
  readonly percent: boolean;
  /** `1,000`: by the rule the comma is decimal, but the writer may have meant a thousand. */
  readonly doubtful: boolean;
}

const grouped = (separator: string): RegExp => new RegExp(`^\\d{1,3}(?:${separator}\\d{3})+$`);
const groups: Readonly<Record<string, RegExp>> = {
  ' ': grouped(' '),
  ',': grouped(','),
  '.': grouped('\\.'),
};

/**
 * Reads a number as people write it (contracts §2): a lone comma or dot is decimal, of two different ones the last
 * is; spaces, or the other sign, only between groups of three digits. `1e3`, full-width digits, `12,` and `1,2,3`
 * are no numbers. A leading apostrophe (a spreadsheet's mark of text), `+` and `−` are understood.
 */
export function parseNumberText(text: string): NumberText | undefined {
  const match = /^'?\s*([+\-−]?)\s?([\d ., ]*\d)\s?(%?)$/.exec(plainSpaces(text));
  if (!match) return undefined;
  const [, sign, body = '', percent] = match;
  const lastComma = body.lastIndexOf(',');
  const lastDot = body.lastIndexOf('.');
  const point = Math.max(lastComma, lastDot);
  const whole = point < 0 ? body : body.slice(0, point);
  const fraction = point < 0 ? '' : body.slice(point + 1);
  if (!/^\d*$/.test(fraction)) return undefined;
  const digits = wholeDigits(whole, point < 0 ? '' : (body[point] as string));
  if (digits === undefined) return undefined;
  const value = Number(`${digits || '0'}${fraction && `.${fraction}`}`);
  return {
    value: (sign === '-' || sign === '−') && value !== 0 ? -value : value,
    percent: percent === '%',
    doubtful: fraction === '000' && /^[1-9]\d{0,2}$/.test(whole),
  };
}

/** The digits before the decimal sign `point` without group separators; undefined where the groups are not of three. */
function wholeDigits(whole: string, point: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  const separators = new Set(whole.replace(/\d/g, ''));
  const [separator = ''] = separators;
  // the decimal sign itself cannot separate groups, and without one only spaces can
  if (separators.size !== 1 || separator === point || (point === '' && separator !== ' ')) return undefined;
  return groups[separator]?.test(whole) ? whole.split(separator).join('') : undefined;
}

/** A percent-formatted number as percents, exactly: 0.07 → 7. Noise beyond 15 digits, which no spreadsheet shows, goes. */
export function toPercent(value: number): number {
  const [mantissa = '0', exponent = '0'] = Number(value.toPrecision(15)).toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) + 2}`);
}
