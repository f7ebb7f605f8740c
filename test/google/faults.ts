/** How a call goes wrong. */
export type Failure = 429 | 'rate403' | 500 | 'html200' | 'html502' | 503 | 'reset' | 'truncated' | 'slow';

/** One planned fault. */
export interface Fault {
  /** Id of the method as in Google's discovery (`sheets.spreadsheets.batchUpdate`), `oauth2.token`, or `*`. */
  on: string;
  /** The how-manieth matching call fails first, from 1 (default 1); counted since the fault was planned. */
  nth?: number;
  /** How many calls in a row fail; default 1. */
  times?: number;
  then?: Failure;
  /** The same; in literals the linter wants no property of the name `then`. */
  fail?: Failure;
  /** `after`: the change is made, only its answer is lost. Default `before`. */
  when?: 'before' | 'after';
  /** Value of the header Retry-After, seconds. */
  retryAfter?: number;
  /** For `slow`: answers after so many milliseconds; without it not until the server stops. */
  delay?: number;
  /** Only calls this says yes to count. */
  only?: (call: { params: Record<string, string | string[] | undefined>; body: unknown }) => boolean;
  /** Something that happens in the world at that very moment (before the call is carried out). */
  meanwhile?: () => void;
}

export class FaultPlan {
  private readonly planned: { fault: Fault; seen: number }[] = [];

  add(...faults: Fault[]): void {
    for (const fault of faults) this.planned.push({ fault, seen: 0 });
  }

  clear(): void {
    this.planned.length = 0;
  }

  /** Faults planned and not yet used up: a test asks it to know that its fault really struck. */
  get left(): readonly Fault[] {
    return this.planned
      .filter(({ fault, seen }) => seen < (fault.nth ?? 1) - 1 + (fault.times ?? 1))
      .map(({ fault }) => fault);
  }

  /** The fault that strikes this call, if any; counts the call. */
  strike(method: string, call: Parameters<NonNullable<Fault['only']>>[0]): Fault | undefined {
    let struck: Fault | undefined;
    for (const item of this.planned) {
      const { fault } = item;
      if (fault.on !== '*' && fault.on !== method) continue;
      if (fault.only && !fault.only(call)) continue;
      item.seen++;
      const first = fault.nth ?? 1;
      const hit = item.seen >= first && item.seen < first + (fault.times ?? 1);
      if (hit && !struck) struck = fault;
    }
    return struck;
  }
}
