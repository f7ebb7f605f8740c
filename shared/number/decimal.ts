/**
 * Shortest round-trip decimal without exponent (contracts §1), for CSV and formulas.
 * Throws RangeError for NaN and infinities: they are never data.
 */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const text = String(value === 0 ? 0 : value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', head = '', tail = '', exponent = '0'] = match;
  const digits = head + tail;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** For people: all digits of what was typed, with a decimal comma. */
export const typedNumber = (value: number): string => decimal(value).replace('.', ',');

/** A value as people see it in its cell. */
export const shownValue = (value: number | string): string =>
  typeof value === 'number' ? typedNumber(value) : value;

/** Rounds half away from zero, as people do on paper; `digits` 0–9. */
export function roundHalfAway(value: number, digits: number): number {
  const [whole = '0', fraction = ''] = decimal(Math.abs(value)).split('.');
  if (fraction.length <= digits) return value;
  const kept = `${whole}${fraction.slice(0, digits)}`;
  const up = fraction.charCodeAt(digits) >= 53;
  // adding to the decimal digits, not to the double, keeps 0.285 → 0.29
  const scaled = Number(kept) + (up ? 1 : 0);
  const text = String(scaled).padStart(digits + 1, '0');
  const result =
    digits === 0
      ? scaled
      : Number(`${text.slice(0, text.length - digits)}.${text.slice(text.length - digits)}`);
  return value < 0 ? -result : result;
}

/** For people: one decimal (or `digits`), comma, half away from zero, no-break thin space between thousands. */
export function formatNumber(value: number, digits = 1): string {
  const rounded = roundHalfAway(value, digits);
  const [whole = '0', fraction = ''] = decimal(Math.abs(rounded)).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0') : whole;
  const sign = rounded < 0 ? '−' : '';
  return digits === 0 ? `${sign}${grouped}` : `${sign}${grouped},${fraction.padEnd(digits, '0')}`;
}
