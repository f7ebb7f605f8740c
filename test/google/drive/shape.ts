import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { atLeast, type World } from '../world.ts';
import { isTrashed } from './access.ts';
import { type DriveFile, FOLDER, type Permission, SPREADSHEET } from './model.ts';

/** The whole File resource as this account sees it; masks are applied by the caller. */
export function fileShape(world: World, account: string, file: DriveFile): drive_v3.Schema$File {
  const role = world.roleOf(account, file);
  const canEdit = atLeast(role, 'writer');
  const shared = world.permissionsOf(file).length > 1;
  const person = (email: string): drive_v3.Schema$User => ({
    kind: 'drive#user',
    displayName: world.accounts.get(email)?.displayName ?? email,
    me: email === account,
    permissionId: world.permissionIdOf(email),
    emailAddress: email,
  });
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description === undefined ? {} : { description: file.description }),
    starred: false,
    trashed: isTrashed(world, file),
    explicitlyTrashed: file.trashed,
    // a parent the account does not see is not named
    ...(file.parents.length > 0 && seesParent(world, account, file) ? { parents: file.parents } : {}),
    ...(Object.keys(file.properties).length > 0 ? { properties: file.properties } : {}),
    ...(Object.keys(file.appProperties).length > 0 ? { appProperties: file.appProperties } : {}),
    spaces: ['drive'],
    version: String(file.version),
    webViewLink:
      file.mimeType === FOLDER
        ? `https://drive.google.com/drive/folders/${file.id}`
        : `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk`,
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    ...(file.driveId === undefined
      ? {
          ownedByMe: file.owner === account,
          owners: file.owner ? [person(file.owner)] : [],
          shared,
        }
      : { driveId: file.driveId, teamDriveId: file.driveId }),
    ...(file.lastModifyingUser ? { lastModifyingUser: person(file.lastModifyingUser) } : {}),
    // in My Drive writers may share; lists of people are told to editors only
    ...(canEdit && file.driveId === undefined
      ? {
          permissions: file.permissions.map(permissionShape),
          permissionIds: file.permissions.map(({ id }) => id),
        }
      : {}),
    capabilities: {
      canEdit,
      canComment: atLeast(role, 'commenter'),
      canCopy: true,
      canDownload: true,
      canShare: file.driveId === undefined ? canEdit : atLeast(role, 'organizer') || canEdit,
      canRename: canEdit,
      canTrash: file.driveId === undefined ? role === 'owner' : atLeast(role, 'fileOrganizer'),
      canDelete: file.driveId === undefined ? role === 'owner' : atLeast(role, 'organizer'),
      canListChildren: file.mimeType === FOLDER,
      canAddChildren: file.mimeType === FOLDER && canEdit,
    },
    size: file.content ? String(file.content.length) : file.mimeType === SPREADSHEET ? '1024' : undefined,
  };
}

const seesParent = (world: World, account: string, file: DriveFile): boolean => {
  const [parent] = file.parents;
  if (parent === undefined) return false;
  if (world.drives.has(parent)) return true;
  const above = world.files.get(parent);
  return above !== undefined && world.roleOf(account, above) !== undefined;
};

export function permissionShape(
  permission: Permission & { inheritedFrom?: string },
): drive_v3.Schema$Permission {
  const { inheritedFrom: _, ...own } = permission;
  return { kind: 'drive#permission', ...own, deleted: false, pendingOwner: false };
}

/** Fields answered when the call names none. */
export const DEFAULT_FILE = 'kind,id,name,mimeType,driveId,teamDriveId';
export const DEFAULT_PERMISSION = 'kind,id,type,role,allowFileDiscovery';
