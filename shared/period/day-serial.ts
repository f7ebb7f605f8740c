/**
 * Serial number of a day in the 1900 date system of spreadsheets: `1900-03-01` → 61, `2024-09-01` → 45536.
 * Undefined for anything that is not a day `YYYY-MM-DD` from 1900-03-01 on (before it Excel counts a 29.02.1900).
 * Civil-calendar arithmetic with years beginning in March, so the leap day comes last.
 */
export function daySerial(day: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const date = Number(match[3]);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (date < 1 || date > (lengths[month - 1] ?? 0)) return undefined;
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const days =
    365 * marchYear +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400) +
    Math.floor((153 * marchMonth + 2) / 5) +
    date;
  // 693900 days lie between 0000-02-29 and 1899-12-30
  const serial = days - 693_900;
  return serial >= 61 ? serial : undefined;
}
