import { ApiError } from '../errors.ts';
import { atLeast, RANK, type World } from '../world.ts';
import { below, flag, one, type Params, visibleFile } from './access.ts';
import { pageStart, pageToken } from './files.ts';
import type { DriveFile, Permission } from './model.ts';
import { permissionShape } from './shape.ts';

export interface PermissionBody {
  type?: Permission['type'];
  role?: string;
  emailAddress?: string;
  domain?: string;
  expirationTime?: string | null;
  allowFileDiscovery?: boolean;
}

const isSharer = (world: World, account: string, file: DriveFile): boolean =>
  atLeast(world.roleOf(account, file), 'writer');

function requireSharer(world: World, account: string, file: DriveFile): void {
  if (!isSharer(world, account, file))
    throw new ApiError(403, 'The user does not have sufficient permissions for this file.', {
      reason: 'insufficientFilePermissions',
    });
}

/** What a file of a Shared Drive inherits is listed too, and says so. */
function entries(world: World, file: DriveFile): (Permission & { inheritedFrom?: string })[] {
  const list = new Map<string, Permission & { inheritedFrom?: string }>();
  for (const item of world.permissionsOf(file)) {
    if (item.expirationTime && Date.parse(item.expirationTime) <= world.clock()) continue;
    const known = list.get(item.id);
    if (!known || RANK.indexOf(item.role) > RANK.indexOf(known.role)) list.set(item.id, item);
  }
  return [...list.values()];
}

function shape(world: World, file: DriveFile, item: Permission & { inheritedFrom?: string }): object {
  const named = item.emailAddress ? { displayName: nameOf(world, item.emailAddress) } : {};
  const details =
    file.driveId === undefined
      ? {}
      : {
          permissionDetails: [
            {
              permissionType: item.inheritedFrom === file.driveId ? 'member' : 'file',
              role: item.role,
              inherited: item.inheritedFrom !== undefined,
              ...(item.inheritedFrom === undefined ? {} : { inheritedFrom: item.inheritedFrom }),
            },
          ],
        };
  return { ...permissionShape(item), ...named, ...details };
}

const nameOf = (world: World, email: string): string =>
  world.accounts.get(email)?.displayName ?? email.split('@')[0]!;

export function listPermissions(world: World, account: string, params: Params, fileId: string): object {
  const file = visibleFile(world, account, params, fileId);
  requireSharer(world, account, file);
  const all = entries(world, file);
  // a Shared Drive gives pages of 100 at most, My Drive everything at once unless asked otherwise
  const asked = Number(one(params, 'pageSize') ?? (file.driveId === undefined ? all.length || 1 : 100));
  const size = Math.min(Math.max(asked, 1), 100);
  const from = pageStart(one(params, 'pageToken'));
  return {
    kind: 'drive#permissionList',
    ...(from + size < all.length ? { nextPageToken: pageToken(from + size) } : {}),
    permissions: all.slice(from, from + size).map((item) => shape(world, file, item)),
  };
}

export function getPermission(
  world: World,
  account: string,
  params: Params,
  fileId: string,
  id: string,
): object {
  const file = visibleFile(world, account, params, fileId);
  return shape(world, file, find(world, file, id));
}

export function createPermission(
  world: World,
  account: string,
  params: Params,
  fileId: string,
  body: PermissionBody,
): object {
  const file = visibleFile(world, account, params, fileId);
  requireSharer(world, account, file);
  const type = body.type ?? 'user';
  const role = body.role ?? 'reader';
  requireRoleAllowed(file, role);
  if ((type === 'user' || type === 'group') && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(body.emailAddress ?? ''))
    throw new ApiError(
      400,
      'The specified emailAddress is invalid or not applicable for the given permission type.',
      {
        reason: 'invalidSharingRequest',
      },
    );
  if (type === 'domain' && !body.domain)
    throw new ApiError(
      400,
      'The specified domain is invalid or not applicable for the given permission type.',
      {
        reason: 'invalid',
      },
    );
  const id = idOf(world, type, body);
  requireExpiration(world, type, body.expirationTime);
  const before = world.viewersOf(file.id);
  const old = file.permissions.find((item) => item.id === id);
  const next: Permission = {
    id,
    type,
    role: old?.role === 'owner' ? 'owner' : role,
    ...(body.emailAddress ? { emailAddress: body.emailAddress } : {}),
    ...(type === 'domain' ? { domain: body.domain! } : {}),
    ...(type === 'domain' || type === 'anyone'
      ? { allowFileDiscovery: body.allowFileDiscovery ?? false }
      : {}),
    ...(body.expirationTime ? { expirationTime: new Date(body.expirationTime).toISOString() } : {}),
  };
  file.permissions = [...file.permissions.filter((item) => item.id !== id), next];
  noted(world, file, before);
  if ((type === 'user' || type === 'group') && one(params, 'sendNotificationEmail') !== 'false') {
    const message = one(params, 'emailMessage');
    world.mails.push({ to: body.emailAddress!, fileId: file.id, role, ...(message ? { message } : {}) });
  }
  return shape(world, file, next);
}

