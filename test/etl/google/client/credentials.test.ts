import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCredentials } from '../../../../etl/google/client/credentials.ts';
import { testKey } from './test-key.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'msoko-key-'));
});

async function read(content: unknown) {
  const path = join(dir, 'key.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readCredentials(path);
}

const service = { type: 'service_account', client_email: 'robot@example.org', private_key: testKey };
const user = { type: 'authorized_user', client_id: 'id', client_secret: 'hush', refresh_token: 'long' };

describe('readCredentials', () => {
  it('reads the key of a service account', async () => {
    expect(await read({ ...service, private_key_id: 'k1', token_uri: 'https://elsewhere.example' })).toEqual({
      type: 'service_account',
      email: 'robot@example.org',
      key: testKey,
      keyId: 'k1',
    });
  });

  it('reads the file of a user, whose address is often empty', async () => {
    expect(await read({ ...user, account: '' })).toEqual({
      type: 'authorized_user',
      clientId: 'id',
      clientSecret: 'hush',
      refreshToken: 'long',
    });
  });

  it.each([
    ['no JSON', '{"type":', /повреждён/],
    ['a list', '[]', /неизвестного вида/],
    ['another kind', { type: 'external_account' }, /неизвестного вида/],
    [
      'the description of an app',
      { installed: { client_id: 'id', client_secret: 'hush' } },
      /вход ещё не выполнен/,
    ],
    ['missing fields', { ...service, client_email: ' ' }, /client_email/],
    ['a token that is missing', { ...user, refresh_token: undefined }, /refresh_token/],
    ['a broken key', { ...service, private_key: testKey.replace(/[A-Z]{3}/, '---') }, /private_key/],
  ])('%s is an error that tells no secret', async (_, content, message) => {
    const error = await read(content).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      name: 'GoogleError',
      code: 'credentials',
      message: expect.stringMatching(message),
    });
    const all = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`;
    for (const secret of ['hush', 'long', 'PRIVATE KEY']) expect(all).not.toContain(secret);
  });

  it('a missing file', async () => {
    await expect(readCredentials(join(dir, 'none.json'))).rejects.toMatchObject({ code: 'credentials' });
  });
});
