import type { Expression } from '../expression/ast.ts';
import type { Frequency } from '../period/period.ts';
import type { CalendarDay } from '../period/working-calendar.ts';
import type { words } from './words.ts';

/** Where a definition stands, for messages: `templates/forms.csv`, line 1 = the header. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

export interface Roadmap {
  readonly id: string;
  readonly district: string;
  readonly region: string;
  readonly title: string;
  readonly approvedBy: string;
  readonly approvedOn: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly source: string;
  /** What is odd about the document as a whole. */
  readonly note: string;
  readonly origin: Origin;
}

/** A direction of work (domain §2); ids may hold hyphens and never stand in expressions. */
export interface Direction {
  readonly id: string;
  readonly title: string;
  /** Number of the federal management mechanism, `1.1`–`1.4`, `2.1`–`2.4`; empty where none. */
  readonly mechanism: string;
  /** A name for a tab, at most 20 characters or so; empty = the title is cut. */
  readonly short: string;
  readonly origin: Origin;
}

export type CollectionLevel = 'organisation' | 'district';

export interface Form {
  readonly code: string;
  readonly title: string;
  readonly direction: string;
  readonly level: CollectionLevel;
  /** Empty = no limit. */
  readonly orgTypes: readonly string[];
  /** The unit must run at least one of them; empty = no limit. */
  readonly programmes: readonly string[];
  readonly frequency: Frequency;
  readonly due: string;
  readonly asOf: string;
  readonly order: number;
  readonly help: string;
  /** Name of its tab where the title is too long for one. */
  readonly tab?: string;
  readonly origin: Origin;
}

export interface DimensionMember {
  readonly member: string;
  readonly title: string;
  readonly order: number;
}

/** Members stand in printing order. */
export interface Dimension {
  readonly code: string;
  readonly members: readonly DimensionMember[];
}

export type ElementType = 'integer' | 'decimal1' | 'decimal2' | 'decimal3' | 'yes_no' | 'date' | 'text';

/** A data element: what a school or the district types in. `dims` make concrete codes `code.member1.member2`. */
export interface DataElement {
  readonly code: string;
  readonly name: string;
  readonly form: string;
  readonly orgTypes: readonly string[];
  readonly appliesIf?: Expression;
  readonly level: CollectionLevel;
  readonly type: ElementType;
  readonly unit: string;
  readonly dims: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly required: boolean;
  readonly rollup: 'sum' | 'max' | 'last' | 'none';
  readonly toTime: 'sum' | 'last' | 'mean' | 'max';
  readonly resets: '' | 'school_year' | 'calendar_year';
  readonly help: string;
  readonly aliases: readonly string[];
  readonly direction: string;
  readonly origin: Origin;
}

export type IndicatorKind = 'share' | 'presence' | 'count' | 'mean' | 'index' | 'change' | 'group';

/** One version of an indicator; key = `code` + `validFrom`. */
export interface Indicator {
  readonly code: string;
  readonly direction: string;
  readonly no: string;
  readonly parent: string;
  readonly name: string;
  readonly title: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly numerator?: Expression;
  readonly denominator?: Expression;
  /** Already defaulted: 100 for share and presence, 1 otherwise. */
  readonly factor: number;
  readonly scope?: Expression;
  readonly dims: readonly string[];
  readonly better: '' | 'higher' | 'lower' | 'neutral';
  readonly norm?: number;
  readonly cumulative: boolean;
  /** `district` leaves out the organisation rows. Empty = organisation. */
  readonly level: '' | 'organisation' | 'district';
  readonly minN?: number;
  readonly basis: '' | 'stated' | 'implied';
  readonly negativeEffects: boolean;
  /** School years, inclusive; empty = no limit. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Ids of roadmaps; empty = all. */
  readonly roadmaps: readonly string[];
  readonly activity: string;
  readonly sourceLine: string;
  readonly note: string;
  readonly aliases: readonly string[];
  /** A share may lie above 100 % without a fault: its sides are counted by different people. */
  readonly mayExceed?: boolean;
  /** The expressions as written, for people. */
  readonly text: { readonly numerator: string; readonly denominator: string; readonly scope: string };
  readonly origin: Origin;
}

export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '=' | '<>';

