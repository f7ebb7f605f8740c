/** What Google's front ends answer when they refuse: thrown by the rooms of the server, worded by `body`. */
export class ApiError extends Error {
  readonly code: number;
  /** google.rpc.Code, e.g. INVALID_ARGUMENT. */
  readonly status: string;
  /** Reason in Drive's classic list of errors, e.g. notFound. */
  readonly reason: string;
  readonly details: object[];
  readonly domain: string;
  readonly headers: Record<string, string>;

  constructor(
    code: number,
    message: string,
    more: {
      status?: string;
      reason?: string;
      details?: object[];
      domain?: string;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = more.status ?? STATUS[code] ?? 'UNKNOWN';
    this.reason = more.reason ?? REASON[code] ?? 'backendError';
    this.domain = more.domain ?? 'global';
    this.details = more.details ?? [];
    this.headers = more.headers ?? {};
  }
}

const STATUS: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

const REASON: Record<number, string> = {
  400: 'badRequest',
  401: 'authError',
  403: 'forbidden',
  404: 'notFound',
  429: 'rateLimitExceeded',
  500: 'internalError',
  503: 'backendError',
};

export const badRequest = (message: string): ApiError => new ApiError(400, message);

export const failedPrecondition = (message: string): ApiError =>
  new ApiError(400, message, { status: 'FAILED_PRECONDITION' });

/** The JSON of an error: Sheets answers google.rpc.Status, Drive adds its classic `errors` list. */
export function errorBody(error: ApiError, api: 'sheets' | 'drive'): object {
  const details = error.details.length > 0 ? { details: error.details } : {};
  if (api === 'sheets')
    return { error: { code: error.code, message: error.message, status: error.status, ...details } };
  const item = {
    message: error.message,
    domain: error.domain,
    reason: error.reason,
    ...(error.code === 404 ? { location: 'fileId', locationType: 'parameter' } : {}),
  };
  // newer refusals of Drive (scopes, disabled API) carry the rpc status as well
  return {
    error: {
      code: error.code,
      message: error.message,
      errors: [item],
      ...(error.details.length > 0 ? { status: error.status, ...details } : {}),
    },
  };
}

/** ErrorInfo as in https://cloud.google.com/apis/design/errors#error_info */
export const errorInfo = (
  reason: string,
  service: string,
  metadata: Record<string, string> = {},
): object => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata: { service, ...metadata },
});
