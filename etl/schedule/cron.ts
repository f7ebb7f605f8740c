/** The numbers that match, ascending. Sunday is 0. All five must match (a day of the month and a day of the week too). */
export interface CronFields {
  readonly minute: readonly number[];
  readonly hour: readonly number[];
  readonly day: readonly number[];
  readonly month: readonly number[];
  readonly weekday: readonly number[];
}

/** What is wrong with an expression: the number of fields, one field, or a day that no month of it has. */
export type CronFault =
  | { readonly what: 'fields'; readonly count: number }
  | { readonly what: keyof CronFields; readonly raw: string; readonly least: number; readonly most: number }
  | { readonly what: 'never' };

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');
const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const fields = [
  { what: 'minute', least: 0, most: 59, names: [] as readonly string[], first: 0 },
  { what: 'hour', least: 0, most: 23, names: [] as readonly string[], first: 0 },
  { what: 'day', least: 1, most: 31, names: [] as readonly string[], first: 0 },
  { what: 'month', least: 1, most: 12, names: months, first: 1 },
  { what: 'weekday', least: 0, most: 7, names: weekdays, first: 0 },
] as const;

/**
 * Reads a cron expression of five fields: minute, hour, day, month, day of the week; numbers, English names of three
 * letters, `*`, `a-b`, lists, steps `/n` behind `*` or a range. What it accepts, node-cron understands alike (a test
 * compares them).
 */
export function readCron(expression: string): CronFields | CronFault {
  const raws = expression.trim().split(/\s+/).filter(Boolean);
  if (raws.length !== fields.length) return { what: 'fields', count: raws.length };
  const found: Partial<Record<keyof CronFields, readonly number[]>> = {};
  for (const [i, field] of fields.entries()) {
    const raw = raws[i]!;
    const values = readField(raw, field);
    if (!values) {
      const most = field.what === 'weekday' ? 6 : field.most;
      return { what: field.what, raw, least: field.least, most };
    }
    found[field.what] = values;
  }
  const cron = found as CronFields;
  const happens = cron.month.some((month) => cron.day.some((day) => day <= daysInMonth[month - 1]!));
  return happens ? cron : { what: 'never' };
}

export const isCronFault = (read: CronFields | CronFault): read is CronFault => 'what' in read;

function readField(raw: string, field: (typeof fields)[number]): readonly number[] | undefined {
  const values = new Set<number>();
  for (const part of raw.toLowerCase().split(',')) {
    const match = /^(?:(\*)|([a-z]{3}|\d{1,2})(?:-([a-z]{3}|\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (!match) return undefined;
    const [, any, from, to, step] = match;
    if (step !== undefined && (Number(step) < 1 || (!any && to === undefined))) return undefined;
    const first = any ? field.least : numberOf(from!, field);
    const last = any
      ? field.what === 'weekday'
        ? 6
        : field.most
      : to === undefined
        ? first
        : numberOf(to, field);
    if (first === undefined || last === undefined || first > last) return undefined;
    for (let n = first; n <= last; n += Number(step ?? 1)) values.add(field.what === 'weekday' ? n % 7 : n);
  }
  return [...values].sort((a, b) => a - b);
}

function numberOf(raw: string, { least, most, names, first }: (typeof fields)[number]): number | undefined {
  const n = /^\d/.test(raw) ? Number(raw) : names.indexOf(raw) < 0 ? Number.NaN : names.indexOf(raw) + first;
  return n >= least && n <= most ? n : undefined;
}
