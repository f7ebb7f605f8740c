import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Google } from '../../etl/google/client/google.ts';
import { GoogleError } from '../../etl/google/client/google-error.ts';
import { clientOf } from './client.ts';
import { FOLDER, SPREADSHEET } from './drive/model.ts';
import { type GoogleServer, startGoogle } from './server.ts';

let g: GoogleServer;
let google: Google;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-11-22T06:00:00Z');
  g = await startGoogle({ clock: () => now });
  google = await clientOf(g);
});
afterEach(() => g.stop());

const all = { supportsAllDrives: true, includeItemsFromAllDrives: true };
const drive = <T>(request: () => Promise<{ data: T }>): Promise<T> => google.call('drive', request);
const refusal = async (
  request: () => Promise<{ data: unknown }>,
): Promise<[string, number | undefined, string | undefined]> => {
  const error = (await drive(request).catch((caught: unknown) => caught)) as GoogleError;
  expect(error).toBeInstanceOf(GoogleError);
  return [error.code, error.status, error.reason];
};
const create = (requestBody: object, more: object = {}) =>
  drive(() => google.drive.files.create({ supportsAllDrives: true, requestBody, fields: 'id', ...more }));

describe('files', () => {
  it('lists by parent, kind, mark and bin, page by page', async () => {
    for (let n = 1; n <= 5; n++)
      await create({
        name: `Школа ${n}`,
        mimeType: SPREADSHEET,
        parents: [g.folderId],
        appProperties: { msokoKind: n === 5 ? 'ministry' : 'workbook' },
      });
    await create({ name: 'Папка', mimeType: FOLDER, parents: [g.folderId] });
    const list = async (q: string, more: object = {}) => {
      const names: string[] = [];
      for (let pageToken: string | undefined; ; ) {
        const page = await drive(() =>
          google.drive.files.list({
            ...all,
            q,
            orderBy: 'name',
            fields: 'nextPageToken,files(name)',
            ...more,
            ...(pageToken ? { pageToken } : {}),
          }),
        );
        names.push(...(page.files ?? []).map((file) => file.name!));
        pageToken = page.nextPageToken ?? undefined;
        if (pageToken === undefined) return names;
      }
    };
    const here = `'${g.folderId}' in parents and trashed = false`;
    expect(await list(here, { pageSize: 2 })).toEqual([
      'Папка',
      'Школа 1',
      'Школа 2',
      'Школа 3',
      'Школа 4',
      'Школа 5',
    ]);
    expect(await list(`${here} and mimeType = '${FOLDER}'`)).toEqual(['Папка']);
    expect(await list(`${here} and (name = 'Школа 1' or name contains 'Пап')`)).toEqual(['Папка', 'Школа 1']);
    expect(
      await list("appProperties has { key='msokoKind' and value='ministry' } and not trashed = true"),
    ).toEqual(['Школа 5']);
    const [first] = (await drive(() => google.drive.files.list({ ...all, q: "name = 'Школа 1'" }))).files!;
    g.people.trash(first!.id!);
    expect(await list(here)).not.toContain('Школа 1');
    expect(await refusal(() => google.drive.files.list({ ...all, q: 'colour = 1' }))).toEqual([
      'bad_request',
      400,
      'invalid',
    ]);
  });

  it('without a word about Shared Drives their files are not there', async () => {
    const { id } = await create({ name: 'Школа', mimeType: SPREADSHEET, parents: [g.folderId] });
    expect(await refusal(() => google.drive.files.get({ fileId: id! }))).toEqual([
      'not_found',
      404,
      'notFound',
    ]);
    expect((await drive(() => google.drive.files.list({ q: "name = 'Школа'" }))).files).toEqual([]);
    expect(
      await refusal(() => google.drive.files.create({ requestBody: { parents: [g.folderId] } })),
    ).toEqual(['not_found', 404, 'notFound']);
  });

  it('a service account owns nothing: My Drive has no room for its files', async () => {
    for (const parents of [[g.personalFolderId], undefined])
      expect(
        await refusal(() =>
          google.drive.files.create({
            requestBody: { mimeType: SPREADSHEET, ...(parents ? { parents } : {}) },
          }),
        ),
      ).toEqual(['storage_quota', 403, 'storageQuotaExceeded']);
    const person = await clientOf(g, { person: true });
    const made = await person.call('drive', () =>
      person.drive.files.create({
        requestBody: { mimeType: SPREADSHEET, parents: [g.personalFolderId] },
        fields: 'ownedByMe',
      }),
    );
    expect(made).toEqual({ ownedByMe: true });
  });

  it('shows 404 to strangers and 403 to readers', async () => {
    const id = g.people.newBook('Чужая', `root-${g.world.permissionIdOf(g.owner)}`);
    const rename = () => google.drive.files.update({ fileId: id, requestBody: { name: 'Моя' } });
    expect(await refusal(rename)).toEqual(['not_found', 404, 'notFound']);
    g.people.share(id, g.serviceAccount, 'reader');
    expect(await refusal(rename)).toEqual(['forbidden', 403, 'insufficientFilePermissions']);
    g.people.share(id, g.serviceAccount, 'writer');
    await drive(rename);
    expect(g.people.book(id).properties.title).toBe('Моя');
    // Sheets says 403 where Drive says 404
    g.people.unshare(id);
    const read = google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: id }));
    await expect(read).rejects.toMatchObject({ code: 'forbidden', status: 403 });
    const none = google.call('sheets_read', () =>
      google.sheets.spreadsheets.get({ spreadsheetId: 'nowhere' }),
    );
    await expect(none).rejects.toMatchObject({ code: 'not_found', status: 404 });
  });

  it('marks are added and taken off one by one', async () => {
    const { id } = await create({
      name: 'К',
      mimeType: SPREADSHEET,
      parents: [g.folderId],
      appProperties: { a: '1', b: '2' },
    });
    const { appProperties } = await drive(() =>
      google.drive.files.update({
        fileId: id!,
        supportsAllDrives: true,
        requestBody: { appProperties: { a: null, c: '3' } as never },
        fields: 'appProperties',
      }),
    );
    expect(appProperties).toEqual({ b: '2', c: '3' });
  });

  it('answers four fields unless asked for more', async () => {
    const { id } = await create({ name: 'К', mimeType: SPREADSHEET, parents: [g.folderId] });
    const file = await drive(() => google.drive.files.get({ fileId: id!, supportsAllDrives: true }));
    expect(Object.keys(file).sort()).toEqual(['driveId', 'id', 'kind', 'mimeType', 'name', 'teamDriveId']);
  });
});

