import { ApiError } from '../errors.ts';
import { atLeast, type World } from '../world.ts';
import type { DriveFile } from './model.ts';

/** Parameters of a call as the query gives them; repeated ones as lists. */
export type Params = Record<string, string | string[] | undefined>;

export const one = (params: Params, name: string): string | undefined => {
  const value = params[name];
  return Array.isArray(value) ? value[0] : value;
};

export const flag = (params: Params, name: string): boolean => one(params, name) === 'true';

export const notFound = (id: string): ApiError => new ApiError(404, `File not found: ${id}.`);

/**
 * The file if the account sees it and the caller knows Shared Drives.
 * @throws ApiError 404 for what is not there, not shared, or in a Shared Drive without `supportsAllDrives`
 */
export function visibleFile(world: World, account: string, params: Params, id: string): DriveFile {
  const file = world.files.get(id === 'root' ? rootOf(world, account) : id);
  if (!file || world.roleOf(account, file) === undefined) throw notFound(id);
  if (file.driveId !== undefined && !flag(params, 'supportsAllDrives')) throw notFound(id);
  return file;
}

export function requireRole(world: World, account: string, file: DriveFile, role: string): void {
  if (!atLeast(world.roleOf(account, file), role))
    throw new ApiError(403, 'The user does not have sufficient permissions for this file.', {
      reason: 'insufficientFilePermissions',
    });
}

/** Everyone has a folder «My Drive». */
export const rootOf = (world: World, account: string): string => `root-${world.permissionIdOf(account)}`;

/** Children of a folder, the folder's own id included. */
export function below(world: World, id: string): DriveFile[] {
  const children = [...world.files.values()].filter((file) => file.parents.includes(id));
  return children.flatMap((file) => [file, ...below(world, file.id)]);
}

/** A file is in the bin when a folder above it is. */
export function isTrashed(world: World, file: DriveFile): boolean {
  if (file.trashed) return true;
  const above = file.parents[0] === undefined ? undefined : world.files.get(file.parents[0]);
  return above !== undefined && isTrashed(world, above);
}
