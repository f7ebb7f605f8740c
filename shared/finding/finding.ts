import type { CollectionLevel } from '../catalog/types.ts';

export type FindingKind =
  | 'low_results'
  | 'objectivity'
  | 'dynamics'
  | 'risk'
  | 'cluster'
  | 'leader'
  | 'rating'
  | 'cycle';

export type Verdict = 'flagged' | 'not_flagged' | 'not_enough_data';

/** What the analysis concludes of one unit by one rule (contracts §6, `export findings`). */
export interface Finding {
  readonly kind: FindingKind;
  readonly rule: string;
  readonly level: CollectionLevel | 'region';
  readonly unit: string;
  readonly period: string;
  readonly verdict: Verdict;
  /** Plain data; its keys are written in the order given. */
  readonly evidence: Readonly<Record<string, unknown>>;
}
