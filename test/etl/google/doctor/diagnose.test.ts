import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { diagnoseGoogle } from '../../../../etl/google/doctor/diagnose.ts';
import type { Finding } from '../../../../etl/google/doctor/finding.ts';
import { hintOf, proxyOf, reachFindings } from '../../../../etl/google/doctor/reach.ts';
import { readConfig } from '../../../../etl/workspace/config.ts';
import { workspacePaths } from '../../../../etl/workspace/paths.ts';
import { type GoogleServer, startGoogle } from '../../../google/server.ts';

let google: GoogleServer;
let dir: string;

beforeAll(async () => {
  google = await startGoogle();
});
afterAll(() => google.stop());
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'msoko-doctor-'));
  cpSync(google.credentialsFile, join(dir, 'key.json'));
  chmodSync(join(dir, 'key.json'), 0o600);
  vi.stubEnv('MSOKO_GOOGLE_ROOT', google.root);
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  google.faults.clear();
  google.world.enabled.add('sheets').add('drive');
  google.world.accounts.get(google.serviceAccount)!.disabled = false;
});

async function diagnose(settings: object = {}, key: string | null = 'key.json'): Promise<Finding[]> {
  const config = {
    schoolYear: '2025/26',
    google: { folder: google.folderId, ...(key !== null && { credentials: key }), ...settings },
  };
  const paths = workspacePaths(dir);
  writeFileSync(paths.config, JSON.stringify(config));
  return diagnoseGoogle({ config: await readConfig(paths.config), paths });
}

/** `google.folder good`, in order. */
const states = (findings: readonly Finding[]) => findings.map(({ check, state }) => `${check} ${state}`);
const found = (findings: readonly Finding[], check: string) => findings.find((f) => f.check === check);

const start = ['google.key good', 'google.root advice', 'google.reach good'];
const open = [...start, 'google.token good', 'google.drive good', 'google.sheets good'];