describe('changes', () => {
  const since = async (pageToken: string, more: object = {}) => {
    const answer = await drive(() =>
      google.drive.changes.list({
        ...all,
        pageToken,
        fields: 'nextPageToken,newStartPageToken,changes(fileId,removed,file(name,trashed))',
        ...more,
      }),
    );
    return answer;
  };
  const start = async () =>
    (await drive(() => google.drive.changes.getStartPageToken({ supportsAllDrives: true }))).startPageToken!;

  it('tells each changed file once, and what was lost from sight', async () => {
    const [one, two, three] = ['1', '2', '3'].map((name) => g.people.newBook(name, g.folderId));
    const token = await start();
    expect((await since(token)).changes).toEqual([]);
    g.people.type(one!, 'Sheet1', 'A1', 1);
    g.people.trash(two!);
    g.people.type(one!, 'Sheet1', 'A1', 2);
    g.people.unshare(three!);
    const answer = await since(token);
    expect(answer.changes).toEqual([
      { fileId: two, removed: false, file: { name: '2', trashed: true } },
      { fileId: one, removed: false, file: { name: '1', trashed: false } },
      { fileId: three, removed: true },
    ]);
    expect((await since(answer.newStartPageToken!)).changes).toEqual([]);
  });

  it('comes in pages whose last one carries the next start', async () => {
    const token = await start();
    for (let n = 0; n < 5; n++) g.people.newBook(`${n}`, g.folderId);
    const seen: string[] = [];
    let page = await since(token, { pageSize: 2 });
    for (;;) {
      seen.push(...page.changes!.map((change) => change.file!.name!));
      if (!page.nextPageToken) break;
      expect(page.newStartPageToken).toBeUndefined();
      page = await since(page.nextPageToken, { pageSize: 2 });
    }
    expect(seen).toEqual(['0', '1', '2', '3', '4']);
    expect((await since(page.newStartPageToken!)).changes).toEqual([]);
  });

  it('refuses a token it never gave', async () => {
    expect(await refusal(() => google.drive.changes.list({ ...all, pageToken: '999999' }))).toEqual([
      'bad_request',
      400,
      'invalid',
    ]);
  });
});

