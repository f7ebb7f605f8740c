import { idIn, type Methods } from '../call.ts';
import { ApiError } from '../errors.ts';
import { flag, one, visibleFile } from './access.ts';
import { listChanges, startPageToken } from './changes.ts';
import { copyFile, createFile, deleteFile, type FileBody, listFiles, updateFile } from './files.ts';
import {
  createPermission,
  deletePermission,
  getPermission,
  listPermissions,
  type PermissionBody,
  updatePermission,
} from './permissions.ts';
import { fileShape } from './shape.ts';

/** Methods of Drive v3. */
export const driveMethods: Methods = {
  'drive.about.get'(call) {
    if (one(call.params, 'fields') === undefined)
      throw new ApiError(400, "The 'fields' parameter is required for this method.", { reason: 'required' });
    const account = call.world.accounts.get(call.account)!;
    return {
      kind: 'drive#about',
      user: {
        kind: 'drive#user',
        displayName: account.displayName,
        me: true,
        permissionId: call.world.permissionIdOf(account.email),
        emailAddress: account.email,
      },
      storageQuota:
        account.kind === 'service'
          ? { limit: '0', usage: '0', usageInDrive: '0', usageInDriveTrash: '0' }
          : { limit: '16106127360', usage: '1024', usageInDrive: '1024', usageInDriveTrash: '0' },
    };
  },

  'drive.changes.getStartPageToken': ({ world }) => startPageToken(world),
  'drive.changes.list': ({ world, account, params }) => listChanges(world, account, params),

  'drive.drives.list'({ world, account }) {
    const drives = [...world.drives.values()].filter(({ permissions }) =>
      permissions.some((item) => world.applies(item, account)),
    );
    return {
      kind: 'drive#driveList',
      drives: drives.map((drive) => ({ kind: 'drive#drive', id: drive.id, name: drive.name })),
    };
  },

  'drive.drives.get'(call) {
    const drive = call.world.drives.get(idIn(call, 'driveId'));
    const member = drive?.permissions.find((item) => call.world.applies(item, call.account));
    if (!drive || !member) throw new ApiError(404, `Shared drive not found: ${idIn(call, 'driveId')}`);
    return {
      kind: 'drive#drive',
      id: drive.id,
      name: drive.name,
      capabilities: { canAddChildren: member.role !== 'reader' && member.role !== 'commenter' },
    };
  },

  'drive.files.generateIds'(call) {
    const count = Number(one(call.params, 'count') ?? 10);
    return {
      kind: 'drive#generatedIds',
      space: 'drive',
      ids: Array.from({ length: count }, () => call.world.freshId('generated')),
    };
  },

  'drive.files.list': ({ world, account, params }) => listFiles(world, account, params),

  'drive.files.get'({ world, account, params }) {
    const drive = world.drives.get(one(params, 'fileId')!);
    if (
      drive &&
      flag(params, 'supportsAllDrives') &&
      drive.permissions.some((item) => world.applies(item, account))
    )
      return {
        kind: 'drive#file',
        id: drive.id,
        name: drive.name,
        mimeType: 'application/vnd.google-apps.folder',
        driveId: drive.id,
        trashed: false,
        capabilities: { canAddChildren: true },
      };
    return fileShape(world, account, visibleFile(world, account, params, one(params, 'fileId')!));
  },

  'drive.files.create': ({ world, account, params, body, content }) =>
    fileShape(world, account, createFile(world, account, params, (body ?? {}) as FileBody, content)),

  'drive.files.update': ({ world, account, params, body }) =>
    fileShape(
      world,
      account,
      updateFile(world, account, params, one(params, 'fileId')!, (body ?? {}) as FileBody),
    ),

  'drive.files.copy': ({ world, account, params, body }) =>
    fileShape(
      world,
      account,
      copyFile(world, account, params, one(params, 'fileId')!, (body ?? {}) as FileBody),
    ),

  'drive.files.delete'({ world, account, params }) {
    deleteFile(world, account, params, one(params, 'fileId')!);
  },

  'drive.permissions.list': ({ world, account, params }) =>
    listPermissions(world, account, params, one(params, 'fileId')!),

  'drive.permissions.get': ({ world, account, params }) =>
    getPermission(world, account, params, one(params, 'fileId')!, one(params, 'permissionId')!),

  'drive.permissions.create': ({ world, account, params, body }) =>
    createPermission(world, account, params, one(params, 'fileId')!, (body ?? {}) as PermissionBody),

  'drive.permissions.update': ({ world, account, params, body }) =>
    updatePermission(
      world,
      account,
      params,
      one(params, 'fileId')!,
      one(params, 'permissionId')!,
      (body ?? {}) as PermissionBody,
    ),

  'drive.permissions.delete'({ world, account, params }) {
    deletePermission(world, account, params, one(params, 'fileId')!, one(params, 'permissionId')!);
  },
};
