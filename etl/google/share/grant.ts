import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { type Grantee, granteeKey } from '../../../shared/ministry/access.ts';
import { addDays } from '../../../shared/period/add-days.ts';
import type { Day } from '../../../shared/period/period.ts';
import { shareTexts } from '../../../shared/texts/share.ts';
import { CommandError } from '../../cli/command-error.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { type DrivePermission, listPermissions } from './permissions.ts';

/** Google keeps an end for so many days ahead at most (Drive: «no more than a year in the future»). */
const longest = 364;
/** How often a grant whose answer was lost is looked for and made again. */
const attempts = 3;

export interface GrantOptions {
  readonly until?: Day;
  readonly date: Day;
  readonly timeZone: string;
  readonly notify: boolean;
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

/** Google ends access of mailboxes and groups only, and not later than in a year. */
const canExpire = ({ type }: Grantee, { until, date }: GrantOptions): boolean =>
  until !== undefined && (type === 'user' || type === 'group') && until < addDays(date, longest);

/**
 * Sees to it that somebody may read a file until a day: makes the permission, sets its end, or finds that all is so
 * already. A lost answer is no second permission: Drive is asked first. Throws GoogleError and CommandError `share.notify`.
 */
export async function grant(
  google: Google,
  fileId: string,
  grantee: Grantee,
  options: GrantOptions,
): Promise<Granted> {
  const expires = canExpire(grantee, options) ? endOfDay(options.until!, options.timeZone) : undefined;
  for (let attempt = 1; ; attempt++) {
    const there = (await listPermissions(google, fileId)).find(
      (one) => granteeKey(one) === granteeKey(grantee),
    );
    try {
      if (!there) return await create(google, fileId, grantee, options, expires);
      if (there.isInherited || there.role !== 'reader')
        return { changed: false, expiresInDrive: false, permission: there };
      return await setEnd(google, fileId, there, expires);
    } catch (error) {
      if (!(error instanceof GoogleError) || error.code !== 'unavailable' || attempt === attempts)
        throw error;
    }
  }
}

async function create(
  google: Google,
  fileId: string,
  grantee: Grantee,
  { notify }: GrantOptions,
  expires: string | undefined,
): Promise<Granted> {
  const { type, who } = grantee;
  const body: drive_v3.Schema$Permission = {
    type,
    role: 'reader',
    ...(type === 'domain' ? { domain: who } : type === 'anyone' ? {} : { emailAddress: who }),
    ...((type === 'domain' || type === 'anyone') && { allowFileDiscovery: false }),
  };
  const send = (expirationTime?: string) =>
    google.call('drive', () =>
      google.drive.permissions.create({
        fileId,
        supportsAllDrives: true,
        ...((type === 'user' || type === 'group') && { sendNotificationEmail: notify }),
        fields: 'id',
        requestBody: { ...body, ...(expirationTime !== undefined && { expirationTime }) },
      }),
    );
  const permission = { ...grantee, role: 'reader', isInherited: false } as const;
  try {
    const made = await orWithoutEnd(send, expires);
    return {
      changed: true,
      expiresInDrive: made.hasEnd,
      permission: { ...permission, id: made.answer.id ?? '', ...(made.hasEnd && expires && { expires }) },
    };
  } catch (error) {
    if (error instanceof GoogleError && error.reason === 'invalidSharingRequest' && !notify)
      throw new CommandError('share.notify', shareTexts.errors.notify(who), shareTexts.errors.notifyHint);
    throw error;
  }
}

/** Changes the end of a permission that is there, if it is another. */
async function setEnd(
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
async function orWithoutEnd<T>(
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

/** Takes a permission away; one that has gone meanwhile is as good. Throws GoogleError. */
export async function revoke(google: Google, fileId: string, { id }: DrivePermission): Promise<void> {
  try {
    await google.call(
      'drive',
      () => google.drive.permissions.delete({ fileId, permissionId: id, supportsAllDrives: true }),
      { repeatable: true },
    );
  } catch (error) {
    if (!(error instanceof GoogleError) || error.code !== 'not_found') throw error;
  }
}