describe('permissions', () => {
  let id: string;
  beforeEach(async () => {
    id = (await create({ name: 'Министерству', mimeType: SPREADSHEET, parents: [g.folderId] })).id!;
  });
  const grant = (requestBody: object, more: object = {}) =>
    drive(() =>
      google.drive.permissions.create({
        fileId: id,
        supportsAllDrives: true,
        requestBody,
        fields: '*',
        ...more,
      }),
    );
  const list = async () =>
    (
      await drive(() =>
        google.drive.permissions.list({
          fileId: id,
          supportsAllDrives: true,
          fields: 'permissions(emailAddress,role,type,expirationTime,domain,permissionDetails(inherited))',
        }),
      )
    ).permissions!;

  it('gives, changes, ends and takes away', async () => {
    const till = '2026-12-31T00:00:00.000Z';
    const { id: permission } = await grant(
      { type: 'user', role: 'reader', emailAddress: 'clerk@ministry.example', expirationTime: till },
      { sendNotificationEmail: false },
    );
    await grant({ type: 'domain', role: 'reader', domain: 'ministry.example' });
    expect(await list()).toEqual([
      {
        type: 'user',
        role: 'reader',
        emailAddress: 'clerk@ministry.example',
        expirationTime: till,
        permissionDetails: [{ inherited: false }],
      },
      {
        type: 'domain',
        role: 'reader',
        domain: 'ministry.example',
        permissionDetails: [{ inherited: false }],
      },
      { type: 'user', role: 'organizer', emailAddress: g.owner, permissionDetails: [{ inherited: true }] },
      {
        type: 'user',
        role: 'fileOrganizer',
        emailAddress: g.serviceAccount,
        permissionDetails: [{ inherited: true }],
      },
    ]);
    expect(g.world.mails).toEqual([]);
    now = Date.parse('2027-01-01T00:00:00Z');
    expect((await list()).map((item) => item.emailAddress)).not.toContain('clerk@ministry.example');
    await expect(
      drive(() =>
        google.drive.permissions.delete({ fileId: id, permissionId: permission!, supportsAllDrives: true }),
      ),
    ).resolves.toBeFalsy();
  });

  it('the same person twice is one permission', async () => {
    const body = { type: 'user', role: 'reader', emailAddress: 'clerk@ministry.example' };
    const [a, b] = [await grant(body), await grant({ ...body, role: 'commenter' })];
    expect(a.id).toBe(b.id);
    expect((await list()).filter((item) => item.emailAddress === body.emailAddress)).toHaveLength(1);
    expect(g.world.mails).toHaveLength(2);
  });

  it.each([
    [
      'a date in the past',
      { type: 'user', role: 'reader', emailAddress: 'a@b.example', expirationTime: '2026-01-01T00:00:00Z' },
    ],
    ['a date for everybody', { type: 'anyone', role: 'reader', expirationTime: '2026-12-31T00:00:00Z' }],
    [
      'a date beyond a year',
      { type: 'user', role: 'reader', emailAddress: 'a@b.example', expirationTime: '2028-01-01T00:00:00Z' },
    ],
    ['no mailbox', { type: 'user', role: 'reader', emailAddress: 'nobody' }],
  ])('refuses %s', async (_, requestBody) => {
    const [, status] = await refusal(() =>
      google.drive.permissions.create({ fileId: id, supportsAllDrives: true, requestBody }),
    );
    expect([400, 403]).toContain(status);
  });
});

describe('accounts', () => {
  it('about tells who calls, and wants to know what is asked', async () => {
    const { user } = await drive(() => google.drive.about.get({ fields: 'user(emailAddress)' }));
    expect(user).toEqual({ emailAddress: g.serviceAccount });
    expect(await refusal(() => google.drive.about.get())).toEqual(['bad_request', 400, 'required']);
  });

  it('a narrow token opens no more than it says', async () => {
    const reader = await clientOf(g, { scopeNames: ['spreadsheets.readonly', 'drive.metadata.readonly'] });
    const id = g.people.newBook('К', g.folderId);
    await reader.call('sheets_read', () => reader.sheets.spreadsheets.get({ spreadsheetId: id }));
    await expect(
      reader.call('sheets_write', () =>
        reader.sheets.spreadsheets.values.update({
          spreadsheetId: id,
          range: 'A1',
          valueInputOption: 'RAW',
          requestBody: { values: [[1]] },
        }),
      ),
    ).rejects.toMatchObject({ status: 403, reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' });
  });

  it('an API switched off, a revoked person, a lost account', async () => {
    g.world.enabled.delete('drive');
    expect((await refusal(() => google.drive.about.get({ fields: 'user' })))[0]).toBe('api_disabled');
    const person = await clientOf(g, { person: true });
    g.world.accounts.get(g.owner)!.refreshToken = 'revoked';
    await expect(
      person.call('drive', () => person.drive.about.get({ fields: 'user' })),
    ).rejects.toMatchObject({
      code: 'credentials',
    });
    g.world.accounts.get(g.serviceAccount)!.disabled = true;
    const late = await clientOf(g);
    await expect(late.call('drive', () => late.drive.about.get({ fields: 'user' }))).rejects.toMatchObject({
      code: 'credentials',
    });
  });
});
