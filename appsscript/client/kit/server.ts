import type { Calls } from '../../calls/calls.ts';

type Name = keyof Calls;
type Runner = {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
} & Record<string, (...args: unknown[]) => void>;

declare const google: { readonly script: { readonly run: Runner } };

/** Asks the script at Google; rejects with its error, or when the connection is lost. */
export function server<N extends Name>(
  name: N,
  ...args: Parameters<Calls[N]>
): Promise<ReturnType<Calls[N]>> {
  return new Promise((resolve, reject) => {
    const run = google.script.run
      .withSuccessHandler((answer) => resolve(answer as ReturnType<Calls[N]>))
      .withFailureHandler(reject);
    const call = run[name];
    if (!call) throw new TypeError(`${name} is no call`);
    call(...args);
  });
}
