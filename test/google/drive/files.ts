import { ApiError, badRequest } from '../errors.ts';
import { newBook } from '../sheets/create.ts';
import { copyBook } from '../sheets/model.ts';
import { atLeast, type World } from '../world.ts';
import { below, flag, notFound, one, type Params, requireRole, rootOf, visibleFile } from './access.ts';
import { type DriveFile, FOLDER, type Permission, SPREADSHEET } from './model.ts';
import { parseQuery } from './query.ts';
import { fileShape } from './shape.ts';

export interface FileBody {
  id?: string;
  name?: string;
  mimeType?: string;
  parents?: string[];
  trashed?: boolean;
  description?: string;
  appProperties?: Record<string, string | null>;
  properties?: Record<string, string | null>;
}

/** Where a new file comes to lie, and whose it becomes. */
function placeOf(world: World, account: string, params: Params, parents: string[] | undefined) {
  if (parents && parents.length > 1)
    throw new ApiError(400, 'A file cannot have more than one parent.', {
      reason: 'multipleParentsNotSupported',
    });
  const id = parents?.[0] ?? rootOf(world, account);
  const drive = world.drives.get(id);
  if (drive) {
    const role = drive.permissions.find((item) => world.applies(item, account))?.role;
    if (!flag(params, 'supportsAllDrives') || role === undefined) throw notFound(id);
    if (!atLeast(role, 'writer')) throw forbidden();
    return { parents: [id], driveId: id };
  }
  if (id === rootOf(world, account) || id === 'root')
    return { parents: [rootOf(world, account)], owner: account };
  const folder = visibleFile(world, account, params, id);
  if (folder.mimeType !== FOLDER)
    throw new ApiError(403, 'The specified parent is not a folder.', { reason: 'parentNotAFolder' });
  if (!atLeast(world.roleOf(account, folder), 'writer')) throw forbidden();
  return folder.driveId === undefined
    ? { parents: [id], owner: account }
    : { parents: [id], driveId: folder.driveId };
}

const forbidden = (): ApiError =>
  new ApiError(403, 'Insufficient permissions for the specified parent.', {
    reason: 'insufficientParentPermissions',
  });

/** Files of a service account would lie in a My Drive of 0 bytes (Google's wording of 2025). */
function requireQuota(world: World, owner: string | undefined, mimeType: string): void {
  if (owner === undefined || mimeType === FOLDER) return;
  if (world.accounts.get(owner)?.kind !== 'service') return;
  throw new ApiError(
    403,
    'Service Accounts do not have storage quota. Leverage shared drives (https://developers.google.com/workspace/drive/api/guides/about-shareddrives), or use OAuth delegation (http://support.google.com/a/answer/7281227) instead.',
    { reason: 'storageQuotaExceeded', domain: 'usageLimits' },
  );
}

export function createFile(
  world: World,
  account: string,
  params: Params,
  body: FileBody,
  content?: Buffer,
): DriveFile {
  const mimeType = body.mimeType ?? 'application/octet-stream';
  const place = placeOf(world, account, params, body.parents);
  requireQuota(world, place.owner, mimeType);
  if (body.id !== undefined) {
    // documented: ids made beforehand serve folders and uploads, not documents of Google's own
    if (mimeType === SPREADSHEET)
      throw new ApiError(400, 'Generated IDs are not supported for Docs Editors formats.', {
        reason: 'generatedIdsNotSupported',
      });
    if (world.files.has(body.id))
      throw new ApiError(409, 'A file already exists with the provided ID.', { reason: 'fileIdInUse' });
  }
  const file = addFile(world, account, {
    ...place,
    id: body.id,
    name: body.name ?? (mimeType === FOLDER ? 'Untitled' : 'Untitled spreadsheet'),
    mimeType,
    content,
    description: body.description,
    appProperties: merged({}, body.appProperties),
    properties: merged({}, body.properties),
  });
  return file;
}