describe('doctor --google', () => {
  it('finds everything in order, in few calls and without changing anything', async () => {
    const before = google.log.length;
    const findings = await diagnose();
    expect(states(findings)).toEqual([
      ...open,
      'google.folder good',
      'google.role good',
      'google.books advice',
    ]);
    expect(found(findings, 'google.key')?.text).toContain(google.serviceAccount);
    expect(found(findings, 'google.folder')?.text).toContain('общем диске');
    const calls = google.log.slice(before).map(({ method }) => method);
    expect(calls.filter((method) => /create|update|delete|batchUpdate/.test(method))).toEqual([]);
    expect(calls.length).toBeLessThanOrEqual(6);
    expect(google.violations).toEqual([]);
  });

  it('says that there is nothing to check without Google', async () => {
    const paths = workspacePaths(dir);
    writeFileSync(paths.config, '{"schoolYear":"2025/26"}');
    const findings = await diagnoseGoogle({ config: await readConfig(paths.config), paths });
    expect(states(findings)).toEqual(['google.settings bad']);
  });

  it.each<[string, string, RegExp]>([
    ['nothing.json', '', /не найден/],
    ['broken.json', '{"type":', /не читается как JSON/],
    ['kind.json', '{"type":"external_account"}', /неизвестного вида/],
    ['client.json', '{"installed":{"client_id":"x"}}', /вход ещё не выполнен/],
    ['half.json', '{"type":"service_account","client_email":"a@b.example"}', /нет полей: private_key/],
    [
      'pem.json',
      '{"type":"service_account","client_email":"a@b.example","private_key":"x"}',
      /испорчено поле/,
    ],
  ])('names what is wrong with %s', async (name, text, words) => {
    if (text !== '') writeFileSync(join(dir, name), text);
    const findings = await diagnose({}, name);
    expect(states(findings)).toEqual(['google.key bad']);
    expect(findings[0]).toMatchObject({
      text: expect.stringMatching(words),
      hint: expect.stringMatching(/.{10}/),
    });
  });

  it('says that no key is named anywhere', async () => {
    const findings = await diagnose({}, null);
    expect(findings).toMatchObject([
      { check: 'google.key', state: 'bad', text: expect.stringContaining('Не указан') },
    ]);
  });

  it.skipIf(process.platform === 'win32')('warns of a key that others can read or get', async () => {
    chmodSync(join(dir, 'key.json'), 0o644);
    expect(found(await diagnose(), 'google.key_rights')).toMatchObject({
      state: 'advice',
      hint: expect.stringContaining('chmod 600'),
    });
    mkdirSync(join(dir, 'outbox'));
    cpSync(join(dir, 'key.json'), join(dir, 'outbox', 'key.json'));
    expect(found(await diagnose({}, 'outbox/key.json'), 'google.key_place')?.state).toBe('bad');
  });

  it('says that the service account is disabled or its key deleted, and asks nothing further', async () => {
    google.world.accounts.get(google.serviceAccount)!.disabled = true;
    const findings = await diagnose();
    expect(states(findings)).toEqual([...start, 'google.token bad']);
    expect(findings.at(-1)?.hint).toContain('Service Accounts');
  });

  it('says that a login was revoked, or its application deleted', async () => {
    const person = JSON.parse(readFileSync(google.userCredentialsFile, 'utf8')) as Record<string, string>;
    const write = (change: object) =>
      writeFileSync(join(dir, 'key.json'), JSON.stringify({ ...person, ...change }), { mode: 0o600 });
    write({ refresh_token: '1//revoked' });
    expect((await diagnose()).at(-1)).toMatchObject({
      check: 'google.token',
      hint: expect.stringContaining('Testing'),
    });
    write({ client_id: 'gone' });
    expect((await diagnose()).at(-1)).toMatchObject({
      check: 'google.token',
      text: expect.stringContaining('Приложение'),
    });
  });

  it('tells a person what their login is not enough for', async () => {
    const person = JSON.parse(readFileSync(google.userCredentialsFile, 'utf8')) as Record<string, string>;
    const scopes = ['spreadsheets', 'drive.metadata.readonly'].map(
      (s) => `https://www.googleapis.com/auth/${s}`,
    );
    writeFileSync(join(dir, 'key.json'), JSON.stringify({ ...person, scopes }), { mode: 0o600 });
    const owner = google.world.accounts.get(google.owner)!;
    const granted = owner.granted;
    try {
      owner.granted = scopes;
      const findings = await diagnose({ folder: google.personalFolderId });
      expect(found(findings, 'google.manage')).toMatchObject({
        state: 'advice',
        hint: expect.stringContaining('--manage'),
      });
      expect(findings.filter(({ state }) => state === 'bad')).toEqual([]);
      owner.granted = scopes.slice(1);
      expect(found(await diagnose(), 'google.sheets')).toMatchObject({
        state: 'bad',
        text: expect.stringContaining('без прав'),
      });
      owner.granted = scopes.slice(0, 1);
      expect(found(await diagnose(), 'google.drive')).toMatchObject({
        state: 'bad',
        text: expect.stringContaining('без прав'),
      });
    } finally {
      owner.granted = granted;
    }
  });

  it.each(['drive', 'sheets'] as const)('names the API that is off: %s', async (api) => {
    google.world.enabled.delete(api);
    expect(found(await diagnose(), `google.${api}`)).toMatchObject({
      state: 'bad',
      text: expect.stringContaining('не включён'),
      hint: expect.stringContaining(`https://console.cloud.google.com/apis/library/${api}.googleapis.com`),
    });
  });

  it('names the mailbox to share the folder with', async () => {
    for (const folder of ['1NoSuchFolderNoSuchFolderNoSuchFolder', hiddenFolder()]) {
      expect((await diagnose({ folder })).at(-1)).toMatchObject({
        check: 'google.folder',
        state: 'bad',
        hint: expect.stringContaining(google.serviceAccount),
      });
    }
  });

  it('says that the folder may only be read', async () => {
    const folder = google.world.files.get(google.personalFolderId)!;
    const permission = folder.permissions.find((p) => p.emailAddress === google.serviceAccount)!;
    permission.role = 'reader';
    try {
      expect(found(await diagnose({ folder: folder.id }), 'google.role')).toMatchObject({
        state: 'bad',
        hint: expect.stringContaining(`${google.serviceAccount} на «Редактор»`),
      });
    } finally {
      permission.role = 'writer';
    }
  });

  it('says that a folder is in the bin, or is a file', async () => {
    const folder = google.world.files.get(google.personalFolderId)!;
    folder.trashed = true;
    try {
      expect((await diagnose({ folder: folder.id })).at(-1)?.text).toContain('в корзине');
    } finally {
      folder.trashed = false;
    }
    const book = google.people.newBook('Книга', google.folderId);
    expect((await diagnose({ folder: book })).at(-1)?.text).toContain('файл, а не папка');
  });

  it('looks after what was shared with the ministry: there, in the bin, gone', async () => {
    const [there, binned] = ['a', 'b'].map((name) => google.people.newBook(name, google.folderId));
    google.people.trash(binned!);
    mkdirSync(join(dir, 'store'));
    const state = { a: { spreadsheet: there }, b: { spreadsheet: binned }, c: { spreadsheet: 'deleted' } };
    writeFileSync(join(dir, 'store', 'google-ministry.json'), JSON.stringify(state));
    const told = (await diagnose()).filter(({ check }) => check === 'google.ministry');
    expect(told).toMatchObject([
      { state: 'good' },
      { state: 'advice', text: expect.stringContaining('в корзине'), hint: expect.stringContaining('share') },
      { state: 'advice', text: expect.stringContaining('удалена') },
    ]);
  });

  it('knows that a service account has no room on a personal drive', async () => {
    expect(found(await diagnose({ folder: google.personalFolderId }), 'google.room')).toMatchObject({
      state: 'bad',
      hint: expect.stringContaining('общий диск'),
    });
    google.people.newBook('Книга школы', google.personalFolderId);
    const findings = await diagnose({ folder: google.personalFolderId });
    expect(found(findings, 'google.room')?.state).toBe('advice');
    expect(found(findings, 'google.books')).toMatchObject({
      state: 'good',
      text: expect.stringContaining(': 1 '),
    });
  });

  it('tells a limited pace, and settings that Google will not honour', async () => {
    const findings = await diagnose({ readsPerMinute: 100 });
    expect(found(findings, 'google.quota')).toMatchObject({
      state: 'advice',
      text: expect.stringContaining('(60)'),
    });
    google.faults.add({ on: 'drive.about.get', fail: 'rate403', times: 50, retryAfter: 60 });
    expect(found(await diagnose(), 'google.drive')).toMatchObject({
      state: 'bad',
      text: expect.stringContaining('ограничил'),
    });
  });
});

