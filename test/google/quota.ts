import { quotaExceeded } from './access.ts';

/** Limits of the Sheets API for a minute (Google's defaults: 60 for each user, 300 for the project). */
export interface QuotaLimits {
  readonly perUser: number;
  readonly perProject: number;
}

export const GOOGLE_LIMITS: QuotaLimits = { perUser: 60, perProject: 300 };

/** Counts reads and writes of the last 60 seconds by the world's clock. */
export class Quota {
  private readonly calls: { at: number; kind: 'Read' | 'Write'; account: string }[] = [];
  private readonly limits: QuotaLimits;
  private readonly clock: () => number;

  constructor(limits: QuotaLimits, clock: () => number) {
    this.limits = limits;
    this.clock = clock;
  }

  /** @throws ApiError 429 when the minute is used up; a refused call is not counted */
  spend(kind: 'Read' | 'Write', account: string): void {
    const now = this.clock();
    while (this.calls.length > 0 && this.calls[0]!.at <= now - 60_000) this.calls.shift();
    const same = this.calls.filter((call) => call.kind === kind);
    if (same.filter((call) => call.account === account).length >= this.limits.perUser)
      throw quotaExceeded(kind, ' per user');
    if (same.length >= this.limits.perProject) throw quotaExceeded(kind, '');
    this.calls.push({ at: now, kind, account });
  }
}
