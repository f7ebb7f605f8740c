import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Health } from './health.ts';

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers `GET /health` on 127.0.0.1 and nowhere else: 200 or 503 with the health and the name of this instance.
 * Throws what the system throws (EADDRINUSE) if the port is taken.
 */
export async function serveHealth(
  port: number,
  instance: string,
  health: () => Health,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    request.resume();
    const answer = (status: number, body: unknown): void => {
      const text = JSON.stringify(body);
      response.writeHead(status, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(text),
        'Cache-Control': 'no-store',
        Connection: 'close',
      });
      response.end(request.method === 'HEAD' ? undefined : text);
    };
    if (request.url?.replace(/\?.*$/, '') !== '/health') return answer(404, {});
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, {});
    const now = health();
    answer(now.ok ? 200 : 503, { ...now, instance });
  });
  server.requestTimeout = 5000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
