import { resolve } from 'node:path';
import { googleClientTexts } from '../../../shared/texts/google-client.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { readCredentials } from './credentials.ts';
import { type Google, type GoogleOptions, openGoogle } from './google.ts';
import { credentialsError } from './google-error.ts';
import { type GooglePurpose, scopesOf } from './scopes.ts';

/**
 * The client that a workspace asks for: key from the config (a path below the workspace) or
 * GOOGLE_APPLICATION_CREDENTIALS, address from MSOKO_GOOGLE_ROOT, the least scopes for the purpose. Undefined when the
 * config has no `google`. Throws GoogleError `credentials` or `root`.
 */
export async function googleOf(
  { config, paths }: Pick<Workspace, 'config' | 'paths'>,
  purpose: GooglePurpose,
  extra: Partial<GoogleOptions> = {},
): Promise<Google | undefined> {
  if (!config.google) return undefined;
  const credentials =
    extra.credentials ?? (await readCredentials(keyFile(config.google.credentials, paths.root)));
  const root = process.env.MSOKO_GOOGLE_ROOT;
  return openGoogle({
    scopes: scopesOf[purpose],
    readsPerMinute: config.google.readsPerMinute,
    writesPerMinute: config.google.writesPerMinute,
    ...(root !== undefined && root !== '' && { root }),
    ...extra,
    credentials,
  });
}

/** The key file that a workspace uses. Throws GoogleError `credentials` if neither place names one. */
export function keyFile(configured: string | undefined, root: string): string {
  if (configured !== undefined) return resolve(root, configured);
  const path = process.env.GOOGLE_APPLICATION_CREDENTIALS;
  if (path === undefined || path === '') throw credentialsError(googleClientTexts.credentials.none());
  return resolve(path);
}
