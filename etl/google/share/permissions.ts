import { createHash } from 'node:crypto';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { type AccessRole, accessRoles, type Grantee, granteeTypes } from '../../../shared/ministry/access.ts';
import { hasPersonalEmail } from '../../../shared/parse/personal-email.ts';
import type { Google } from '../client/google.ts';

/** A permission as Drive shows it. */
export interface DrivePermission extends Grantee {
  readonly id: string;
  readonly role: AccessRole;
  /** RFC 3339, if Drive ends it by itself. */
  readonly expires?: string;
  /** Of the folder or the Shared Drive: it cannot be taken away from the file alone. */
  readonly isInherited: boolean;
}

const fields =
  'nextPageToken,permissions(id,type,role,emailAddress,domain,expirationTime,deleted,permissionDetails)';

/** Everybody who may see a file but its owner and the account we work as. Throws GoogleError. */
export async function listPermissions(google: Google, fileId: string): Promise<DrivePermission[]> {
  const found: DrivePermission[] = [];
  let pageToken: string | undefined;
  do {
    const page: drive_v3.Schema$PermissionList = await google.call('drive', () =>
      google.drive.permissions.list({
        fileId,
        supportsAllDrives: true,
        pageSize: 100,
        fields,
        ...(pageToken !== undefined && { pageToken }),
      }),
    );
    for (const permission of page.permissions ?? []) {
      const read = toPermission(permission);
      if (read && read.role !== 'owner' && read.who !== google.account?.toLowerCase()) found.push(read);
    }
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return found;
}

function toPermission(permission: drive_v3.Schema$Permission): DrivePermission | undefined {
  const type = granteeTypes.find((one) => one === permission.type);
  const role = accessRoles.find((one) => one === permission.role);
  if (!type || !role || !permission.id || permission.deleted) return undefined;
  const who = (permission.emailAddress ?? permission.domain ?? '').toLowerCase();
  return {
    ...{ type, role, id: permission.id },
    who: type === 'anyone' ? '' : who,
    ...(permission.expirationTime && { expires: permission.expirationTime }),
    isInherited: permission.permissionDetails?.every(({ inherited }) => inherited) === true,
  };
}

/** Who is meant, as it may be stored and shown: a mailbox that looks like a person's own is cut to what tells it apart. */
export function shownGrantee<T extends Grantee>(grantee: T): T {
  return grantee.who === '' || !hasPersonalEmail(grantee.who)
    ? grantee
    : { ...grantee, who: maskedMailbox(grantee.who) };
}

export function maskedMailbox(mailbox: string): string {
  const [name = '', domain = ''] = mailbox.split('@');
  const digest = createHash('sha256').update(mailbox).digest('hex').slice(0, 4);
  return `${name.slice(0, 1)}…${digest}@${domain}`;
}
