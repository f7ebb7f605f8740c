import type { IncomingMessage } from 'node:http';

export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    // the caller hung up in the middle: what came is all there is
  }
  return Buffer.concat(chunks);
}

/** JSON of a call, and the bytes that came beside it in a multipart upload. */
export function bodyOf(request: IncomingMessage, bytes: Buffer): { json: unknown; content?: Buffer } {
  if (bytes.length === 0) return { json: undefined };
  const type = request.headers['content-type'] ?? '';
  const boundary = /multipart\/related;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) return { json: type.includes('json') ? parse(bytes.toString()) : undefined };
  const text = bytes.toString('latin1');
  const parts = text.split(`--${boundary}`).slice(1, -1);
  const content = parts.map((part) => part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, ''));
  return {
    json: parse(Buffer.from(content[0] ?? '', 'latin1').toString()),
    content: Buffer.from(content[1] ?? '', 'latin1'),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
