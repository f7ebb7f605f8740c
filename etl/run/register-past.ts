import type { RecordRow } from '../../shared/record/record.ts';
import { type FormerName, formerNames } from '../../shared/register/former-names.ts';
import { laterChanges, type RegisterEvent } from '../../shared/register/register-change.ts';

/** What is known of the register's past. */
export interface RegisterPast {
  /** By organisation, oldest first. */
  readonly names: ReadonlyMap<string, readonly FormerName[]>;
  /** Oldest first. */
  readonly changes: readonly RegisterEvent[];
  /** The district each organisation was last seen in, for those that have left the register. */
  readonly lastDistrict: ReadonlyMap<string, string>;
  readonly lastName: ReadonlyMap<string, string>;
}

/** `rows`: of the register of renamings, organisations by code. */
export function registerPast(rows: readonly RecordRow[], events: readonly RegisterEvent[]): RegisterPast {
  const lastDistrict = new Map<string, string>();
  const lastName = new Map<string, string>();
  for (const { unit, field, after } of events) {
    if (field === 'district') lastDistrict.set(unit, after);
    if (field === 'name') lastName.set(unit, after);
  }
  return { names: formerNames(rows, events), changes: laterChanges(events), lastDistrict, lastName };
}
