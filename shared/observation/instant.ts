/**
 * An ISO 8601 date-time as milliseconds of UTC since 1970, so that documents saved in different time zones compare.
 * Without a zone it is taken as UTC; a date alone is its first moment. Undefined if it is no such text.
 */
export function instant(text: string): number | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const part = (i: number): number => Number(match[i] ?? 0);
  const [month, day, hour, minute, second] = [part(2), part(3), part(4), part(5), part(6)];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
    return undefined;
  const fraction = Number(`0.${match[7] ?? 0}`);
  const minutes = (dayNumber(part(1), month, day) * 24 + hour) * 60 + minute - offset(match[8] ?? 'Z');
  return minutes * 60_000 + second * 1000 + Math.floor(fraction * 1000);
}

/** Minutes east of UTC. */
function offset(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const digits = zone.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return zone.charAt(0) === '-' ? -minutes : minutes;
}

/** Days since 1970-01-01 of the Gregorian calendar; years are counted from March so that the leap day comes last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const fromMarch = (month + 9) % 12;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - 719_468;
}
