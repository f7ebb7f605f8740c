import { createHash, randomBytes, verify } from 'node:crypto';
import type { Account, World } from './world.ts';

export interface Token {
  readonly account: string;
  readonly scopes: readonly string[];
  readonly expires: number;
}

/** A refusal of the token endpoint: another shape than that of the APIs. */
export interface TokenAnswer {
  status: number;
  body: object;
}

const refuse = (error: string, error_description: string, status = 400): TokenAnswer => ({
  status,
  body: { error, error_description },
});

/** The OAuth 2.0 endpoint: JWT bearer (service accounts), refresh_token and authorization_code with PKCE (persons). */
export class OAuth {
  readonly tokens = new Map<string, Token>();
  /** Codes a person's consent left behind, for `authorization_code`. */
  readonly codes = new Map<
    string,
    { account: string; scopes: string[]; challenge?: string; redirectUri: string }
  >();
  readonly client = { id: '1234567890-msoko.apps.googleusercontent.com', secret: 'not-a-secret' };
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** Who holds a bearer token; undefined for unknown and expired ones. */
  holder(header: string | undefined): Token | undefined {
    const token = this.tokens.get(/^Bearer (.+)$/.exec(header ?? '')?.[1] ?? '');
    return token && token.expires > Date.now() ? token : undefined;
  }

  answer(form: URLSearchParams): TokenAnswer {
    switch (form.get('grant_type')) {
      case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
        return this.bearer(form.get('assertion') ?? '');
      case 'refresh_token':
        return this.refresh(form);
      case 'authorization_code':
        return this.code(form);
      default:
        return refuse('unsupported_grant_type', `Invalid grant_type: ${form.get('grant_type')}`);
    }
  }

  /** A person says yes in the browser. */
  consent(email: string, scopes: string[], redirectUri: string, challenge?: string): string {
    const code = `4/${randomBytes(24).toString('base64url')}`;
    this.codes.set(code, { account: email, scopes, redirectUri, ...(challenge ? { challenge } : {}) });
    return code;
  }

  private bearer(assertion: string): TokenAnswer {
    const [head = '', body = '', signature = ''] = assertion.split('.');
    const claims = decode(body);
    const account = this.world.accounts.get(String(claims?.iss ?? ''));
    if (!claims || !account?.publicKey) return refuse('invalid_grant', 'Invalid grant: account not found');
    if (account.disabled) return refuse('invalid_grant', 'Invalid grant: account disabled');
    const genuine = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${body}`),
      account.publicKey,
      Buffer.from(signature, 'base64url'),
    );
    if (!genuine) return refuse('invalid_grant', 'Invalid JWT Signature.');
    const now = Date.now() / 1000;
    const exp = Number(claims.exp);
    const iat = Number(claims.iat);
    if (!(exp > now - 60 && iat < now + 300 && exp - iat <= 3600))
      return refuse(
        'invalid_grant',
        'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
      );
    if (!/googleapis\.com\/(oauth2\/v4\/)?token$/.test(String(claims.aud)))
      return refuse('invalid_grant', 'Invalid JWT: Failed audience check.');
    const scopes = String(claims.scope ?? '')
      .split(' ')
      .filter(Boolean);
    if (scopes.length === 0)
      return refuse('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
    return this.issue(account, scopes);
  }

  private refresh(form: URLSearchParams): TokenAnswer {
    if (form.get('client_id') !== this.client.id || form.get('client_secret') !== this.client.secret)
      return refuse('invalid_client', 'The OAuth client was not found.', 401);
    const account = [...this.world.accounts.values()].find(
      ({ refreshToken }) => refreshToken !== undefined && refreshToken === form.get('refresh_token'),
    );
    if (!account || account.disabled) return refuse('invalid_grant', 'Token has been expired or revoked.');
    return this.issue(account, account.granted ?? []);
  }

  private code(form: URLSearchParams): TokenAnswer {
    if (form.get('client_id') !== this.client.id || form.get('client_secret') !== this.client.secret)
      return refuse('invalid_client', 'The OAuth client was not found.', 401);
    const known = this.codes.get(form.get('code') ?? '');
    if (!known) return refuse('invalid_grant', 'Malformed auth code.');
    this.codes.delete(form.get('code')!);
    if (known.redirectUri !== form.get('redirect_uri')) return refuse('redirect_uri_mismatch', 'Bad Request');
    const answer = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (known.challenge && answer !== known.challenge)
      return refuse('invalid_grant', 'Invalid code verifier.');
    const account = this.world.accounts.get(known.account)!;
    account.granted = known.scopes;
    account.refreshToken = `1//${randomBytes(24).toString('base64url')}`;
    const issued = this.issue(account, known.scopes);
    return { ...issued, body: { ...issued.body, refresh_token: account.refreshToken } };
  }

  private issue(account: Account, scopes: readonly string[]): TokenAnswer {
    const token = `ya29.${randomBytes(24).toString('base64url')}`;
    this.tokens.set(token, { account: account.email, scopes, expires: Date.now() + 3_599_000 });
    return {
      status: 200,
      body: {
        access_token: token,
        expires_in: 3599,
        token_type: 'Bearer',
        ...(account.kind === 'person' ? { scope: scopes.join(' ') } : {}),
      },
    };
  }
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
