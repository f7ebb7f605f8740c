import { comparableText } from '../parse/spaces.ts';
import type { Day } from '../period/period.ts';
import type { Organisation } from './register.ts';

/** What is remembered of an organisation's row, in the order it is told. */
export const registerFields = [
  'listed',
  'name',
  'type',
  'district',
  'opened',
  'closed',
  'merged_into',
] as const;
export type RegisterField = (typeof registerFields)[number];

/** One difference between the register of a run and that of the run before. */
export interface RegisterChange {
  readonly unit: string;
  readonly field: RegisterField;
  /** Empty = there was nothing. */
  readonly before: string;
  readonly after: string;
}

/** A change with the day of the run that noticed it; the first one of a unit and field is what was found there first. */
export interface RegisterEvent extends RegisterChange {
  readonly run: number;
  readonly date: Day;
}

function stateOf(organisation: Organisation): Record<RegisterField, string> {
  const { name, types, district, opened = '', closed = '', mergedInto = '' } = organisation;
  return { listed: '1', name, type: types.join(' '), district, opened, closed, merged_into: mergedInto };
}

/** Names that differ in spaces, quotes or case alone are one name. */
const isSame = (field: RegisterField, a: string, b: string): boolean =>
  field === 'name' ? comparableText(a) === comparableText(b) : a === b;

/**
 * What has changed in the register since it was last looked at, by unit in register order; units that have left it come
 * last. Of a unit that is new everything it says is a change from nothing.
 */
export function registerChanges(
  events: readonly RegisterEvent[],
  organisations: readonly Organisation[],
): RegisterChange[] {
  const known = new Map<string, Map<RegisterField, string>>();
  for (const { unit, field, after } of events) {
    const own = known.get(unit) ?? new Map<RegisterField, string>();
    known.set(unit, own.set(field, after));
  }
  const changes: RegisterChange[] = [];
  const compare = (unit: string, now: Readonly<Partial<Record<RegisterField, string>>>): void => {
    for (const field of registerFields) {
      const before = known.get(unit)?.get(field) ?? '';
      const after = now[field];
      if (after !== undefined && !isSame(field, before, after)) changes.push({ unit, field, before, after });
    }
  };
  const here = new Set<string>();
  for (const organisation of organisations) {
    here.add(organisation.code);
    compare(organisation.code, stateOf(organisation));
  }
  for (const unit of known.keys()) if (!here.has(unit)) compare(unit, { listed: '' });
  return changes;
}

/** Changes to what was known before: of a unit that was new in a later run only that it came, not what it came with. */
export function laterChanges(events: readonly RegisterEvent[]): RegisterEvent[] {
  const first = new Map<string, number>();
  for (const { unit, run } of events) if (!first.has(unit)) first.set(unit, run);
  const start = events[0]?.run;
  return events.filter(
    ({ unit, run, field }) => first.get(unit) !== run || (run !== start && field === 'listed'),
  );
}
