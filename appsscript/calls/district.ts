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

export type OpenedDistrict = { readonly kind: 'view'; readonly view: DistrictView } | NoDistrict;

/** Why there is nothing to see or to decide here. */
export type NoDistrict =
  | { readonly kind: 'notDistrict' | 'noState' }
  /** This is a copy; `original`: address of the spreadsheet that counts. */
  | { readonly kind: 'copy'; readonly original: string };

export interface DecisionRequest {
  readonly organisation: string;
  readonly decision: 'accepted' | 'returned';
  readonly remark: string;
  /** The report as the page showed it. */
  readonly seen: Pick<DistrictOrganisation, 'state' | 'submittedOn' | 'isPending'>;
}

export interface DecisionAnswer {
  readonly kind:
    | 'done'
    | 'repeat'
    | 'busy'
    | 'noTab'
    | 'missing'
    | 'personal'
    | 'notIn'
    | 'changed'
    | NoDistrict['kind'];
}

export interface ReminderRequest {
  readonly organisations: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export type ReminderAnswer =
  | {
      readonly kind: 'sent';
      readonly sent: number;
      readonly already: number;
      readonly failed: number;
      /** Not sent for lack of time: to be asked for again. */
      readonly rest: number;
    }
  | { readonly kind: 'tooMany'; readonly left: number }
  | { readonly kind: 'busy' | NoDistrict['kind'] };

export interface DistrictCalls {
  openDistrict(): OpenedDistrict;
  decideReport(request: DecisionRequest): DecisionAnswer;
  /** How many letters may still be sent today. */
  mailQuota(): number;
  remindOrganisations(request: ReminderRequest): ReminderAnswer;
}
