import { timingSafeEqual } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { googleLoginTexts as texts } from '../../../shared/texts/google-login.ts';
import { LoginError } from './login-error.ts';

export interface CodeListener {
  /** `http://127.0.0.1:<port>`, where Google sends the browser back. */
  readonly redirect: string;
  /** The code of the person's consent. Rejects with LoginError: refused, or the time is over. */
  readonly code: Promise<string>;
  /** Tells the waiting browser how it ended, and closes the port. */
  close(succeeded: boolean): Promise<void>;
}

const page = (text: string): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><title>${texts.page.title}</title>` +
  `<body style="font:18px sans-serif;margin:3em"><p>${text}</p></body></html>\n`;

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // the address of this page holds the code: it must not travel on
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    Connection: 'close',
  });
  response.end(page(text));
}

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Waits on 127.0.0.1 for the browser to come back from Google with the code (RFC 8252, loopback redirect). A visit
 * without our `state` changes nothing. Throws EADDRINUSE.
 */
export async function awaitCode(state: string, port: number, timeoutMs: number): Promise<CodeListener> {
  let settle: { resolve: (code: string) => void; reject: (error: LoginError) => void };
  const code = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject };
  });
  code.catch(() => undefined);
  let browser: ServerResponse | undefined;
  const server = createServer((request, response) => {
    request.resume();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isOurs = same(searchParams.get('state') ?? '', state);
    if (request.method !== 'GET' || pathname !== '/' || !isOurs || browser) {
      answer(response, pathname === '/' ? 400 : 404, texts.page.stale);
      return;
    }
    browser = response;
    const refusal = searchParams.get('error');
    const found = searchParams.get('code');
    if (found !== null && refusal === null) settle.resolve(found);
    else if (refusal === 'access_denied') settle.reject(new LoginError('login.denied', texts.denied));
    else settle.reject(new LoginError('login.refused', texts.refused(wordOf(refusal))));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const timer = setTimeout(() => settle.reject(new LoginError('login.timeout', texts.timedOut)), timeoutMs);
  return {
    redirect: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    code,
    close: async (succeeded) => {
      clearTimeout(timer);
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      if (browser) answer(browser, succeeded ? 200 : 400, succeeded ? texts.page.done : texts.page.failed);
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1000).unref();
      await closed;
    },
  };
}

/** Google's word for a refusal, or nothing: the address may hold anything. */
const wordOf = (word: string | null): string => (word !== null && /^[a-z_]{1,40}$/.test(word) ? word : '?');