describe('the way to Google', () => {
  it('compares the clocks', async () => {
    const shifted = (minutes: number) => reachFindings(google.root, () => Date.now() + minutes * 60_000);
    expect(states(await shifted(0))).toEqual(['google.root advice', 'google.reach good']);
    expect(states(await shifted(1))).not.toContain('google.clock bad');
    expect(found(await shifted(7), 'google.clock')?.text).toBe('Часы компьютера спешат на 7 минут');
    expect(found(await shifted(-61), 'google.clock')?.text).toBe('Часы компьютера отстают на 61 минуту');
  });

  it('says that nobody answers', async () => {
    const gone = await startGoogle();
    await gone.stop();
    expect(await reachFindings(gone.root)).toMatchObject([
      { check: 'google.root' },
      { check: 'google.reach', state: 'bad', text: 'Нет связи с Google (ECONNREFUSED)' },
    ]);
  });

  it.each([
    ['ENOTFOUND', undefined, /DNS.*HTTPS_PROXY/],
    ['ECONNREFUSED', undefined, /443/],
    ['ETIMEDOUT', undefined, /долго/],
    ['SELF_SIGNED_CERT_IN_CHAIN', undefined, /NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'proxy:3128', /NODE_EXTRA_CA_CERTS/],
    ['ECONNRESET', 'proxy:3128', /адрес прокси-сервера/],
  ])('advises for %s', (word, proxy, hint) => {
    expect(hintOf(word, proxy)).toMatch(hint);
  });

  it('shows a proxy without its password', () => {
    expect(proxyOf({ HTTPS_PROXY: 'http://user:secret@proxy.example:3128' })).toBe('proxy.example:3128');
    expect(proxyOf({ https_proxy: 'proxy' })).toBe('?');
    expect(proxyOf({})).toBeUndefined();
  });
});

/** A folder that was never shared with the service account. */
function hiddenFolder(): string {
  const shared = google.world.files.get(google.personalFolderId)!;
  const id = '1HiddenFolderHiddenFolderHiddenFolder';
  google.world.files.set(id, {
    ...shared,
    id,
    permissions: shared.permissions.filter((p) => p.emailAddress !== google.serviceAccount),
  });
  return id;
}
