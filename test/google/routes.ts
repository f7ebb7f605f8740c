/** The methods this server answers: id, verb, path and the scopes any one of which opens it (from the discovery documents). */
export interface Route {
  readonly id: string;
  readonly verb: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly scopes: readonly string[];
  /** Which quota of Sheets a call spends. */
  readonly quota?: 'Read' | 'Write';
}

const DRIVE = ['drive'];
const DRIVE_WRITE = ['drive', 'drive.file'];
const DRIVE_READ = ['drive', 'drive.file', 'drive.readonly'];
const DRIVE_META = [...DRIVE_READ, 'drive.metadata', 'drive.metadata.readonly'];
const SHEETS_READ = ['drive', 'drive.file', 'drive.readonly', 'spreadsheets', 'spreadsheets.readonly'];
const SHEETS_WRITE = ['drive', 'drive.file', 'spreadsheets'];

const TABLE: readonly [id: string, verb: string, path: string, scopes: readonly string[]][] = [
  ['sheets.spreadsheets.create', 'POST', '/v4/spreadsheets', SHEETS_WRITE],
  ['sheets.spreadsheets.get', 'GET', '/v4/spreadsheets/{spreadsheetId}', SHEETS_READ],
  ['sheets.spreadsheets.batchUpdate', 'POST', '/v4/spreadsheets/{spreadsheetId}:batchUpdate', SHEETS_WRITE],
  [
    'sheets.spreadsheets.values.batchGet',
    'GET',
    '/v4/spreadsheets/{spreadsheetId}/values:batchGet',
    SHEETS_READ,
  ],
  [
    'sheets.spreadsheets.values.batchUpdate',
    'POST',
    '/v4/spreadsheets/{spreadsheetId}/values:batchUpdate',
    SHEETS_WRITE,
  ],
  [
    'sheets.spreadsheets.values.batchClear',
    'POST',
    '/v4/spreadsheets/{spreadsheetId}/values:batchClear',
    SHEETS_WRITE,
  ],
  [
    'sheets.spreadsheets.values.clear',
    'POST',
    '/v4/spreadsheets/{spreadsheetId}/values/{range}:clear',
    SHEETS_WRITE,
  ],
  ['sheets.spreadsheets.values.get', 'GET', '/v4/spreadsheets/{spreadsheetId}/values/{range}', SHEETS_READ],
  [
    'sheets.spreadsheets.values.update',
    'PUT',
    '/v4/spreadsheets/{spreadsheetId}/values/{range}',
    SHEETS_WRITE,
  ],
  [
    'sheets.spreadsheets.developerMetadata.search',
    'POST',
    '/v4/spreadsheets/{spreadsheetId}/developerMetadata:search',
    SHEETS_WRITE,
  ],
  ['drive.about.get', 'GET', '/drive/v3/about', DRIVE_META],
  ['drive.changes.getStartPageToken', 'GET', '/drive/v3/changes/startPageToken', DRIVE_META],
  ['drive.changes.list', 'GET', '/drive/v3/changes', DRIVE_META],
  ['drive.drives.list', 'GET', '/drive/v3/drives', [...DRIVE, 'drive.readonly']],
  ['drive.drives.get', 'GET', '/drive/v3/drives/{driveId}', [...DRIVE, 'drive.readonly']],
  ['drive.files.generateIds', 'GET', '/drive/v3/files/generateIds', DRIVE_WRITE],
  ['drive.files.list', 'GET', '/drive/v3/files', DRIVE_META],
  ['drive.files.create', 'POST', '/drive/v3/files', DRIVE_WRITE],
  ['drive.files.create', 'POST', '/upload/drive/v3/files', DRIVE_WRITE],
  ['drive.files.get', 'GET', '/drive/v3/files/{fileId}', DRIVE_META],
  ['drive.files.update', 'PATCH', '/drive/v3/files/{fileId}', [...DRIVE_WRITE, 'drive.metadata']],
  ['drive.files.delete', 'DELETE', '/drive/v3/files/{fileId}', DRIVE_WRITE],
  ['drive.files.copy', 'POST', '/drive/v3/files/{fileId}/copy', DRIVE_WRITE],
  ['drive.permissions.list', 'GET', '/drive/v3/files/{fileId}/permissions', DRIVE_META],
  ['drive.permissions.create', 'POST', '/drive/v3/files/{fileId}/permissions', DRIVE_WRITE],
  ['drive.permissions.get', 'GET', '/drive/v3/files/{fileId}/permissions/{permissionId}', DRIVE_META],
  ['drive.permissions.update', 'PATCH', '/drive/v3/files/{fileId}/permissions/{permissionId}', DRIVE_WRITE],
  ['drive.permissions.delete', 'DELETE', '/drive/v3/files/{fileId}/permissions/{permissionId}', DRIVE_WRITE],
];

const routes: readonly Route[] = TABLE.map(([id, verb, path, scopes]) => {
  const names: string[] = [];
  const source = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return '([^/:]+)';
  });
  const quota = id.startsWith('sheets.')
    ? /get$|batchGet$|search$/i.test(id)
      ? 'Read'
      : 'Write'
    : undefined;
  return {
    id,
    verb,
    pattern: new RegExp(`^${source}$`),
    names,
    scopes: scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
    ...(quota ? { quota } : {}),
  };
});

export const methodIds: readonly string[] = [...new Set(TABLE.map(([id]) => id))];

/** The first route that fits, with the parameters of its path. */
export function matchRoute(
  verb: string,
  path: string,
): { route: Route; path: Record<string, string> } | undefined {
  for (const route of routes) {
    if (route.verb !== verb) continue;
    const hit = route.pattern.exec(path);
    if (!hit) continue;
    const entries = route.names.map((name, i) => [name, decodeURIComponent(hit[i + 1]!)] as const);
    return { route, path: Object.fromEntries(entries) };
  }
  return undefined;
}