/** Puts a file into the world and notes the change. */
export function addFile(
  world: World,
  account: string,
  wanted: Partial<DriveFile> & { name: string; mimeType: string; parents: string[] },
): DriveFile {
  const id = wanted.id ?? world.freshId('file');
  const owner = wanted.owner;
  const permissions: Permission[] =
    owner === undefined
      ? []
      : [{ id: world.permissionIdOf(owner), type: 'user', role: 'owner', emailAddress: owner }];
  const file: DriveFile = {
    trashed: false,
    appProperties: {},
    properties: {},
    permissions,
    version: 1,
    ...wanted,
    id,
    createdTime: world.now(),
    modifiedTime: world.now(),
    lastModifyingUser: account,
  };
  world.files.set(id, file);
  if (file.mimeType === SPREADSHEET && !world.books.has(id))
    world.books.set(id, newBook(id, { title: file.name }));
  world.changed(id);
  return file;
}

export function listFiles(world: World, account: string, params: Params): object {
  const q = one(params, 'q');
  const all = flag(params, 'includeItemsFromAllDrives');
  if (all && !flag(params, 'supportsAllDrives'))
    throw new ApiError(
      403,
      'The includeItemsFromAllDrives parameter requires supportsAllDrives to be true.',
      { reason: 'teamDrivesSupportRequired' },
    );
  const driveId = one(params, 'driveId');
  const corpora = one(params, 'corpora') ?? one(params, 'corpus') ?? 'user';
  if ((corpora === 'drive') !== (driveId !== undefined))
    throw badRequest('The driveId parameter must be specified if and only if corpora is set to drive.');
  if (driveId !== undefined) {
    const drive = world.drives.get(driveId);
    if (!drive?.permissions.some((item) => world.applies(item, account)))
      throw new ApiError(404, `Shared drive not found: ${driveId}`);
  }
  if (corpora !== 'user' && !all)
    throw badRequest('The includeItemsFromAllDrives parameter must be set to true for this corpora.');
  const test = q === undefined ? () => true : parseQuery(q, world, account, rootOf(world, account));
  const found = [...world.files.values()].filter(
    (file) =>
      (all || file.driveId === undefined) &&
      (driveId === undefined || file.driveId === driveId) &&
      listed(world, account, file) &&
      test(file),
  );
  const order = one(params, 'orderBy');
  found.sort(sorter(order));
  const size = Math.min(Math.max(Number(one(params, 'pageSize') ?? 100), 1), 1000);
  const from = pageStart(one(params, 'pageToken'));
  const page = found.slice(from, from + size);
  const next = from + size < found.length ? { nextPageToken: pageToken(from + size) } : {};
  return {
    kind: 'drive#fileList',
    incompleteSearch: false,
    ...next,
    files: page.map((file) => fileShape(world, account, file)),
  };
}

/** «Anyone with the link» opens a file, it does not list it. */
const listed = (world: World, account: string, file: DriveFile): boolean =>
  world.permissionsOf(file).some((item) => item.type !== 'anyone' && world.applies(item, account));

function sorter(order: string | undefined): (a: DriveFile, b: DriveFile) => number {
  const keys = (order ?? 'modifiedTime desc').split(',').map((key) => key.trim().split(' '));
  return (a, b) => {
    for (const [key, direction] of keys) {
      const pick = (file: DriveFile): string | number =>
        key === 'folder'
          ? file.mimeType === FOLDER
            ? 0
            : 1
          : key === 'name' || key === 'name_natural'
            ? file.name
            : key === 'createdTime'
              ? file.createdTime
              : file.modifiedTime;
      const [x, y] = [pick(a), pick(b)];
      if (x !== y) return (x < y ? -1 : 1) * (direction === 'desc' ? -1 : 1);
    }
    return 0;
  };
}

export const pageToken = (from: number): string => `~!!~${Buffer.from(`page ${from}`).toString('base64url')}`;

export function pageStart(token: string | undefined): number {
  if (token === undefined) return 0;
  const hit = /^page (\d+)$/.exec(Buffer.from(token.replace('~!!~', ''), 'base64url').toString());
  if (!hit) throw new ApiError(400, 'Invalid Value', { reason: 'invalid' });
  return Number(hit[1]);
}

