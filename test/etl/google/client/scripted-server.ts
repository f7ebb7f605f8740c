import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the server: a status with a body and headers, or no answer at all. */
export type Answer =
  | {
      readonly status: number;
      readonly body?: unknown;
      /** A page instead of JSON. */
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'reset'
  /** The connection stays open, and not a byte comes. */
  | 'silence';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A raw HTTP server that answers calls of the API by a script (the last answer again and again) and issues tokens. */
export async function startScripted() {
  const state = { script: [] as Answer[], token: [] as Answer[], seen: [] as Seen[], tokens: 0 };
  const server = createServer((request, response) => void handle(request, response));
  async function handle(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    state.seen.push(seen);
    const isToken = seen.path.endsWith('/token');
    const script = isToken ? state.token : state.script;
    const next = script.length > 1 ? script.shift() : script[0];
    const answer = next ?? { status: 200, body: isToken ? token() : {} };
    if (answer === 'silence') return;
    if (answer === 'reset') {
      request.socket.destroy();
      return;
    }
    const body = answer.body ?? (answer.status === 200 && isToken ? token() : {});
    const type = answer.text === undefined ? 'application/json' : 'text/html';
    response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
    response.end(answer.text ?? JSON.stringify(body));
  }
  const token = () => ({ access_token: `token-${++state.tokens}`, token_type: 'Bearer', expires_in: 3600 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    /** Forgets everything and takes a new script. */
    play(script: readonly Answer[], tokens: readonly Answer[] = []) {
      state.script = [...script];
      state.token = [...tokens];
      state.seen = [];
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Time that passes only while somebody sleeps; with `hangs` also while an answer is awaited in vain, five hundred times
 * as fast as outside.
 */
export function virtualClock({ hangs = false } = {}) {
  const waits: number[] = [];
  const timeouts: number[] = [];
  let time = 0;
  return {
    waits,
    timeouts,
    now: () => time,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    timeout: (milliseconds: number) => {
      timeouts.push(milliseconds);
      if (!hangs) return AbortSignal.timeout(milliseconds);
      const due = time + milliseconds;
      const signal = AbortSignal.timeout(Math.ceil(milliseconds / 500));
      signal.addEventListener('abort', () => {
        time = Math.max(time, due);
      });
      return signal;
    },
  };
}
