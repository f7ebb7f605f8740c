import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import type { DrivePermission } from './permissions.ts';

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
