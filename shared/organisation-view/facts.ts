import type { NamedEvidence } from '../criteria/evidence.ts';
import type { CriterionStatus, Mark } from '../criteria/mark.ts';
import type { Punctuality } from '../form-calendar/report.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import type { Day } from '../period/period.ts';
import type { Protocol } from '../returns/protocol.ts';
import type { Difference } from '../summary/comparison.ts';

/** Figures of others beside one of the organisation's, at one decimal: enough to compare, too little to work back from. */
export interface Compared {
  readonly district?: number;
  readonly group?: number;
  /** The organisation's value against its group's; unrounded values were compared. */
  readonly difference: Difference;
  readonly judgement: -1 | 0 | 1;
}

export interface FormDuty {
  readonly form: string;
  readonly period: string;
  readonly asOf?: Day;
  readonly due?: Day;
  readonly punctuality: Punctuality;
  readonly isComplete: boolean;
}

/** A document about the organisation's own system of quality assessment (ВСОКО). */
export interface Act {
  readonly kind: string;
  readonly title: string;
  readonly number?: string;
  readonly approvedOn?: Day;
  readonly link?: string;
}

/** A procedure the organisation has planned, or the district has for it. */
export interface Procedure {
  readonly title: string;
  readonly from: Day;
  readonly to?: Day;
  readonly participants?: string;
}

/** A criterion that the organisation is asked about, its answer and the district's mark. */
export interface OwnCriterion {
  /** Title of the direction. */
  readonly direction: string;
  /** Heading it stands under, as printed. */
  readonly group: string;
  readonly no: string;
  readonly text: string;
  readonly sign: string;
  readonly own?: Mark;
  readonly byDistrict?: Mark;
  readonly remark?: string;
  readonly evidence?: NamedEvidence;
  readonly status: CriterionStatus;
}

/** Everything one organisation's view says, as plain data: equal facts give equal bytes. */
export interface OrganisationFacts {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly region: string;
  readonly schoolYear: string;
  readonly label?: string;
  /** Organisations like this one; `missing`: what it would take is not known. */
  readonly group?: { readonly title: string; readonly organisations: number } | 'missing';
  /** The organisation's own rows of all school years. */
  readonly results: readonly IndicatorResult[];
  /** By `<indicator> <period>`. */
  readonly compared: Readonly<Record<string, Compared>>;
  readonly forms: readonly FormDuty[];
  /** What stands against its data, as in the protocol that goes back to it; none where nothing does. */
  readonly protocol?: Pick<Protocol, 'counts' | 'remarks' | 'left'>;
  /** Absent where no register of such documents is kept. */
  readonly acts?: readonly Act[];
  readonly procedures?: readonly Procedure[];
  /** In printed order; absent where no criteria are asked of organisations. */
  readonly criteria?: readonly OwnCriterion[];
  /** The organisation's own words. */
  readonly ownText?: string;
}
