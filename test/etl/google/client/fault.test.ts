import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../../etl/google/client/fault.ts';

const api = { url: new URL('https://sheets.googleapis.com/v4/spreadsheets/x'), method: 'GET' };
const token = { url: new URL('https://oauth2.googleapis.com/token'), method: 'POST' };

/** An answer of Google as the library reports it. */
const answer = (status: number, error?: unknown, config = api) => ({
  config,
  response: { status, headers: new Headers(), data: { error } },
});
const reasons = (...words: string[]) => ({ errors: words.map((reason) => ({ reason })) });
const detail = (reason: string, status = 'PERMISSION_DENIED') => ({ status, details: [{ reason }] });

describe('faultOf', () => {
  it.each([
    // what Google says → kind of fault, code, reason
    ['429 of Sheets', answer(429, detail('RATE_LIMIT_EXCEEDED', 'RESOURCE_EXHAUSTED')), 'rate', 'quota'],
    ['429 without words', answer(429), 'rate', 'quota'],
    ['rate of a user', answer(403, reasons('userRateLimitExceeded')), 'rate', 'quota'],
    ['rate of a project', answer(403, reasons('rateLimitExceeded')), 'rate', 'quota'],
    ['the day is over', answer(403, reasons('dailyLimitExceeded')), 'final', 'quota'],
    ['too many shares', answer(403, reasons('sharingRateLimitExceeded')), 'final', 'quota'],
    ['no room', answer(403, reasons('storageQuotaExceeded')), 'final', 'storage_quota'],
    ['API off (Drive)', answer(403, reasons('accessNotConfigured')), 'final', 'api_disabled'],
    ['API off (Sheets)', answer(403, detail('SERVICE_DISABLED')), 'final', 'api_disabled'],
    ['narrow scope', answer(403, detail('ACCESS_TOKEN_SCOPE_INSUFFICIENT')), 'final', 'forbidden'],
    ['not shared', answer(403, { status: 'PERMISSION_DENIED' }), 'final', 'forbidden'],
    ['no file', answer(404, reasons('notFound')), 'final', 'not_found'],
    ['old token', answer(401, { status: 'UNAUTHENTICATED' }), 'final', 'unauthorised'],
    [
      'wrong request',
      answer(400, { status: 'INVALID_ARGUMENT', message: 'Invalid x' }),
      'final',
      'bad_request',
    ],
    ['500', answer(500), 'unknown', 'unavailable'],
    ['503', answer(503), 'unknown', 'unavailable'],
    ['408', answer(408), 'unknown', 'unavailable'],
    ['key withdrawn', answer(400, 'invalid_grant', token), 'final', 'credentials'],
    ['key unknown', answer(401, 'invalid_client', token), 'final', 'credentials'],
    ['no token for now', answer(503, undefined, token), 'unsent', 'unavailable'],
    ['reset', { config: api, code: 'ECONNRESET' }, 'unknown', 'unavailable'],
    ['reset before a token', { config: token, code: 'ECONNRESET' }, 'unsent', 'unavailable'],
    ['no name server', { config: api, code: 'ENOTFOUND' }, 'unsent', 'unavailable'],
    ['nobody listens', { config: api, code: 'ECONNREFUSED' }, 'unsent', 'unavailable'],
    ['time-out', { config: api }, 'unknown', 'unavailable'],
  ])('%s', (_, error, kind, code) => {
    const fault = faultOf(error);
    expect([fault.kind, fault.error.code]).toEqual([kind, code]);
    expect(fault.error.hint).not.toBe('');
  });

  it('names the account that needs the rights', () => {
    expect(faultOf(answer(403), 'robot@example.org').error.hint).toContain('robot@example.org');
  });

  it('passes on what is a mistake of ours', () => {
    expect(() => faultOf(new TypeError('x is not a function'))).toThrow(TypeError);
  });
});