export function updatePermission(
  world: World,
  account: string,
  params: Params,
  fileId: string,
  id: string,
  body: PermissionBody,
): object {
  const file = visibleFile(world, account, params, fileId);
  requireSharer(world, account, file);
  const item = own(world, file, id);
  if (body.role !== undefined) requireRoleAllowed(file, body.role);
  requireExpiration(world, item.type, body.expirationTime);
  const before = world.viewersOf(file.id);
  const next: Permission = { ...item, role: body.role ?? item.role };
  if (body.expirationTime) next.expirationTime = new Date(body.expirationTime).toISOString();
  if (flag(params, 'removeExpiration') || body.expirationTime === null) delete next.expirationTime;
  file.permissions = file.permissions.map((entry) => (entry === item ? next : entry));
  noted(world, file, before);
  return shape(world, file, next);
}

export function deletePermission(
  world: World,
  account: string,
  params: Params,
  fileId: string,
  id: string,
): void {
  const file = visibleFile(world, account, params, fileId);
  // everybody may take himself off a file
  if (id !== world.permissionIdOf(account)) requireSharer(world, account, file);
  const item = own(world, file, id);
  if (item.role === 'owner')
    throw new ApiError(403, 'The owner of a file cannot be removed.', {
      reason: 'insufficientFilePermissions',
    });
  const before = world.viewersOf(file.id);
  file.permissions = file.permissions.filter((entry) => entry !== item);
  noted(world, file, before);
}

function noted(world: World, file: DriveFile, before: string[]): void {
  world.changed(file.id, before);
  for (const child of below(world, file.id)) world.changed(child.id, before);
}

function find(world: World, file: DriveFile, id: string): Permission & { inheritedFrom?: string } {
  const item = entries(world, file).find((entry) => entry.id === id);
  if (!item) throw new ApiError(404, `Permission not found: ${id}.`);
  return item;
}

/** A permission given on this very file. */
function own(world: World, file: DriveFile, id: string): Permission {
  const item = file.permissions.find((entry) => entry.id === id);
  if (item) return item;
  find(world, file, id);
  throw new ApiError(403, 'Cannot delete or change an inherited permission.', {
    reason: 'cannotModifyInheritedPermission',
  });
}

function idOf(world: World, type: Permission['type'], body: PermissionBody): string {
  if (type === 'anyone') return body.allowFileDiscovery ? 'anyone' : 'anyoneWithLink';
  if (type === 'domain') return `${world.permissionIdOf(body.domain!)}k`;
  return world.permissionIdOf(body.emailAddress!);
}

function requireRoleAllowed(file: DriveFile, role: string): void {
  if (role === 'owner')
    throw new ApiError(
      403,
      "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
      {
        reason: 'forbidden',
      },
    );
  if (file.driveId === undefined && (role === 'organizer' || role === 'fileOrganizer'))
    throw new ApiError(403, 'The specified role is only valid for items within shared drives.', {
      reason: 'invalidSharingRequest',
    });
}

/** Documented on Permission.expirationTime: users and groups only, in the future, within a year. */
function requireExpiration(world: World, type: string, time: string | null | undefined): void {
  if (!time) return;
  const bad = (message: string): ApiError => new ApiError(403, message, { reason: 'cannotSetExpiration' });
  if (type !== 'user' && type !== 'group')
    throw bad('Expiration dates can only be set on user and group permissions.');
  const at = Date.parse(time);
  if (at <= world.clock()) throw bad('The expiration date must be in the future.');
  if (at > world.clock() + 366 * 86_400_000)
    throw bad('The expiration date cannot be more than one year in the future.');
}
