import { type GoogleTrouble, googleClientTexts } from '../../../shared/texts/google-client.ts';

export type GoogleErrorCode =
  | 'unauthorised'
  | 'forbidden'
  | 'not_found'
  | 'api_disabled'
  | 'quota'
  | 'storage_quota'
  | 'unavailable'
  | 'bad_request'
  | 'credentials'
  /** A value that JSON cannot carry (NaN, Infinity, undefined in a list): nothing was sent. */
  | 'value'
  /** MSOKO_GOOGLE_ROOT is no https address and no http address of this machine. */
  | 'root';

/**
 * A call that Google refused or never answered, or that was not sent. Message and hint are Russian. It holds neither the
 * request nor the answer: both carry keys.
 */
export class GoogleError extends Error {
  override readonly name = 'GoogleError';
  readonly code: GoogleErrorCode;
  readonly hint: string;
  /** HTTP status of the answer, if there was one. */
  readonly status?: number;
  /** Google's word for it: `rateLimitExceeded`, `storageQuotaExceeded`, `ECONNRESET`. */
  readonly reason?: string;

  constructor(code: GoogleErrorCode, { message, hint }: GoogleTrouble, status?: number, reason?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
    if (status !== undefined) this.status = status;
    if (reason !== undefined) this.reason = reason;
  }
}

export const credentialsError = (trouble: GoogleTrouble): GoogleError =>
  new GoogleError('credentials', trouble);

export const valueError = (where: string, what: string): GoogleError =>
  new GoogleError('value', googleClientTexts.value(where, what));
