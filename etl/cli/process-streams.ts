import type { Streams } from './context.ts';

/** The streams of this process; `out` waits for a slow reader and ends quietly when the reader has gone. */
export function processStreams(): Streams {
  // a write whose reader has gone also raises an event; the promise below already tells
  process.stdout.on('error', () => undefined);
  return {
    out: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    log: (text) => {
      process.stderr.write(text);
    },
    interactive: process.stderr.isTTY === true,
  };
}