/** One row of rules/checks.csv: `left op right` must hold; an error rejects every value in `left`. */
export interface Check {
  readonly code: string;
  /** An issue code, e.g. `check.part_over_whole`. */
  readonly check: string;
  readonly form: string;
  readonly left: Expression;
  readonly op: ComparisonOperator;
  readonly right: Expression;
  /** A condition over the organisation's columns; the check is made only where it holds. */
  readonly scope?: Expression;
  readonly severity: 'error' | 'warning' | 'info';
  readonly validFrom: string;
  readonly validTo: string;
  readonly source: string;
  readonly message: string;
  readonly origin: Origin;
}

/** One row of rules/peers.csv: a ratio held against those of similar organisations in the same period. */
export interface PeerRule {
  readonly code: string;
  readonly form: string;
  readonly part: Expression;
  readonly whole: Expression;
  /** The ratio is `factor × part ÷ whole`; 100 makes it a share in percent. */
  readonly factor: number;
  /** What people call the ratio's unit. */
  readonly unit: string;
  /** Which departures are looked at; empty = both. */
  readonly side: '' | 'higher' | 'lower';
  /** How many distances between the quartiles the fences lie from them (Tukey: 1.5 outside, 3 far out). */
  readonly width: number;
  /** Smallest difference from the median of the peers that matters, in the ratio's unit. */
  readonly least: number;
  readonly minPeers: number;
  readonly minWhole: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly validFrom: string;
  readonly validTo: string;
  readonly source: string;
  readonly message: string;
  readonly origin: Origin;
}

/**
 * One row of rules/clusters.csv: organisations alike enough to be compared. The first row in `order` whose `scope`
 * holds and whose `measure` lies within `from` and `to`, both included, is the organisation's cluster.
 */
export interface ClusterRule {
  readonly code: string;
  readonly title: string;
  /** A condition over the organisation's columns; none = every organisation. */
  readonly scope?: Expression;
  /** An expression over elements of organisations; none = the scope alone decides. */
  readonly measure?: Expression;
  readonly from?: number;
  readonly to?: number;
  readonly order: number;
  readonly validFrom: string;
  readonly validTo: string;
  readonly source: string;
  /** `measure` as written, for evidence. */
  readonly text: string;
  readonly origin: Origin;
}

export type ReferenceLevel = 'country' | 'region';

/** One row of reference-values.csv: a published figure of the country or of a region, in the indicator's unit. */
export interface ReferenceValue {
  /** Concrete code. */
  readonly indicator: string;
  readonly level: ReferenceLevel;
  /** Region code of districts.csv; empty for the country. */
  readonly region: string;
  readonly period: string;
  readonly value: number;
  readonly source: string;
  readonly note: string;
  readonly origin: Origin;
}

/** One row of rules/official.csv: which element a published result stands for. `measure` is an expression over the columns of a result row. */
export interface OfficialSource {
  readonly element: string;
  readonly procedure: string;
  readonly measure: Expression;
  readonly source: string;
  readonly origin: Origin;
}

/** One row of a roadmap's plan; texts verbatim. `parent` is the id of the row that groups it. */
export interface Activity {
  readonly roadmap: string;
  readonly id: string;
  readonly direction: string;
  readonly section: string;
  readonly no: string;
  readonly title: string;
  readonly deadline: string;
  readonly target: string;
  readonly executors: string;
  readonly documents: string;
  readonly level: CollectionLevel;
  readonly year: string;
  readonly parent: string;
  readonly evidenceInherited: boolean;
  readonly note: string;
  readonly origin: Origin;
}

/** What a roadmap expects of a direction by a year. */
export interface ExpectedResult {
  readonly roadmap: string;
  readonly direction: string;
  readonly year: string;
  readonly result: string;
  /** Heading it stands under, as printed. */
  readonly section: string;
  readonly note: string;
  readonly origin: Origin;
}

/** A criterion of self-assessment with the evidence it asks for. */
export interface Criterion {
  readonly roadmap: string;
  readonly direction: string;
  readonly group: string;
  readonly no: string;
  readonly level: CollectionLevel;
  /** Empty where the document leaves the cell empty: then the heading of its `group` is what is judged. */
  readonly criterion: string;
  readonly evidence: string;
  /** The same evidence is printed once for several rows. */
  readonly evidenceInherited: boolean;
  /** `-`: having it is a fault («показатели с негативными последствиями»). */
  readonly polarity: '' | '+' | '-';
  readonly note: string;
  readonly origin: Origin;
}

