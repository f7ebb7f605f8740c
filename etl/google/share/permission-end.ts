import type { Grantee } from '../../../shared/ministry/access.ts';
import { addDays } from '../../../shared/period/add-days.ts';
import type { Day } from '../../../shared/period/period.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import type { DrivePermission } from './permissions.ts';

/** Google keeps an end for so many days ahead at most (Drive: «no more than a year in the future»). */
const longest = 364;
/** What decides whether and when Drive ends an access by itself. */
export interface EndOptions {
  readonly until?: Day;
  readonly date: Day;
  readonly timeZone: string;
}

export interface Granted {
  /** Whether Drive was asked to change anything. */
  readonly changed: boolean;
  /** False where Drive cannot end the access by itself and the nightly run has to. */
  readonly expiresInDrive: boolean;
  readonly permission: DrivePermission;
}

/** The first moment after a day, where people of the time zone have midnight, as RFC 3339 in UTC. */
export function endOfDay(day: Day, timeZone: string): string {
  const next = Date.parse(`${addDays(day, 1)}T00:00:00Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(next);
  const offset = Date.parse(`${shown.replace(' ', 'T')}Z`) - next;
  return new Date(next - offset).toISOString();
}

/** The end that Drive is asked to keep: it does for mailboxes and groups only, and not later than in a year. */
export function endOf({ type }: Grantee, { until, date, timeZone }: EndOptions): string | undefined {
  const canExpire = (type === 'user' || type === 'group') && until !== undefined;
  return canExpire && until < addDays(date, longest) ? endOfDay(until, timeZone) : undefined;
}

/** Changes the end of a permission that is there, if it is another. */
export async function setEnd(
  google: Google,
  fileId: string,
  there: DrivePermission,
  expires: string | undefined,
): Promise<Granted> {
  const isSame =
    expires === undefined
      ? there.expires === undefined
      : there.expires !== undefined && Date.parse(there.expires) === Date.parse(expires);
  if (isSame) return { changed: false, expiresInDrive: expires !== undefined, permission: there };
  const send = (expirationTime?: string) =>
    google.call(
      'drive',
      () =>
        google.drive.permissions.update({
          fileId,
          permissionId: there.id,
          supportsAllDrives: true,
          fields: 'id',
          ...(expirationTime === undefined && { removeExpiration: true }),
          requestBody: { role: there.role, ...(expirationTime !== undefined && { expirationTime }) },
        }),
      // the same again says the same
      { repeatable: true },
    );
  if (expires === undefined) {
    await send();
    const { expires: _, ...rest } = there;
    return { changed: true, expiresInDrive: false, permission: rest };
  }
  const { hasEnd } = await orWithoutEnd(async (end) => (end === undefined ? {} : send(end)), expires);
  return { changed: hasEnd, expiresInDrive: hasEnd, permission: { ...there, ...(hasEnd && { expires }) } };
}

/** Accounts without Google Workspace may not set ends, and some files have none: then without. */
export async function orWithoutEnd<T>(
  send: (expirationTime?: string) => Promise<T>,
  expires: string | undefined,
): Promise<{ answer: T; hasEnd: boolean }> {
  if (expires === undefined) return { answer: await send(), hasEnd: false };
  try {
    return { answer: await send(expires), hasEnd: true };
  } catch (error) {
    const refused = error instanceof GoogleError && /expiration/i.test(`${error.reason} ${error.message}`);
    if (!refused) throw error;
    return { answer: await send(), hasEnd: false };
  }
}
