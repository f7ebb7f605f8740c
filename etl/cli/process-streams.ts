import type { Streams } from './context.ts';

/** The streams of this process; `out` waits for a slow reader and ends quietly when the reader has gone. */
export function processStreams(): Streams {
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
