import { ApiError, errorInfo } from './errors.ts';
import type { Book } from './sheets/model.ts';
import type { Batch } from './sheets/requests/batch.ts';
import { atLeast, type World } from './world.ts';

/** The book as an account may use it: Sheets answers 403 for what is not shared, 404 for what is not there. */
export function openBook(world: World, account: string, id: string, role: 'reader' | 'writer'): Book {
  const file = world.files.get(id);
  if (!file) throw new ApiError(404, 'Requested entity was not found.');
  const book = world.books.get(id);
  if (!atLeast(world.roleOf(account, file), role))
    throw new ApiError(403, 'The caller does not have permission');
  if (!book)
    throw new ApiError(400, 'This operation is not supported for this document', {
      status: 'FAILED_PRECONDITION',
    });
  return book;
}

export function batchFor(world: World, account: string, book: Book): Batch {
  const file = world.files.get(book.id);
  return {
    book,
    account,
    isOwner: file?.owner === account,
    editors: () =>
      file
        ? [...world.accounts.keys()].filter((email) => atLeast(world.roleOf(email, file), 'writer'))
        : [account],
    groupsOf: (email) => world.groupsOf(email),
  };
}

export const serviceDisabled = (api: 'sheets' | 'drive'): ApiError => {
  const name = api === 'sheets' ? 'Google Sheets API' : 'Google Drive API';
  const url = `https://console.developers.google.com/apis/api/${api}.googleapis.com/overview?project=1234567890`;
  return new ApiError(
    403,
    `${name} has not been used in project 1234567890 before or it is disabled. Enable it by visiting ${url} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    {
      reason: 'accessNotConfigured',
      domain: 'usageLimits',
      details: [
        errorInfo('SERVICE_DISABLED', `${api}.googleapis.com`, {
          consumer: 'projects/1234567890',
          activationUrl: url,
          serviceTitle: name,
        }),
      ],
    },
  );
};

export const scopeInsufficient = (method: string): ApiError =>
  new ApiError(403, 'Request had insufficient authentication scopes.', {
    reason: 'insufficientPermissions',
    details: [
      errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', `${method.split('.')[0]}.googleapis.com`, { method }),
    ],
  });

export const unauthenticated = (): ApiError =>
  new ApiError(
    401,
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  );

/** 429 of the Sheets API. */
export const quotaExceeded = (kind: 'Read' | 'Write', per: string, retryAfter?: number): ApiError =>
  new ApiError(
    429,
    `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute${per}' of service 'sheets.googleapis.com' for consumer 'project_number:1234567890'.`,
    {
      details: [errorInfo('RATE_LIMIT_EXCEEDED', 'sheets.googleapis.com', { quota_limit_value: '60' })],
      headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    },
  );

/** 403 of the Drive API that means «later», not «no». */
export const userRateLimit = (retryAfter?: number): ApiError =>
  new ApiError(403, 'User Rate Limit Exceeded. Rate of requests for user exceed configured project quota.', {
    reason: 'userRateLimitExceeded',
    domain: 'usageLimits',
    details: [errorInfo('RATE_LIMIT_EXCEEDED', 'googleapis.com')],
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  });
