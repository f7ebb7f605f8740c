import type {
  LiveCorrection,
  LiveIssue,
  LiveNight,
  LiveOrganisation,
} from '../../shared/live-state/live-state.ts';

export interface DistrictOrganisation extends LiveOrganisation {
  readonly code: string;
  /** A decision of a later day than the last run knew stands in «Приём отчётов». */
  readonly isPending: boolean;
  /** A reminder went out today. */
  readonly isReminded: boolean;
}

/** What the page «Район» shows: what the last night left in `_state`. */
export interface DistrictView {
  readonly today: string;
  readonly night: LiveNight;
  readonly organisations: readonly DistrictOrganisation[];
  readonly issues: readonly LiveIssue[];
  readonly corrections: readonly LiveCorrection[];
}

export type OpenedDistrict =
  | { readonly kind: 'view'; readonly view: DistrictView }
  | { readonly kind: 'notDistrict' | 'noState' };

export interface DecisionRequest {
  readonly organisation: string;
  readonly decision: 'accepted' | 'returned';
  readonly remark: string;
}

export interface DecisionAnswer {
  readonly kind: 'done' | 'repeat' | 'busy' | 'noTab' | 'missing' | 'personal';
}

export interface ReminderRequest {
  readonly organisations: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export type ReminderAnswer =
  | { readonly kind: 'sent'; readonly sent: number; readonly already: number; readonly failed: number }
  | { readonly kind: 'tooMany'; readonly left: number }
  | { readonly kind: 'busy' | 'noState' };

export interface DistrictCalls {
  openDistrict(): OpenedDistrict;
  decideReport(request: DecisionRequest): DecisionAnswer;
  /** How many letters may still be sent today. */
  mailQuota(): number;
  remindOrganisations(request: ReminderRequest): ReminderAnswer;
}
