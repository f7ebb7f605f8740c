import { ApiError } from '../errors.ts';
import type { World } from '../world.ts';
import { flag, one, type Params } from './access.ts';
import { fileShape } from './shape.ts';

export const startPageToken = (world: World): object => ({
  kind: 'drive#startPageToken',
  startPageToken: String(world.changes.length + 1),
});

/** Changes since a token, each file once at its last change, as this account sees them. */
export function listChanges(world: World, account: string, params: Params): object {
  const token = one(params, 'pageToken') ?? '';
  const [, from, till] = /^(\d+)(?:-(\d+))?$/.exec(token) ?? [];
  if (from === undefined || Number(from) > world.changes.length + 1)
    throw new ApiError(400, 'Invalid Value', { reason: 'invalid' });
  const all = flag(params, 'includeItemsFromAllDrives');
  if (all && !flag(params, 'supportsAllDrives'))
    throw new ApiError(
      403,
      'The includeItemsFromAllDrives parameter requires supportsAllDrives to be true.',
      { reason: 'teamDrivesSupportRequired' },
    );
  const end = till === undefined ? world.changes.length : Number(till);
  const window = world.changes.slice(Number(from) - 1, end);
  const size = Math.min(Math.max(Number(one(params, 'pageSize') ?? 100), 1), 1000);
  const driveId = one(params, 'driveId');
  const last = new Map(window.map((change) => [change.fileId, change.sequence]));
  const lost = new Set(window.filter((change) => change.lost.includes(account)).map(({ fileId }) => fileId));
  const changes: object[] = [];
  let next: number | undefined;
  for (const change of window) {
    if (last.get(change.fileId) !== change.sequence) continue;
    const file = world.files.get(change.fileId);
    const visible = file !== undefined && world.roleOf(account, file) !== undefined;
    if (visible && !all && file.driveId !== undefined) continue;
    if (visible && driveId !== undefined && file.driveId !== driveId) continue;
    if (!visible && (!lost.has(change.fileId) || one(params, 'includeRemoved') === 'false')) continue;
    if (changes.length === size) {
      next = change.sequence;
      break;
    }
    changes.push({
      kind: 'drive#change',
      type: 'file',
      changeType: 'file',
      time: change.time,
      removed: !visible,
      fileId: change.fileId,
      ...(visible ? { file: fileShape(world, account, file) } : {}),
    });
  }
  return {
    kind: 'drive#changeList',
    ...(next === undefined ? { newStartPageToken: String(end + 1) } : { nextPageToken: `${next}-${end}` }),
    changes,
  };
}
