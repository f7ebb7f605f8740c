import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { googleClientTexts } from '../../../shared/texts/google-client.ts';
import { type Clock, systemClock } from './clock.ts';
import { NotGoogle } from './fault.ts';
import { GoogleError } from './google-error.ts';
import { atRoot } from './root.ts';

/** The parts of gaxios' prepared options that we touch. */
interface Prepared {
  url: URL;
  method?: string;
  agent?: unknown;
  signal?: AbortSignal | null;
  retry?: boolean;
  retryConfig?: unknown;
}

/** Milliseconds before an attempt is given up. Google itself ends a Sheets request after 180 s. */
const timeouts = { read: 60_000, write: 190_000 };

/**
 * The transporter seam: what happens to every request (token, API, upload) on its way out, whoever made it. Another
 * address in place of Google's, a time-out, no retries of the library's own. Reads share a connection that is kept open;
 * a write gets a new one, since one that the other side has closed meanwhile fails in a way that leaves open whether
 * the write was done. A page in place of an answer is an error. `limit`: milliseconds that a request may take now, at most.
 */
export function adapterOf(
  root: URL | undefined,
  clock: Clock = systemClock,
  limit: (isRead: boolean) => number = () => Number.POSITIVE_INFINITY,
) {
  const agents = (keepAlive: boolean) => ({
    'http:': new HttpAgent({ keepAlive }),
    'https:': new HttpsAgent({ keepAlive }),
  });
  const ofReads = agents(true);
  const ofWrites = agents(false);
  return async function adapter<O, R>(options: O, send: (options: O) => Promise<R>): Promise<R> {
    const prepared = options as O & Prepared;
    if (root) {
      if (!prepared.url.hostname.endsWith('.googleapis.com'))
        throw new GoogleError('root', googleClientTexts.badRoot(prepared.url.origin));
      prepared.url = atRoot(prepared.url, root);
      // a proxy meant for Google is not the way to this machine
      if (root.protocol === 'http:') delete prepared.agent;
    }
    const isRead = prepared.method === undefined || prepared.method === 'GET';
    prepared.agent ??= (isRead ? ofReads : ofWrites)[prepared.url.protocol as 'http:' | 'https:'];
    prepared.retry = false;
    prepared.retryConfig = { retry: 0, noResponseRetries: 0 };
    // asking for a token changes nothing: it is waited for like a read
    const isLight = isRead || prepared.url.pathname.endsWith('/token');
    const own = isLight ? timeouts.read : timeouts.write;
    prepared.signal = clock.timeout(Math.ceil(Math.max(1, Math.min(own, limit(isLight)))));
    const answer = await send(prepared);
    const { data, ok } = answer as { readonly data?: unknown; readonly ok?: boolean };
    if (ok && typeof data === 'string' && /^\s*</.test(data)) throw new NotGoogle(prepared);
    return answer;
  };
}
