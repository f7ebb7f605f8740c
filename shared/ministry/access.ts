import { compareText } from '../number/compare-text.ts';
import type { Day } from '../period/period.ts';

export const granteeTypes = ['user', 'group', 'domain', 'anyone'] as const;
export type GranteeType = (typeof granteeTypes)[number];

export const accessRoles = ['reader', 'commenter', 'writer', 'fileOrganizer', 'organizer', 'owner'] as const;
export type AccessRole = (typeof accessRoles)[number];

/**
 * `granted`, `revoked`: by a command; `expired`: its last day has passed; `found`: Google shows a permission that nobody
 * wrote down; `gone`: somebody took one away in Google itself.
 */
export const accessActions = ['granted', 'revoked', 'expired', 'found', 'gone'] as const;
export type AccessAction = (typeof accessActions)[number];

/** Who may see a shared file: a mailbox, a group, everybody of a domain, everybody with the link. */
export interface Grantee {
  readonly type: GranteeType;
  /** Mailbox or domain in small letters; empty for `anyone`. */
  readonly who: string;
}

/** One line of share.csv: what happened to one permission of a district's ministry spreadsheet. */
export interface AccessEvent extends Grantee {
  readonly day: Day;
  readonly district: string;
  readonly action: AccessAction;
  readonly role: AccessRole;
  /** The last day of the access. */
  readonly until?: Day;
  /** The command that did it, as typed but for the name of the program. */
  readonly command: string;
}

/** How a permission stands now. */
export interface AccessEntry extends Grantee {
  readonly role: AccessRole;
  readonly since: Day;
  readonly until?: Day;
  readonly command: string;
  /** Nobody wrote it down when it was granted. */
  readonly isFound: boolean;
  /** How it ended; undefined while it holds. */
  readonly ended?: {
    readonly action: 'revoked' | 'expired' | 'gone';
    readonly day: Day;
    readonly command: string;
  };
}

export const granteeKey = ({ type, who }: Grantee): string => `${type} ${who}`;

/** The permissions of one district by its lines of share.csv, oldest line first: those that hold, then those that ended. */
export function accessOf(events: readonly AccessEvent[], district: string): AccessEntry[] {
  const entries = new Map<string, AccessEntry>();
  for (const event of events) {
    if (event.district !== district) continue;
    const key = granteeKey(event);
    const known = entries.get(key);
    const { type, who, role, day, until, command, action } = event;
    if (action === 'granted' || action === 'found') {
      const isHeld = known !== undefined && !known.ended;
      entries.set(key, {
        ...{ type, who, role, command },
        since: isHeld && known.isFound === (action === 'found') ? known.since : day,
        ...(until !== undefined && { until }),
        isFound: action === 'found',
      });
    } else if (known) entries.set(key, { ...known, ended: { action, day, command } });
  }
  const order = (entry: AccessEntry): number => (entry.ended ? 1 : 0);
  return [...entries.values()].sort(
    (a, b) =>
      order(a) - order(b) ||
      granteeTypes.indexOf(a.type) - granteeTypes.indexOf(b.type) ||
      compareText(a.who, b.who),
  );
}

export const activeAccess = (events: readonly AccessEvent[], district: string): AccessEntry[] =>
  accessOf(events, district).filter(({ ended }) => !ended);