/** One row of rules/cycle.csv: what is evidence of a link of the management cycle (domain §8). */
export interface CycleRule {
  readonly code: string;
  /** Member of the dimension `cycle_link`. */
  readonly link: string;
  readonly source: (typeof words.cycleSource)[number];
  /**
   * Of criteria and activities: parts of their text, one of which must occur (`^`: at its beginning); of documents:
   * members of `doc_kind`; of data: `indicators`, `forms`, `values`.
   */
  readonly words: readonly string[];
  /** Parts none of which may occur. */
  readonly without: readonly string[];
  readonly note: string;
  readonly origin: Origin;
}

/** One row of rules/disclosures.csv: what leaves the district in the ministry's file only in part, or not at all. */
export interface DisclosureRule {
  /** Where `element` is empty, all indicators of the direction. */
  readonly direction: string;
  /** An element, or the first parts of the codes of several: `social` is every `social.…`. */
  readonly element: string;
  readonly ministry: (typeof words.ministryReach)[number];
  readonly reason: string;
  readonly origin: Origin;
}

/** Words by which files name procedures and subjects: `ВПР` → `vpr`, `Русский язык` → `ru`. */
export interface Synonym {
  readonly dimension: string;
  readonly member: string;
  readonly word: string;
}

/** `organisation` names one of the register; `list` takes its answers from a dimension, the directions or the criteria. */
export type FieldType = (typeof words.fieldType)[number];

/** A column of a register of objects. */
export interface RecordField {
  readonly record: string;
  /** One segment, unique in its register. */
  readonly code: string;
  readonly name: string;
  readonly type: FieldType;
  /** Of a `list`: a dimension, `direction` for the table of directions, `criterion` for those of organisations. */
  readonly list: string;
  readonly required: boolean;
  /** Printed into rows that are given, never typed. */
  readonly isPrinted: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly unit: string;
  /** In characters. */
  readonly width?: number;
  readonly order: number;
  readonly help: string;
  readonly origin: Origin;
}

/** A register of objects (domain §10): documents, events, surveys; whole rows, no persons. */
export interface RecordKind {
  readonly code: string;
  readonly title: string;
  /** Short name for its tab; empty = made of the title. */
  readonly tab: string;
  readonly direction: string;
  /** Whose workbooks hold it. */
  readonly levels: readonly CollectionLevel[];
  /** Empty = no limit; districts have neither types nor programmes. */
  readonly orgTypes: readonly string[];
  readonly programmes: readonly string[];
  /** Rows hold until they are changed: a new year's workbook brings them along. Otherwise each year has its own. */
  readonly isStanding: boolean;
  /** Empty rows offered. */
  readonly rows: number;
  readonly order: number;
  readonly help: string;
  /** Where the sources ask for it. */
  readonly source: string;
  /** Code of the date by which a row that holds no longer is marked; such rows are not cleared. */
  readonly endedBy?: string;
  /** In printing order: printed ones first. */
  readonly fields: readonly RecordField[];
  readonly origin: Origin;
}

/** Everything the templates folder and the workspace's own rows define; cross-checked, so references resolve. */
export interface Catalog {
  readonly roadmaps: ReadonlyMap<string, Roadmap>;
  /** In printing order. */
  readonly directions: ReadonlyMap<string, Direction>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly elements: ReadonlyMap<string, DataElement>;
  /** Built-in elements that the workspace switched off, by code and old names. */
  readonly retired?: ReadonlyMap<string, DataElement>;
  /** All versions, in code order, then `validFrom`. */
  readonly indicators: readonly Indicator[];
  readonly checks: readonly Check[];
  readonly peers: readonly PeerRule[];
  readonly official: readonly OfficialSource[];
  /** In `order`. */
  readonly clusters: readonly ClusterRule[];
  readonly reference: readonly ReferenceValue[];
  readonly synonyms: readonly Synonym[];
  readonly activities: readonly Activity[];
  readonly expectedResults: readonly ExpectedResult[];
  readonly criteria: readonly Criterion[];
  /** What is evidence of which link of the management cycle. */
  readonly cycle: readonly CycleRule[];
  /** What the ministry does not see of the organisations, or at all. */
  readonly disclosures: readonly DisclosureRule[];
  /** In printing order. */
  readonly records: ReadonlyMap<string, RecordKind>;
  /** Days off and working Saturdays of the country and of regions. */
  readonly calendar: readonly CalendarDay[];
}
