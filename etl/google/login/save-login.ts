import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { googleLoginTexts as texts } from '../../../shared/texts/google-login.ts';
import type { WorkspacePaths } from '../../workspace/paths.ts';
import type { OAuthClient } from './client-file.ts';
import type { Consent } from './exchange.ts';
import { isHandedOut } from './handed-out.ts';
import { LoginError } from './login-error.ts';

/** Where programs keep a user's settings on this system. */
export function defaultLoginFile(env: NodeJS.ProcessEnv = process.env, home: string = homedir()): string {
  const folder =
    process.platform === 'win32'
      ? (env.APPDATA ?? path.join(home, 'AppData', 'Roaming'))
      : (env.XDG_CONFIG_HOME ?? path.join(home, '.config'));
  return path.join(folder, 'msoko', 'google-user.json');
}

/** Throws LoginError for a folder whose files are handed out, and for a file that is something else. */
export async function checkLoginFile(file: string, paths: WorkspacePaths): Promise<void> {
  if (isHandedOut(file, paths)) throw new LoginError('login.published', texts.published(file));
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text !== undefined && !isLogin(text)) throw new LoginError('login.other_file', texts.otherFile(file));
}

function isLogin(text: string): boolean {
  try {
    return (JSON.parse(text) as { type?: unknown }).type === 'authorized_user';
  } catch {
    return false;
  }
}

/** Writes the login as Google's own tools do (`authorized_user`), whole or not at all, readable by its owner only. */
export async function saveLogin(file: string, client: OAuthClient, consent: Consent): Promise<void> {
  const json = {
    type: 'authorized_user',
    client_id: client.id,
    client_secret: client.secret,
    refresh_token: consent.refreshToken,
    ...(consent.account !== undefined && { account: consent.account }),
    scopes: consent.scopes,
  };
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.tmp`;
  // a file left behind might be readable by others: it must be ours from its first byte
  await rm(temporary, { force: true });
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(json, null, 2)}\n`);
    await handle.sync();
    await handle.close();
    await rename(temporary, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}
