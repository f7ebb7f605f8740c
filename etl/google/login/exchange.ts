import { createRequire } from 'node:module';
import type * as DriveApi from 'googleapis/build/src/apis/drive/index.js';
import { googleLoginTexts as texts } from '../../../shared/texts/google-login.ts';
import { faultOf } from '../client/fault.ts';
import { googleRoot } from '../client/root.ts';
import { adapterOf } from '../client/transport.ts';
import type { OAuthClient } from './client-file.ts';
import { LoginError } from './login-error.ts';

export interface Consent {
  readonly refreshToken: string;
  readonly scopes: readonly string[];
  /** The mailbox of the account, if Drive tells it. */
  readonly account?: string;
}

const require = createRequire(import.meta.url);

/**
 * Turns the code into a refresh token and asks Drive whose account it is. Throws LoginError (code refused, no refresh
 * token, a right left out) or GoogleError (Google does not answer).
 */
export async function exchangeCode(
  client: OAuthClient,
  grant: { readonly code: string; readonly verifier: string; readonly redirect: string },
  wanted: readonly string[],
  root: string | undefined,
): Promise<Consent> {
  const { auth, drive } = require('googleapis/build/src/apis/drive/index.js') as typeof DriveApi;
  const oauth = new auth.OAuth2({
    clientId: client.id,
    clientSecret: client.secret,
    redirectUri: grant.redirect,
    transporterOptions: { adapter: adapterOf(root === undefined ? undefined : googleRoot(root)) },
    useAuthRequestParameters: false,
  });
  const { tokens } = await oauth
    .getToken({ code: grant.code, codeVerifier: grant.verifier })
    .catch((error) => {
      const fault = faultOf(error);
      if (fault.error.code === 'credentials') throw new LoginError('login.exchange', texts.exchange);
      throw fault.error;
    });
  const scopes = (tokens.scope ?? wanted.join(' ')).split(' ').filter(Boolean);
  const missing = wanted.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) throw new LoginError('login.scopes', texts.missingScopes(missing.map(scopeName)));
  if (!tokens.refresh_token) throw new LoginError('login.refresh', texts.noRefresh);
  oauth.setCredentials(tokens);
  const account = await drive({ version: 'v3', auth: oauth, retry: false })
    .about.get({ fields: 'user(emailAddress)' })
    .then(
      ({ data }) => data.user?.emailAddress ?? undefined,
      // an API that is not enabled yet: the doctor will tell
      () => undefined,
    );
  return { refreshToken: tokens.refresh_token, scopes, ...(account !== undefined && { account }) };
}

const scopeName = (scope: string): string => texts.scopes[scope.split('/').at(-1) ?? ''] ?? scope;
