import { createRequire } from 'node:module';
import type * as DriveApi from 'googleapis/build/src/apis/drive/index.js';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type * as SheetsApi from 'googleapis/build/src/apis/sheets/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type Clock, systemClock } from './clock.ts';
import type { Contact } from './contact.ts';
import type { GoogleCredentials } from './credentials.ts';
import { faultOf } from './fault.ts';
import { GoogleError } from './google-error.ts';
import { TokenBucket } from './pacing.ts';
import { waitBefore, withRetry } from './retry.ts';
import { googleRoot } from './root.ts';
import { checkedApi } from './sendable.ts';
import { adapterOf } from './transport.ts';

export type CallKind = 'sheets_read' | 'sheets_write' | 'drive';

export interface Google {
  readonly sheets: sheets_v4.Sheets;
  readonly drive: drive_v3.Drive;
  /** E-mail of the account the calls are made for, if the credentials tell it. */
  readonly account?: string;
  /**
   * One API call under pacing (Sheets reads and writes; Drive is not paced) and the retry policy; answers `data`. Rate
   * limits and calls that never left are repeated always; 5xx, resets and time-outs only where `repeatable` (default: true
   * for `sheets_read` and for GET). After a call was given up, the next ones are tried once until one is answered: an
   * outage costs its patience once a night. Throws GoogleError.
   */
  call<T>(
    kind: CallKind,
    request: () => Promise<{ data: T }>,
    options?: { readonly repeatable?: boolean },
  ): Promise<T>;
  /** Waits as the retry policy does after the n-th failed try, for those who look before they try again. */
  backOff(tries: number): Promise<void>;
}

export interface GoogleOptions {
  readonly credentials: GoogleCredentials;
  readonly scopes: readonly string[];
  /** Another address in place of Google's, for token, API and uploads alike; http on this machine only. */
  readonly root?: string;
  readonly clock?: Clock;
  /** A number from 0 up to 1, for the jitter. */
  readonly random?: () => number;
  readonly readsPerMinute?: number;
  readonly writesPerMinute?: number;
  /** How long one call may be repeated, 300 s; where nobody can be reached at all 30 s are enough. */
  readonly deadlineSeconds?: number;
  /** Gives up soon where Google has not answered once; without it every call has the long patience. */
  readonly contact?: Contact;
  /** Told before each wait, for the quota or for the next try. */
  readonly onWait?: (seconds: number) => void;
}

// loaded with the first client, and by API path: a workspace without Google pays nothing, one with it 0.1 s
const require = createRequire(import.meta.url);

/** The client of one account. Throws GoogleError `root` for an address that is refused; nothing is sent yet. */
export function openGoogle(options: GoogleOptions): Google {
  const { credentials, clock = systemClock, random = Math.random, contact, onWait } = options;
  const { deadlineSeconds = 300 } = options;
  let gaveUp = false;
  const limit = (isRead: boolean) =>
    Math.min(
      contact?.attempt ?? Number.POSITIVE_INFINITY,
      gaveUp && isRead ? 10_000 : Number.POSITIVE_INFINITY,
    );
  const root = options.root === undefined ? undefined : googleRoot(options.root);
  const { sheets, auth } = require('googleapis/build/src/apis/sheets/index.js') as typeof SheetsApi;
  const { drive } = require('googleapis/build/src/apis/drive/index.js') as typeof DriveApi;
  // the library's own interceptors log tokens where GOOGLE_SDK_NODE_LOGGING is set
  const seam = {
    transporterOptions: { adapter: adapterOf(root, clock, limit) },
    useAuthRequestParameters: false,
  };
  const client =
    credentials.type === 'service_account'
      ? new auth.JWT({
          ...seam,
          email: credentials.email,
          key: credentials.key,
          ...(credentials.keyId !== undefined && { keyId: credentials.keyId }),
          scopes: [...options.scopes],
        })
      : new auth.OAuth2({ ...seam, clientId: credentials.clientId, clientSecret: credentials.clientSecret });
  if (credentials.type === 'authorized_user')
    client.setCredentials({ refresh_token: credentials.refreshToken });
  const buckets = {
    sheets_read: new TokenBucket(options.readsPerMinute ?? 60, clock),
    sheets_write: new TokenBucket(options.writesPerMinute ?? 60, clock),
  };
  const account = credentials.email;
  const tell = onWait && ((milliseconds: number) => onWait(milliseconds / 1000));

  const call: Google['call'] = async (kind, request, { repeatable } = {}) => {
    let renewed = false;
    const attempt = async () => {
      await client.getAccessToken();
      if (kind !== 'drive') await buckets[kind].take(tell);
      try {
        return await request();
      } catch (error) {
        // a token that was revoked before its time: one new one, and the call is made again
        if (renewed || statusOf(error) !== 401) throw error;
        renewed = true;
        client.credentials = { ...client.credentials, expiry_date: 1 };
        await client.getAccessToken();
        return request();
      }
    };
    let last: unknown;
    const isRead = () => kind === 'sheets_read' || methodOf(last) === 'GET';
    const left = contact?.begin() ?? Number.POSITIVE_INFINITY;
    const { data } = await withRetry(
      attempt,
      (error) => {
        last = error;
        return faultOf(error, account);
      },
      {
        clock,
        random,
        patience: (fault) =>
          gaveUp
            ? 0
            : Math.min(left, 1000 * (fault === 'unsent' ? Math.min(30, deadlineSeconds) : deadlineSeconds)),
        isRepeatable: ({ kind: fault }) =>
          fault === 'rate' || fault === 'unsent' || (fault === 'unknown' && (repeatable ?? isRead())),
        onGiveUp: () => {
          gaveUp = true;
        },
        ...(tell && { onWait: tell }),
      },
    ).catch((error: unknown) => {
      if (error instanceof GoogleError) contact?.failed(error);
      throw error;
    });
    contact?.answered();
    gaveUp = false;
    return data;
  };

  return {
    sheets: checkedApi(sheets({ version: 'v4', auth: client, retry: false })),
    drive: checkedApi(drive({ version: 'v3', auth: client, retry: false })),
    ...(account !== undefined && { account }),
    call,
    backOff: (tries) => clock.sleep(waitBefore(tries, undefined, random)),
  };
}

const statusOf = (error: unknown): unknown => (error as { response?: { status?: unknown } }).response?.status;
const methodOf = (error: unknown): unknown => (error as { config?: { method?: unknown } }).config?.method;

export { googleOf } from './google-of.ts';
