import { quotaExceeded, userRateLimit } from './access.ts';
import { ApiError } from './errors.ts';
import type { Failure } from './faults.ts';

/** What Google says when it refuses for a reason of its own. */
export function refusal(
  failure: Failure,
  retryAfter: number | undefined,
  api: 'sheets' | 'drive',
  method: string,
): ApiError {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  switch (failure) {
    case 429:
      return api === 'sheets'
        ? quotaExceeded(/get$/i.test(method) ? 'Read' : 'Write', ' per user', retryAfter)
        : new ApiError(429, 'Too many requests', {
            reason: 'rateLimitExceeded',
            domain: 'usageLimits',
            headers,
          });
    case 'rate403':
      return userRateLimit(retryAfter);
    case 500:
      return new ApiError(500, 'Internal error encountered.', { headers });
    default:
      return new ApiError(503, 'The service is currently unavailable.', { headers });
  }
}
