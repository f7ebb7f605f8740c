import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../../etl/cli/main.ts';
import { readCredentials } from '../../../../etl/google/client/credentials.ts';
import { readClient } from '../../../../etl/google/login/client-file.ts';
import { signIn } from '../../../../etl/google/login/sign-in.ts';
import { type GoogleServer, startGoogle } from '../../../google/server.ts';

const at = 'https://www.googleapis.com/auth/';
const night = [`${at}spreadsheets`, `${at}drive.metadata.readonly`];
const manage = [`${at}spreadsheets`, `${at}drive`];

let google: GoogleServer;
let dir: string;
beforeAll(async () => {
  google = await startGoogle();
});
afterAll(() => google.stop());
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'msoko-login-'));
  writeFileSync(join(dir, 'msoko.config.json'), '{"schoolYear":"2025/26"}');
  writeFileSync(join(dir, 'client.json'), clientFile());
});

const clientFile = (kind = 'installed') =>
  JSON.stringify({
    [kind]: {
      client_id: google.oauth.client.id,
      client_secret: google.oauth.client.secret,
      // a changed file must not send the code elsewhere
      token_uri: 'https://evil.example/token',
      auth_uri: 'https://evil.example/auth',
    },
  });

/** What the person's browser does at the address: says yes and comes back. */
async function browse(address: string, change: (back: URLSearchParams) => void = () => undefined) {
  const asked = new URL(address).searchParams;
  const redirect = asked.get('redirect_uri')!;
  const back = new URLSearchParams({
    state: asked.get('state')!,
    code: google.oauth.consent(
      google.owner,
      asked.get('scope')!.split(' '),
      redirect,
      asked.get('code_challenge')!,
    ),
    scope: asked.get('scope')!,
  });
  change(back);
  const response = await fetch(`${redirect}/?${back}`);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** The command as a person calls it; `visit` acts when the address is shown. */
async function login(visit: (address: string) => unknown, ...args: string[]) {
  let out = '';
  let log = '';
  const visits: unknown[] = [];
  vi.stubEnv('MSOKO_GOOGLE_ROOT', google.root);
  const code = await main(['login', '--client', 'client.json', '--out', 'key/google.json', ...args], dir, {
    out: async (text) => {
      out += text;
    },
    log: (text) => {
      log += text;
      const address = /http\S+\/o\/oauth2\/v2\/auth\S+/.exec(text)?.[0];
      if (address) visits.push(visit(address));
    },
    interactive: false,
  });
  vi.unstubAllEnvs();
  return { code, out, log, visits: await Promise.all(visits) };
}

describe('msoko login', () => {
  it('leads through the browser to a key that only its owner can read and that the client can use', async () => {
    const said = await login((address) => browse(address));
    expect(said.code).toBe(0);
    expect(said.visits).toMatchObject([{ status: 200, text: expect.stringContaining('Вход выполнен.') }]);
    const file = join(dir, 'key', 'google.json');
    expect(said.out).toContain(file);
    expect(said.out).toContain(google.owner);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ type: 'authorized_user', scopes: night });
    const credentials = await readCredentials(file);
    expect(credentials).toMatchObject({ type: 'authorized_user', email: google.owner });
    // neither the key nor the code is shown anywhere
    const secret = (credentials as { refreshToken: string }).refreshToken;
    expect(said.out + said.log).not.toContain(secret);
    expect(said.out + said.log).not.toContain(google.oauth.client.secret);
  });

  it('asks for the least rights, offline, with PKCE, and comes back to this machine', async () => {
    let asked = new URLSearchParams();
    await login((address) => {
      asked = new URL(address).searchParams;
      return browse(address);
    });
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: google.oauth.client.id,
      response_type: 'code',
      scope: night.join(' '),
      access_type: 'offline',
      prompt: 'consent',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    const more = await login(
      (address) => {
        asked = new URL(address).searchParams;
        return browse(address);
      },
      '--manage',
      '--json',
    );
    expect(asked.get('scope')).toBe(manage.join(' '));
    expect(JSON.parse(more.out)).toEqual({
      file: join(dir, 'key', 'google.json'),
      account: google.owner,
      scopes: manage,
    });
  });

  it.each<[string, (back: URLSearchParams) => void, string]>([
    [
      'the person says no',
      (back) => {
        back.delete('code');
        back.set('error', 'access_denied');
      },
      'login.denied',
    ],
    ['Google refuses', (back) => back.set('error', 'server_error'), 'login.refused'],
    ['the code is none', (back) => back.set('code', '4/invented'), 'login.exchange'],
  ])('says so when %s', async (_, change, code) => {
    const said = await login((address) => browse(address, change), '--json');
    expect(said.code).toBe(2);
    expect(JSON.parse(said.out)).toMatchObject({ error: { code } });
    expect(said.visits).toMatchObject([{ status: 400, text: expect.stringContaining('не выполнен') }]);
  });

  it('says which rights were left out', async () => {
    const said = await login(async (address) => {
      const url = new URL(address);
      url.searchParams.set('scope', night[0]!);
      return browse(url.href);
    }, '--json');
    expect(JSON.parse(said.out)).toMatchObject({
      error: { code: 'login.scopes', message: expect.stringContaining('сведений о файлах Диска') },
    });
  });

  it('does not heed a visitor who does not know the state, nor a second one', async () => {
    const said = await login(async (address) => {
      const redirect = new URL(address).searchParams.get('redirect_uri')!;
      const strangers = await Promise.all([
        fetch(`${redirect}/?code=4/stolen&state=guessed`),
        fetch(`${redirect}/?error=access_denied`),
        fetch(`${redirect}/favicon.ico`),
        fetch(`${redirect}/`, { method: 'POST' }),
      ]);
      return [strangers.map(({ status }) => status), (await browse(address)).status];
    });
    expect(said.visits).toEqual([[[400, 400, 404, 400], 200]]);
    expect(said.code).toBe(0);
  });

  it('gives up after its time', async () => {
    const client = await readClient(join(dir, 'client.json'));
    await expect(
      signIn({ client, scopes: night, port: 0, timeoutMs: 20, root: google.root, show: () => undefined }),
    ).rejects.toMatchObject({ name: 'LoginError', code: 'login.timeout' });
  });

  it.each([
    ['no client', ['login'], 'login.client'],
    ['a client that is not there', ['login', '--client', 'nowhere.json'], 'login.client'],
    ['a web client', ['login', '--client', 'web.json'], 'login.client'],
    ['a finished key', ['login', '--client', 'key.json'], 'login.client'],
    ['no JSON', ['login', '--client', 'text.json'], 'login.client'],
    ['a client without a secret', ['login', '--client', 'half.json'], 'login.client'],
    ['a port that is none', ['login', '--client', 'client.json', '--port', '80'], 'login.options'],
    ['minutes without end', ['login', '--client', 'client.json', '--minutes', '600'], 'login.options'],
    [
      'a place that is handed out',
      ['login', '--client', 'client.json', '--out', 'outbox/key.json'],
      'login.published',
    ],
    [
      'a place where another key lies',
      ['login', '--client', 'client.json', '--out', 'key.json'],
      'login.other_file',
    ],
  ])('refuses %s', async (_, args, code) => {
    writeFileSync(join(dir, 'web.json'), clientFile('web'));
    writeFileSync(join(dir, 'key.json'), '{"type":"service_account","client_email":"a@b.example"}');
    writeFileSync(join(dir, 'text.json'), 'client');
    writeFileSync(join(dir, 'half.json'), '{"installed":{"client_id":"x"}}');
    mkdirSync(join(dir, 'outbox'));
    let out = '';
    const streams = {
      out: async (text: string) => {
        out += text;
      },
      log: () => undefined,
      interactive: false,
    };
    expect(await main([...args, '--json'], dir, streams)).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { code } });
    expect(readFileSync(join(dir, 'key.json'), 'utf8')).toContain('service_account');
  });
});
