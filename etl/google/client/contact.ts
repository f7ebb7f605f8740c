import { type Clock, systemClock } from './clock.ts';
import type { GoogleError } from './google-error.ts';

/** Seconds for the first answer of all: files must not wait longer for a Google that is not there. */
const patience = 60;
/** Seconds after which one request of those is made anew: a connection may be dead where another is not. */
const attempt = 30;
/** Seconds without an answer after which a person is told. */
const silence = 3;

export interface ContactWatch {
  /** Told when the first request leaves: the most seconds that will be waited. */
  readonly onBegin?: (seconds: number) => void;
  /** Told once, where no answer came for a while: the most seconds that will still be waited. */
  readonly onSilence?: (seconds: number) => void;
}

/**
 * Is Google there at all? One for all clients of a run. Until the first answer everything together has a short deadline;
 * from then on calls have the long policy of retries.
 */
export class Contact {
  readonly #clock: Clock;
  readonly #watch: ContactWatch;
  #state: 'unasked' | 'asked' | 'there' | 'lost' = 'unasked';
  #until = Number.POSITIVE_INFINITY;

  constructor(watch: ContactWatch = {}, clock: Clock = systemClock) {
    this.#watch = watch;
    this.#clock = clock;
  }

  /** No answer came in time: whoever can do without Google leaves it alone for the rest of the run. */
  get isLost(): boolean {
    return this.#state === 'lost';
  }

  /** A call begins. Milliseconds that it may take with its repeats; infinite once Google has answered. */
  begin(): number {
    if (this.#state === 'unasked') {
      this.#state = 'asked';
      this.#until = this.#clock.now() + patience * 1000;
      this.#watch.onBegin?.(patience);
      this.#clock.timeout(silence * 1000).addEventListener('abort', () => {
        if (this.#state === 'asked') this.#watch.onSilence?.(Math.max(0, this.#left() / 1000));
      });
    }
    return this.#left();
  }

  /** Milliseconds that one request may take. */
  get attempt(): number {
    return this.#state === 'there' ? Number.POSITIVE_INFINITY : Math.min(attempt * 1000, this.#left());
  }

  answered(): void {
    this.#state = 'there';
  }

  /** A call has failed. Google that refuses is there; one that puts everybody off or is silent is as good as none. */
  failed({ code }: GoogleError): void {
    if (this.#state === 'there') return;
    this.#state = code === 'unavailable' || code === 'quota' ? 'lost' : 'there';
  }

  #left(): number {
    return this.#state === 'there' ? Number.POSITIVE_INFINITY : Math.max(0, this.#until - this.#clock.now());
  }
}
