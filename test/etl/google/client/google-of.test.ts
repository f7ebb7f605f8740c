import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { googleOf } from '../../../../etl/google/client/google.ts';
import type { GooglePurpose } from '../../../../etl/google/client/scopes.ts';
import { readConfig } from '../../../../etl/workspace/config.ts';
import { workspacePaths } from '../../../../etl/workspace/paths.ts';
import { startScripted } from './scripted-server.ts';
import { testKey } from './test-key.ts';

let server: Awaited<ReturnType<typeof startScripted>>;
let root: string;
beforeAll(async () => {
  server = await startScripted();
  root = await mkdtemp(join(tmpdir(), 'msoko-google-of-'));
  await mkdir(join(root, 'keys'));
  for (const name of ['keys/own.json', 'other.json']) {
    const email = name === 'other.json' ? 'other@example.org' : 'own@example.org';
    const key = { type: 'service_account', client_email: email, private_key: testKey };
    await writeFile(join(root, name), JSON.stringify(key));
  }
});
afterAll(() => server.stop());
afterEach(() => vi.unstubAllEnvs());

async function workspace(google?: object) {
  const paths = workspacePaths(root);
  await writeFile(paths.config, JSON.stringify({ schoolYear: '2024/25', ...(google && { google }) }));
  return { paths, config: await readConfig(paths.config) };
}
const folder = '1AbCdEfGhIjKlMn';

describe('googleOf', () => {
  it('is nothing without a folder', async () => {
    expect(await googleOf(await workspace(), 'write')).toBeUndefined();
  });

  it('takes the key of the settings, below the workspace, before that of the environment', async () => {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', join(root, 'other.json'));
    const own = await workspace({ folder, credentials: 'keys/own.json' });
    expect((await googleOf(own, 'pull'))?.account).toBe('own@example.org');
    expect((await googleOf(await workspace({ folder }), 'pull'))?.account).toBe('other@example.org');
  });

  it('says that there is no key', async () => {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '');
    await expect(googleOf(await workspace({ folder }), 'pull')).rejects.toMatchObject({
      code: 'credentials',
      hint: expect.stringContaining('google.credentials'),
    });
  });

  it('refuses to send tokens to another machine without encryption', async () => {
    vi.stubEnv('MSOKO_GOOGLE_ROOT', 'http://google.example.org');
    const own = await workspace({ folder, credentials: 'keys/own.json' });
    await expect(googleOf(own, 'pull')).rejects.toMatchObject({ code: 'root' });
  });

  it.each<[GooglePurpose, string[]]>([
    ['pull', ['spreadsheets.readonly', 'drive.metadata.readonly']],
    ['write', ['spreadsheets', 'drive.metadata.readonly']],
    ['manage', ['spreadsheets', 'drive']],
  ])('%s asks for no more than %j', async (purpose, scopes) => {
    vi.stubEnv('MSOKO_GOOGLE_ROOT', server.root);
    server.play([{ status: 200, body: { files: [] } }]);
    const google = (await googleOf(await workspace({ folder, credentials: 'keys/own.json' }), purpose))!;
    await google.call('drive', () => google.drive.files.list({}));
    const assertion = new URLSearchParams(server.state.seen[0]?.body).get('assertion') ?? '';
    const claims = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString());
    expect(claims.scope.split(' ')).toEqual(
      scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
    );
  });
});
