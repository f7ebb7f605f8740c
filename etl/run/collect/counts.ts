import type { Issue } from '../../../shared/issue/issue.ts';

export interface CollectCounts {
  /** Sources read anew in this run. */
  read: number;
  /** Sources the store already knows as they are. */
  unchanged: number;
  /** Sources that lie there and cannot be read, and places that cannot be looked at. */
  failed: number;
  /** True if anything in the store changed. */
  changed: boolean;
  /** What stands only now: sources that could not be opened, of which the store keeps what it knew. */
  readonly passing: Issue[];
}

export type CollectProgress = (done: number, total: number, name: string) => void;
