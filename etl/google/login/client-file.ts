import { readFile } from 'node:fs/promises';
import { googleLoginTexts as texts } from '../../../shared/texts/google-login.ts';
import { LoginError } from './login-error.ts';

/** The installed application in whose name a person signs in. Its secret is none (RFC 8252), yet it is not shown. */
export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
}

/**
 * Reads the file of an OAuth client of type «Desktop app». Its addresses are ignored on purpose: a changed file must not
 * send the code elsewhere. Throws LoginError.
 */
export async function readClient(path: string): Promise<OAuthClient> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new LoginError('login.client', texts.clientUnreadable(path));
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new LoginError('login.client', texts.clientNotJson(path));
  }
  const file = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  if (file.type === 'service_account' || file.type === 'authorized_user')
    throw new LoginError('login.client', texts.clientIsKey(path));
  if (file.web !== undefined && file.installed === undefined)
    throw new LoginError('login.client', texts.clientIsWeb(path));
  const { client_id: id, client_secret: secret } = (file.installed ?? {}) as Record<string, unknown>;
  const missing = [
    ...(typeof id === 'string' && id !== '' ? [] : ['installed.client_id']),
    ...(typeof secret === 'string' && secret !== '' ? [] : ['installed.client_secret']),
  ];
  if (missing.length > 0) throw new LoginError('login.client', texts.clientIncomplete(path, missing));
  return { id: id as string, secret: secret as string };
}
