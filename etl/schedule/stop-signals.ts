export interface StopSignals {
  /** Resolves at the first signal to stop. */
  readonly asked: Promise<void>;
  /** Resolves at the second one. */
  readonly hurried: Promise<void>;
  /** Signals mean again what they always do. */
  release(): void;
}

/** SIGHUP and SIGBREAK are what Windows sends when a console window is closed or asked to end; elsewhere SIGHUP is left to nohup. */
const names: readonly NodeJS.Signals[] =
  process.platform === 'win32' ? ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGBREAK'] : ['SIGTERM', 'SIGINT'];

/** Listens for the signals by which people, systemd and containers end a process. */
export function stopSignals(): StopSignals {
  let ask = (): void => undefined;
  let hurry = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const hurried = new Promise<void>((resolve) => {
    hurry = resolve;
  });
  let count = 0;
  const listener = (): void => (count++ === 0 ? ask() : hurry());
  for (const name of names) process.on(name, listener);
  return {
    asked,
    hurried,
    release: () => {
      for (const name of names) process.off(name, listener);
    },
  };
}
