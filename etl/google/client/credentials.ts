import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { googleClientTexts } from '../../../shared/texts/google-client.ts';
import { credentialsError } from './google-error.ts';

/** What a key file says. Secret: never logged, never part of an error. */
export type GoogleCredentials =
  | {
      readonly type: 'service_account';
      readonly email: string;
      readonly key: string;
      readonly keyId?: string;
    }
  | {
      readonly type: 'authorized_user';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly refreshToken: string;
      readonly email?: string;
    };

const texts = googleClientTexts.credentials;

/**
 * Reads the key of a service account or the file of a user who has signed in (the two kinds of Google's application
 * default credentials that need no other program). Throws GoogleError `credentials`.
 */
export async function readCredentials(path: string): Promise<GoogleCredentials> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw credentialsError(texts.unreadable(path));
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw credentialsError(texts.notJson(path));
  }
  return toCredentials(json, path);
}

function toCredentials(json: unknown, path: string): GoogleCredentials {
  const fields = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  if ('installed' in fields || 'web' in fields) throw credentialsError(texts.isClient(path));
  const missing: string[] = [];
  const field = (name: string): string => {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
    missing.push(name);
    return '';
  };
  const optional = (name: string) =>
    typeof fields[name] === 'string' ? (fields[name] as string) : undefined;
  let credentials: GoogleCredentials;
  if (fields.type === 'service_account') {
    const keyId = optional('private_key_id');
    credentials = {
      type: 'service_account',
      email: field('client_email'),
      key: field('private_key'),
      ...(keyId !== undefined && { keyId }),
    };
  } else if (fields.type === 'authorized_user') {
    const email = optional('account') || undefined;
    credentials = {
      type: 'authorized_user',
      clientId: field('client_id'),
      clientSecret: field('client_secret'),
      refreshToken: field('refresh_token'),
      ...(email !== undefined && { email }),
    };
  } else throw credentialsError(texts.unknownKind(path));
  if (missing.length > 0) throw credentialsError(texts.incomplete(path, missing));
  if (credentials.type === 'service_account' && !isPrivateKey(credentials.key))
    throw credentialsError(texts.badKey(path));
  return credentials;
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
