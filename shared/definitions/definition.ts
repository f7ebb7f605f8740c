import type { BlockedGroup } from '../parse/blocked-cells.ts';

/**
 * Definitions as a workbook carries them in its hidden `_forms` tab (contracts §5): the part of the catalogue that its
 * unit needs, expressions as text, so that the add-on knows no catalogue of its own and versions cannot drift.
 */
export interface FormDefinition {
  readonly code: string;
  readonly title: string;
  readonly direction: string;
  readonly level: 'organisation' | 'district';
  readonly frequency: string;
  /** Keys of the periods that are asked. */
  readonly periods: readonly string[];
  readonly due: string;
  /** By period: the last day on which it is in time, days off of the region counted in; absent without deadlines. */
  readonly lastDays?: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly order: number;
  readonly help: string;
}

export interface ElementDefinition {
  readonly code: string;
  readonly name: string;
  readonly form: string;
  readonly level: 'organisation' | 'district';
  readonly type: string;
  readonly unit: string;
  readonly dims: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly required: boolean;
  readonly rollup: string;
  readonly toTime: string;
  readonly resets: string;
  readonly help: string;
  readonly aliases: readonly string[];
}

export interface IndicatorDefinition {
  readonly code: string;
  readonly direction: string;
  readonly no: string;
  readonly parent: string;
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly unit: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly factor: number;
  readonly dims: readonly string[];
  readonly better: string;
  readonly norm?: number;
  readonly minN?: number;
  readonly level: string;
  readonly mayExceed?: boolean;
  /** School years, inclusive; none = no limit. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** The version that counted in the school year before, where it is another one: what looks back needs it. */
  readonly before?: IndicatorDefinition;
}

export interface CheckDefinition {
  readonly code: string;
  readonly check: string;
  readonly form: string;
  readonly left: string;
  readonly op: string;
  readonly right: string;
  readonly severity: string;
  readonly scope?: string;
  readonly message: string;
}

export interface DimensionDefinition {
  readonly code: string;
  /** Member and its title, in printing order. */
  readonly members: readonly (readonly [member: string, title: string])[];
}

export interface FieldDefinition {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly printed: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly unit: string;
  /** Of its column, in characters; absent where it is the usual one. */
  readonly width?: number;
  readonly help: string;
  /** Code and title of each choice. */
  readonly list?: readonly (readonly [code: string, title: string])[];
  /** Other words for a choice that are understood too. */
  readonly words?: readonly (readonly [word: string, code: string])[];
}

export interface RecordDefinition {
  readonly code: string;
  readonly title: string;
  readonly standing: boolean;
  readonly help: string;
  /** Empty rows offered, 0 where all rows are given; absent in older workbooks. */
  readonly rows?: number;
  /** Code of the date by which a row that holds no longer is marked. */
  readonly endedBy?: string;
  readonly fields: readonly FieldDefinition[];
}

/** Organisations that a field of a register may name. */
export interface OrganisationsDefinition {
  /** Of the district. */
  readonly code: string;
  /** Code and name of each. */
  readonly list: readonly (readonly [code: string, name: string])[];
}

/** The unit that fills the workbook, as far as conditions and periods ask. */
export interface UnitDefinition {
  readonly code: string;
  readonly name: string;
  readonly level: 'organisation' | 'district';
  /** Code of the district. */
  readonly district: string;
  readonly types: readonly string[];
  readonly programmes: readonly string[];
  /** First and last day; none = no bound. */
  readonly opened?: string;
  readonly closed?: string;
  /** Only those columns of the register that a condition of this workbook reads. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What the elements of a form had in the school year before, as it counted. */
export interface EarlierDefinition {
  /** The form. */
  readonly code: string;
  /** Concrete element → period → value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
}

/** Kinds of `_forms`, the word in its column A, with what stands in the JSON beside. */
export interface DefinitionOf {
  readonly form: FormDefinition;
  readonly element: ElementDefinition;
  readonly indicator: IndicatorDefinition;
  readonly check: CheckDefinition;
  readonly dimension: DimensionDefinition;
  readonly record: RecordDefinition;
  readonly blocked: readonly BlockedGroup[];
  readonly unit: UnitDefinition;
  readonly earlier: EarlierDefinition;
  readonly organisations: OrganisationsDefinition;
}

export type DefinitionKind = keyof DefinitionOf;

/** One row of `_forms`. */
export type DefinitionRow = {
  readonly [Kind in DefinitionKind]: readonly [kind: Kind, code: string, definition: DefinitionOf[Kind]];
}[DefinitionKind];
