import { readCredentials } from '../../etl/google/client/credentials.ts';
import { type Google, type GoogleOptions, openGoogle } from '../../etl/google/client/google.ts';
import type { GoogleServer } from './server.ts';

const SCOPES = ['spreadsheets', 'drive'];

/** The product's own client, signed in to a test server; unpaced, unless asked otherwise. */
export async function clientOf(
  server: GoogleServer,
  options: Partial<GoogleOptions> & { person?: boolean; scopeNames?: readonly string[] } = {},
): Promise<Google> {
  const { person, scopeNames = SCOPES, ...rest } = options;
  return openGoogle({
    credentials: await readCredentials(person ? server.userCredentialsFile : server.credentialsFile),
    scopes: scopeNames.map((scope) => `https://www.googleapis.com/auth/${scope}`),
    root: server.root,
    readsPerMinute: 100_000,
    writesPerMinute: 100_000,
    deadlineSeconds: 5,
    ...rest,
  });
}