export function updateFile(
  world: World,
  account: string,
  params: Params,
  id: string,
  body: FileBody,
): DriveFile {
  const file = visibleFile(world, account, params, id);
  const before = world.viewersOf(file.id);
  const families = below(world, file.id).map((child) => ({ child, before: world.viewersOf(child.id) }));
  requireRole(world, account, file, 'writer');
  if (body.parents !== undefined)
    throw new ApiError(
      403,
      'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
      { reason: 'fieldNotWritable' },
    );
  if (body.trashed !== undefined && body.trashed !== file.trashed) {
    requireRole(world, account, file, file.driveId === undefined ? 'owner' : 'fileOrganizer');
    file.trashed = body.trashed;
  }
  if (body.name !== undefined && body.name !== file.name) {
    file.name = body.name;
    const book = world.books.get(file.id);
    if (book) book.properties = { ...book.properties, title: body.name };
  }
  if (body.description !== undefined) file.description = body.description;
  file.appProperties = merged(file.appProperties, body.appProperties);
  file.properties = merged(file.properties, body.properties);
  moveFile(world, account, params, file);
  touch(world, file, account, before);
  for (const item of families) world.changed(item.child.id, item.before);
  return file;
}

function moveFile(world: World, account: string, params: Params, file: DriveFile): void {
  const add = one(params, 'addParents')?.split(',') ?? [];
  const remove = one(params, 'removeParents')?.split(',') ?? [];
  if (add.length === 0 && remove.length === 0) return;
  if (add.length > 1 || (add.length === 1 && remove.length === 0 && file.parents.length > 0))
    throw new ApiError(403, 'Increasing the number of parents is not allowed', {
      reason: 'cannotAddParent',
    });
  const [parent] = add;
  if (parent === undefined) {
    file.parents = file.parents.filter((item) => !remove.includes(item));
    return;
  }
  const place = placeOf(world, account, params, [parent]);
  file.parents = place.parents;
  file.driveId = place.driveId;
  if (place.driveId !== undefined) {
    file.owner = undefined;
    file.permissions = file.permissions.filter(({ role }) => role !== 'owner');
  }
}

/** Any change: a new version, a new time, a line in the log. */
export function touch(world: World, file: DriveFile, account: string, before: readonly string[] = []): void {
  file.version++;
  file.modifiedTime = world.now();
  file.lastModifyingUser = account;
  world.changed(file.id, before);
}

export function copyFile(
  world: World,
  account: string,
  params: Params,
  id: string,
  body: FileBody,
): DriveFile {
  const source = visibleFile(world, account, params, id);
  if (source.mimeType === FOLDER)
    throw new ApiError(403, 'This file cannot be copied by the user.', { reason: 'cannotCopyFile' });
  const place = placeOf(world, account, params, body.parents ?? source.parents);
  requireQuota(world, place.owner, source.mimeType);
  const copyId = world.freshId('file');
  const name = body.name ?? `Copy of ${source.name}`;
  const book = world.books.get(source.id);
  if (book) {
    const copied = copyBook(book);
    world.books.set(copyId, { ...copied, id: copyId, properties: { ...copied.properties, title: name } });
  }
  return addFile(world, account, {
    ...place,
    id: copyId,
    name,
    mimeType: source.mimeType,
    content: source.content,
    // «Make a copy» takes the custom properties along: a copy of a marked file is marked too
    appProperties: merged(source.appProperties, body.appProperties),
    properties: merged(source.properties, body.properties),
  });
}

export function deleteFile(world: World, account: string, params: Params, id: string): void {
  const file = visibleFile(world, account, params, id);
  requireRole(world, account, file, file.driveId === undefined ? 'owner' : 'organizer');
  for (const item of [...below(world, file.id), file]) {
    const before = world.viewersOf(item.id);
    world.files.delete(item.id);
    world.books.delete(item.id);
    world.deletedFiles.add(item.id);
    world.changed(item.id, before);
  }
}

/** null removes a property. */
function merged(
  old: Record<string, string>,
  change: Record<string, string | null> | undefined,
): Record<string, string> {
  const result = { ...old };
  for (const [key, value] of Object.entries(change ?? {})) {
    if (value === null) delete result[key];
    else {
      // documented: at most 124 bytes of key and value together
      if (Buffer.byteLength(key) + Buffer.byteLength(value) > 124)
        throw new ApiError(403, 'The size of a property is limited to 124 bytes.', {
          reason: 'propertyTooLarge',
        });
      result[key] = value;
    }
  }
  if (Object.keys(result).length > 30)
    throw new ApiError(403, 'The maximum number of properties is 30 per application.', {
      reason: 'tooManyProperties',
    });
  return result;
}
