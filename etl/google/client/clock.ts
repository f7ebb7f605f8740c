/** Time as the client sees it, so that tests can run hours of waiting at once. */
export interface Clock {
  /** Milliseconds since an arbitrary moment; never runs backwards. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Aborts after so many milliseconds; does not keep the process alive. */
  timeout(milliseconds: number): AbortSignal;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
};
