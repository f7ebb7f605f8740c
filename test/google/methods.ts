import { type Call, maskOf } from './call.ts';
import { driveMethods } from './drive/methods.ts';
import { DEFAULT_FILE, DEFAULT_PERMISSION } from './drive/shape.ts';
import { ApiError } from './errors.ts';
import { project } from './mask.ts';
import { sheetsMethods } from './sheets/methods.ts';

const methods = { ...sheetsMethods, ...driveMethods };

/** What Drive answers when the call names no fields. */
const DEFAULT_FIELDS: Record<string, string> = {
  'drive.files.get': DEFAULT_FILE,
  'drive.files.create': DEFAULT_FILE,
  'drive.files.update': DEFAULT_FILE,
  'drive.files.copy': DEFAULT_FILE,
  'drive.files.list': `kind,incompleteSearch,nextPageToken,files(${DEFAULT_FILE})`,
  'drive.changes.list': `kind,nextPageToken,newStartPageToken,changes(kind,type,changeType,time,removed,fileId,file(${DEFAULT_FILE}))`,
  'drive.permissions.list': `kind,nextPageToken,permissions(${DEFAULT_PERMISSION})`,
  'drive.permissions.get': DEFAULT_PERMISSION,
  'drive.permissions.create': DEFAULT_PERMISSION,
  'drive.permissions.update': DEFAULT_PERMISSION,
};

/** Carries out a call; undefined stands for 204 No Content. */
export function perform(method: string, call: Call): unknown {
  const handler = methods[method];
  if (!handler) throw new ApiError(501, `The test server does not imitate ${method}.`);
  // a bad mask is refused before anything is done
  const mask = maskOf(call, DEFAULT_FIELDS[method]);
  const answer = handler(call);
  return answer === undefined ? undefined : project(answer, mask);
}
