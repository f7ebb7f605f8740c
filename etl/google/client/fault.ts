import { googleClientTexts } from '../../../shared/texts/google-client.ts';
import { GoogleError } from './google-error.ts';

/**
 * What a failed call means for a repeat. `rate`: Google counted and refused it, nothing was done. `unsent`: it never
 * arrived. `unknown`: it may have been done. `final`: a repeat would fail alike.
 */
export interface Fault {
  readonly kind: 'rate' | 'unsent' | 'unknown' | 'final';
  /** Milliseconds that Google asks to wait. */
  readonly retryAfter?: number;
  readonly error: GoogleError;
}

/** The parts of gaxios' error that are read; the class itself exists several times in node_modules. */
interface HttpFault {
  readonly code?: unknown;
  readonly cause?: { readonly code?: unknown };
  readonly config?: { readonly url?: unknown };
  readonly response?: {
    readonly status?: number;
    readonly headers?: { get(name: string): string | null };
    readonly data?: unknown;
  };
}

/** Word of the error for it. */
export const notGoogle = 'NOT_GOOGLE';

/** A page in place of an answer: a proxy that wants people to sign in, a provider that wants money. */
export class NotGoogle extends Error {
  override readonly name = 'NotGoogle';
  readonly code = notGoogle;
  readonly config: unknown;

  constructor(config: unknown) {
    super('a page in place of data');
    this.config = config;
  }
}

const rateReasons = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED']);
const quotaReasons = new Set([
  'dailyLimitExceeded',
  'quotaExceeded',
  'sharingRateLimitExceeded',
  'RESOURCE_EXHAUSTED',
]);
const storageReasons = new Set(['storageQuotaExceeded', 'teamDriveFileLimitExceeded']);
const disabledReasons = new Set(['accessNotConfigured', 'SERVICE_DISABLED']);
const scopeReasons = new Set(['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientScopes']);
/** Faults of connecting: not one byte of the request has left. */
const unsentCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH']);

/**
 * Reads an error of the client. Anything that is no answer of a server and no fault of the network (a mistake of ours) is
 * thrown as it is. `account` is named where a person has to share something with it.
 */
export function faultOf(error: unknown, account?: string): Fault {
  if (error instanceof GoogleError) return { kind: 'final', error };
  const fault = (typeof error === 'object' && error !== null ? error : {}) as HttpFault;
  const status = fault.response?.status;
  if (status === undefined) return networkFault(error, fault);
  const body = answerOf(fault.response?.data);
  const reason = body.reasons[0];
  const has = (known: ReadonlySet<string>) => body.reasons.some((word) => known.has(word));
  const retryAfter = secondsOf(fault.response?.headers?.get('retry-after') ?? null);
  const made = (
    kind: Fault['kind'],
    code: GoogleError['code'],
    trouble: ConstructorParameters<typeof GoogleError>[1],
  ): Fault => ({
    kind,
    ...(retryAfter !== undefined && { retryAfter }),
    error: new GoogleError(code, trouble, status, reason),
  });
  const texts = googleClientTexts;
  if (isOfToken(fault)) {
    if (status === 429) return made('rate', 'quota', texts.quota());
    if (status >= 500 || status === 408) return made('unsent', 'unavailable', texts.unavailable());
    return made('final', 'credentials', texts.credentials.refused());
  }
  if (status === 429) return made('rate', 'quota', texts.quota());
  if (status === 403) {
    if (has(storageReasons)) return made('final', 'storage_quota', texts.storage_quota());
    if (has(disabledReasons)) return made('final', 'api_disabled', texts.api_disabled());
    if (has(rateReasons)) return made('rate', 'quota', texts.quota());
    if (has(quotaReasons)) return made('final', 'quota', texts.quota());
    if (has(scopeReasons)) return made('final', 'forbidden', texts.narrow_scope());
    return made('final', 'forbidden', texts.forbidden(account));
  }
  if (status === 401) return made('final', 'unauthorised', texts.unauthorised());
  if (status === 404) return made('final', 'not_found', texts.not_found(account));
  if (status >= 500 || status === 408) return made('unknown', 'unavailable', texts.unavailable());
  return made('final', 'bad_request', texts.bad_request(body.message));
}

function networkFault(error: unknown, fault: HttpFault): Fault {
  const code = [fault.code, fault.cause?.code].find((word): word is string => typeof word === 'string');
  const isNetwork = fault.config !== undefined || code !== undefined;
  if (!isNetwork) throw error;
  // whoever answers in Google's place goes on doing so until a person acts
  if (code === notGoogle)
    return {
      kind: 'final',
      error: new GoogleError('unavailable', googleClientTexts.page(), undefined, code),
    };
  const kind = isOfToken(fault) || (code !== undefined && unsentCodes.has(code)) ? 'unsent' : 'unknown';
  return { kind, error: new GoogleError('unavailable', googleClientTexts.unavailable(), undefined, code) };
}

/** Asking for a token changes nothing at Google: as if the call had not been sent. */
function isOfToken({ config }: HttpFault): boolean {
  const url = config?.url;
  return (url instanceof URL || typeof url === 'string') && /\/token$/.test(new URL(url).pathname);
}

/** Google's words for an error: the new form (status, details[].reason), Drive's old one (errors[].reason), OAuth's. */
function answerOf(data: unknown): { reasons: string[]; message?: string } {
  const error = (data as { error?: unknown } | undefined)?.error;
  if (typeof error === 'string') return { reasons: [error] };
  const { errors, details, status, message } = (error ?? {}) as Record<string, unknown>;
  const listed = [errors, details].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  const reasons = [...listed.map((item) => (item as { reason?: unknown } | null)?.reason), status];
  return {
    reasons: reasons.filter((word): word is string => typeof word === 'string'),
    ...(typeof message === 'string' && { message: message.slice(0, 300) }),
  };
}

/** Retry-After in seconds; the other form, a date, is not used by Google. */
function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header.trim()) ? Number(header) * 1000 : undefined;
}
