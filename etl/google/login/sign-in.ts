import { createHash, randomBytes } from 'node:crypto';
import { googleLoginTexts as texts } from '../../../shared/texts/google-login.ts';
import { googleRoot } from '../client/root.ts';
import { awaitCode } from './await-code.ts';
import type { OAuthClient } from './client-file.ts';
import { type Consent, exchangeCode } from './exchange.ts';
import { LoginError } from './login-error.ts';

export interface SignInOptions {
  readonly client: OAuthClient;
  readonly scopes: readonly string[];
  /** 0: any free one. */
  readonly port: number;
  readonly timeoutMs: number;
  /** Another address in place of Google's, for tests. */
  readonly root?: string;
  /** Told the address that the person must open. */
  readonly show: (address: string) => void;
}

const secret = (): string => randomBytes(32).toString('base64url');

/**
 * Signs a person in by the way for installed applications: browser, loopback redirect, PKCE with S256 (RFC 8252, RFC
 * 7636). Throws LoginError or GoogleError.
 */
export async function signIn(options: SignInOptions): Promise<Consent> {
  const { client, scopes, port, root } = options;
  const state = secret();
  const verifier = secret();
  const listener = await awaitCode(state, port, options.timeoutMs).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new LoginError('login.port', texts.portBusy(port));
    throw error;
  });
  let succeeded = false;
  try {
    const { redirect } = listener;
    const address = new URL(
      root === undefined
        ? 'https://accounts.google.com/o/oauth2/v2/auth'
        : `${googleRoot(root).href.replace(/\/$/, '')}/o/oauth2/v2/auth`,
    );
    address.search = new URLSearchParams({
      client_id: client.id,
      redirect_uri: redirect,
      response_type: 'code',
      scope: scopes.join(' '),
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      // a refresh token, also at a second login: nights have no person at the screen
      access_type: 'offline',
      prompt: 'consent',
    }).toString();
    options.show(address.href);
    const code = await listener.code;
    const consent = await exchangeCode(client, { code, verifier, redirect }, scopes, root);
    succeeded = true;
    return consent;
  } finally {
    await listener.close(succeeded);
  }
}
