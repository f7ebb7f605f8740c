import type { Day } from '../period/period.ts';

export const organisationTypes = ['school', 'preschool', 'extracurricular'] as const;
export type OrganisationType = (typeof organisationTypes)[number];

export const programmes = ['ДО', 'НОО', 'ООО', 'СОО', 'АООП', 'ДОП'] as const;

/** One row of organisations.csv. An empty bound of time is no bound; bounds are inclusive days. */
export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly types: readonly string[];
  readonly district: string;
  readonly programmes: readonly string[];
  readonly opened?: Day;
  readonly closed?: Day;
  readonly mergedInto?: string;
  readonly login?: string;
  /** Every column of the row as written, known ones included; conditions read these. Empty = missing. */
  readonly columns: Readonly<Record<string, string>>;
}

/** One row of districts.csv. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly regionName: string;
  /** Id of the roadmap the district works by; may hold several, space-separated in the file. */
  readonly roadmaps: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}

/** The units of a workspace. Codes are unique within their list. */
export interface Register {
  readonly organisations: readonly Organisation[];
  readonly districts: readonly District[];
}

/** Open in a period = open on at least one of its days. */
export const isOpen = (
  unit: Pick<Organisation, 'opened' | 'closed'>,
  period: { readonly first: Day; readonly last: Day },
): boolean =>
  (unit.opened === undefined || unit.opened <= period.last) &&
  (unit.closed === undefined || unit.closed >= period.first);
