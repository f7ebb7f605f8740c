/** A whole number between two others, ends included; undefined for anything else. */
export function wholeNumber(raw: unknown, least: number, most: number): number | undefined {
  const n = typeof raw === 'string' && /^\d{1,5}$/.test(raw) ? Number(raw) : Number.NaN;
  return n >= least && n <= most ? n : undefined;
}
