import type { ActivityRow } from '../activity/activity-rows.ts';
import type { Clusters } from '../analysis/clusters.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Arrival } from '../form-calendar/arrival.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import type { Issue } from '../issue/issue.ts';
import type { AccessEvent } from '../ministry/access.ts';
import type { Observation } from '../observation/observation.ts';
import type { Day } from '../period/period.ts';
import type { RecordRow } from '../record/record.ts';
import type { Register } from '../register/register.ts';
import type { ResultRow } from '../results/aggregate.ts';
import type { Report } from '../submission/report.ts';
import type { RegisterHistory } from './register-rows.ts';

/** A file of the inbox as the summary shows it. */
export interface SummarySource {
  /** Path below the inbox, with `/`. */
  readonly path: string;
  /** Organisation or district of a workbook; undefined for CSV files of many units. */
  readonly unit?: string;
  /** `draft`, `returned`: lies there but counts nowhere. */
  readonly status: 'submitted' | 'draft' | 'returned' | '';
  readonly submittedOn?: Day;
  /** A district's workbook with values that it entered for its organisations. */
  readonly onBehalf?: boolean;
}

/** A run that changed something. */
export interface JournalEntry {
  readonly date: Day;
  /** Files read anew. */
  readonly workbooks: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/**
 * Everything the summary of one district is made of. Pure data: the same input gives the same bytes.
 * `register`, `results`, `observations`, `issues` and `assessments` may hold more than the district; it is picked out.
 */
export interface SummaryInput {
  readonly catalog: Catalog;
  readonly register: Register;
  /** Code of the district. */
  readonly district: string;
  readonly date: Day;
  readonly schoolYear: string;
  /** Rows of `export indicators`, all school years at hand, district, organisation and region level. */
  readonly results: readonly IndicatorResult[];
  /** Winning observations; what was never typed may be left out. */
  readonly observations: readonly Observation[];
  /** Whether the unit (organisation, or district for district elements) owes the concrete element in the period: `owesOf`. */
  readonly owes: (unit: string, element: string, period: string) => boolean;
  readonly sources: readonly SummarySource[];
  /** Where the reports of the school year stand with the district, by unit; left out where nobody decides. */
  readonly reports?: Readonly<Record<string, Report>>;
  /** When the answers of a unit to a form came; periods of the school year. */
  readonly arrivals: readonly Arrival[];
  readonly issues: readonly Issue[];
  /** What is wrong and what to do, in the reader's language (shared/texts/issues.ts). */
  readonly issueText: (issue: Issue) => { readonly text: string; readonly todo: string };
  /** Oldest first. */
  readonly journal: readonly JournalEntry[];
  readonly assessments: readonly ResultRow[];
  /** Rows of registers of objects, all school years; organisations in fields by code. */
  readonly records: readonly RecordRow[];
  /** Rows of `export activities`; left out where nobody works by a roadmap. */
  readonly activities?: readonly ActivityRow[];
  /** Former names and changes of the register; left out where nobody has looked. */
  readonly history?: RegisterHistory;
  /** Which organisations are alike in the school year; none without rules. Follows from catalogue, register and observations. */
  readonly clusters?: Clusters;
  /** Lines of share.csv about the district; none where nothing was ever shared. */
  readonly access?: readonly AccessEvent[];
  /** A line of the workspace's own for every tab, such as «демонстрационные данные». */
  readonly label?: string;
  /** Relative paths from the folder of district.xlsx, each ending in `/`: `../inbox/`, `../`. */
  readonly links: { readonly inbox: string; readonly workspace: string };
}
