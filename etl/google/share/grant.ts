import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { type Grantee, granteeKey } from '../../../shared/ministry/access.ts';
import { shareTexts } from '../../../shared/texts/share.ts';
import { CommandError } from '../../cli/command-error.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { type EndOptions, endOf, type Granted, orWithoutEnd, setEnd } from './permission-end.ts';
import { listPermissions } from './permissions.ts';

/** How often a grant whose answer was lost is looked for and made again. */
const attempts = 3;

export interface GrantOptions extends EndOptions {
  readonly notify: boolean;
}

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
  const expires = endOf(grantee, options);
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
