import { addDays } from '../period/add-days.ts';
import type { Day } from '../period/period.ts';
import { parsePeriod } from '../period/period.ts';
import type { FormerName } from '../register/former-names.ts';
import type { Organisation } from '../register/register.ts';
import type { RegisterChange } from '../register/register-change.ts';
import type { DistrictUnits } from './district-units.ts';
import type { SummaryInput } from './input.ts';

/** A change of the register with the day of the run that noticed it. */
export type NoticedChange = RegisterChange & { readonly date: Day };

/** What is known of the register's past. */
export interface RegisterHistory {
  /** By organisation, oldest first. */
  readonly names: Readonly<Record<string, readonly FormerName[]>>;
  /** Oldest first. */
  readonly changes: readonly NoticedChange[];
  /** What organisations were called that have left the register. */
  readonly left?: Readonly<Record<string, string>>;
}

export type RegisterState = 'open' | 'ahead' | 'closing' | 'closed' | 'merged';

/** One organisation of the district with its history. */
export interface RegisterRow {
  readonly organisation: Organisation;
  readonly state: RegisterState;
  /** Organisations that were merged into it. */
  readonly took: readonly Organisation[];
  /** The one it was merged into, where the register knows it. */
  readonly into?: Organisation;
  readonly former: readonly FormerName[];
}

export interface RegisterTable {
  readonly rows: readonly RegisterRow[];
  readonly counts: {
    readonly open: number;
    readonly opened: number;
    readonly closed: number;
    readonly merged: number;
    readonly renamed: number;
  };
  /** Newest first. */
  readonly changes: readonly NoticedChange[];
  /** What a code was called. */
  readonly nameOf: (code: string) => string;
}

function stateOf({ opened = '', closed = '9999', mergedInto }: Organisation, date: Day): RegisterState {
  if (closed < date) return mergedInto === undefined ? 'closed' : 'merged';
  if (opened > date) return 'ahead';
  return closed === '9999' ? 'open' : 'closing';
}

/** All organisations of the district, those that work first, each part in register order. */
export function registerTable(
  { date, schoolYear, history = { names: {}, changes: [] } }: SummaryInput,
  { all }: DistrictUnits,
): RegisterTable {
  const organisations = [...all.values()];
  const year = parsePeriod(schoolYear);
  const isWithin = (day: Day | undefined): boolean =>
    day !== undefined && year !== undefined && day >= year.first && day <= year.last;
  const rows = organisations.map((organisation): RegisterRow => {
    const { code, mergedInto } = organisation;
    const into = mergedInto === undefined ? undefined : all.get(mergedInto);
    return {
      organisation,
      state: stateOf(organisation, date),
      took: organisations.filter((other) => other.mergedInto === code),
      ...(into && { into }),
      former: history.names[code] ?? [],
    };
  });
  const isPast = ({ state }: RegisterRow): boolean => state === 'closed' || state === 'merged';
  const closed = organisations.filter((one) => isWithin(one.closed));
  return {
    rows: [...rows.filter((row) => !isPast(row)), ...rows.filter(isPast)],
    counts: {
      open: rows.filter(({ state }) => state === 'open' || state === 'closing').length,
      opened: organisations.filter((one) => isWithin(one.opened)).length,
      closed: closed.length,
      merged: closed.filter((one) => one.mergedInto !== undefined).length,
      renamed: rows.filter(({ former }) => former.some(({ until }) => isWithin(addDays(until, 1)))).length,
    },
    changes: [...history.changes].reverse(),
    nameOf: (code) => all.get(code)?.name ?? history.left?.[code] ?? code,
  };
}
