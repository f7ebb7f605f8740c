/**
 * The neutral workbook: what a template or a summary contains, before any file format.
 * Formulas and charts refer to cells by id; `layout` turns ids into addresses, renderers print them.
 */
export interface Plan {
  readonly title: string;
  readonly sheets: readonly PlanSheet[];
  /** Tabs for a workbook that has others: all of them may be hidden. */
  readonly isPart?: true;
}

export interface PlanSheet {
  /** What the tab is, whatever it is called; its name where it has none. Unique in the plan. */
  readonly key?: string;
  /** At most 31 characters, unique in the plan. */
  readonly name: string;
  readonly hidden?: boolean;
  readonly tabColour?: Colour;
  /** Widths in characters, from column A. */
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly PlanRow[];
  readonly merges?: readonly PlanRange[];
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** All cells but those with `entry` are locked. No password: protection is against slips. */
  readonly protect?: boolean;
  /**
   * The entry cells are written as one block by the add-on in the sheet: a renderer whose protection would refuse that lets
   * locked cells between them ask before they are changed.
   */
  readonly oneBlock?: boolean;
  /** Rows may be inserted though the tab is protected. */
  readonly growing?: boolean;
  readonly autoFilter?: PlanRange;
  readonly conditions?: readonly PlanCondition[];
  readonly charts?: readonly PlanChart[];
  readonly sparklines?: readonly PlanSparkline[];
  readonly print: PlanPrint;
}

export interface PlanColumn {
  readonly width: number;
  readonly hidden?: boolean;
}

export interface PlanRow {
  readonly height?: number;
  /** At least so many points, as room for handwriting; text may need more. */
  readonly least?: number;
  readonly hidden?: boolean;
  /** 1–7: belongs to the row above it of a lower level, with which it can be folded away. */
  readonly outline?: number;
  /** Sparse: each cell names its 1-based column. */
  readonly cells: readonly PlanCell[];
}

export type Scalar = number | string | boolean;

export interface PlanCell {
  readonly column: number;
  /** Unique in the plan; what formulas and charts refer to. */
  readonly id?: string;
  readonly value?: Scalar;
  /** A second paragraph under a text value, smaller and grey. A renderer without rich text puts it on a line of its own. */
  readonly detail?: string;
  readonly formula?: Formula;
  /** The longest text a formula may show: renderers make room for it, since they cannot measure a formula. */
  readonly longest?: string;
  readonly style?: StyleName;
  readonly format?: NumberFormat;
  readonly note?: string;
  readonly link?: PlanLink;
  /** Makes the cell an entry cell: unlocked, with a rule that refuses. */
  readonly entry?: EntryRule;
  /** The rule of its column reaches over the cell, but the cell stays locked: nothing is asked here. */
  readonly blocked?: boolean;
  /** Says no more than the day of the data: a tab in which nothing else differs need not be written anew for it. */
  readonly isDated?: boolean;
}

/** 1-based, inclusive. */
export interface PlanRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export type PlanLink =
  | { readonly sheet: string; readonly cell: string }
  /** Relative path of a file, optionally with a place in it, or an http(s) address. */
  | { readonly file: string; readonly sheet?: string; readonly cell?: string }
  | { readonly url: string };

export type Colour = 'blue' | 'green' | 'amber' | 'red' | 'grey' | 'violet' | 'teal';

/** Meanings, not looks; each renderer has one table that gives the look. */
export type StyleName =
  | 'title'
  | 'subtitle'
  /** A key figure that is read from afar. */
  | 'figure'
  | 'section'
  | 'heading'
  | 'label'
  | 'unit'
  | 'help'
  | 'entry'
  | 'locked'
  | 'value'
  /** A line to write on. */
  | 'line'
  | 'text'
  | 'muted'
  | 'good'
  | 'attention'
  | 'bad'
  | 'link'
  | 'key';

export type NumberFormat =
  | 'general'
  | 'integer'
  | 'decimal1'
  | 'decimal2'
  | 'decimal3'
  | 'percent1'
  | 'date'
  | 'text'
  /** Shows nothing: a value that only colours its cell. */
  | 'blank';

export interface EntryRule {
  /** `link`: an http(s) address as text. */
  readonly type: 'integer' | 'decimal' | 'yes_no' | 'date' | 'text' | 'list' | 'link';
  readonly min?: number;
  readonly max?: number;
  /** Digits after the comma for `decimal`. */
  readonly digits?: number;
  readonly list?: readonly string[];
  readonly promptTitle: string;
  readonly prompt: string;
  readonly error: string;
}

export type PlanCondition = {
  readonly range: PlanRange;
  readonly rule:
    | {
        readonly type: 'formula';
        readonly formula: Formula;
        readonly style: 'good' | 'attention' | 'bad' | 'muted';
      }
    | { readonly type: 'scale'; readonly better: 'higher' | 'lower' }
    | { readonly type: 'bar' };
};

export type FormulaFunction =
  | 'IF'
  | 'AND'
  | 'OR'
  | 'NOT'
  | 'ISNUMBER'
  | 'ISBLANK'
  | 'SUM'
  | 'MIN'
  | 'MAX'
  | 'ROUND'
  | 'ABS'
  | 'COUNT'
  | 'COUNTA'
  | 'COUNTIF'
  | 'IFERROR'
  | 'N'
  | 'NA'
  | 'TRIM'
  | 'LEN'
  | 'LEFT'
  | 'RIGHT'
  | 'SUBSTITUTE'
  | 'FIND'
  | 'VALUE'
  | 'CELL';

/** A spreadsheet formula with symbolic references. */
export type Formula =
  | { readonly type: 'literal'; readonly value: Scalar }
  | { readonly type: 'cell'; readonly id: string }
  | { readonly type: 'range'; readonly from: string; readonly to: string }
  | { readonly type: 'call'; readonly name: FormulaFunction; readonly args: readonly Formula[] }
  | {
      readonly type: 'binary';
      readonly op: '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '=' | '<>' | '&';
      readonly left: Formula;
      readonly right: Formula;
    };

export interface PlanChart {
  readonly type: 'column' | 'bar' | 'line' | 'combo' | 'stacked';
  readonly title: string;
  /** For people who cannot see it. */
  readonly description: string;
  /** Ids of the first and last cell of the categories. */
  readonly categories: { readonly from: string; readonly to: string };
  readonly series: readonly PlanSeries[];
  readonly valueAxis?: {
    readonly title?: string;
    readonly min?: number;
    readonly max?: number;
    readonly format?: NumberFormat;
  };
  readonly secondAxis?: {
    readonly title?: string;
    readonly min?: number;
    readonly max?: number;
    readonly format?: NumberFormat;
  };
  readonly categoryAxis?: { readonly title?: string };
  /** 0-based columns and rows of the corners, as in a spreadsheet drawing. */
  readonly anchor: {
    readonly fromColumn: number;
    readonly fromRow: number;
    readonly toColumn: number;
    readonly toRow: number;
  };
  readonly legend?: boolean;
  readonly dataLabels?: boolean;
}

/** Small columns from zero inside a cell, one per cell of the range; a gap where a cell holds no number. */
export interface PlanSparkline {
  /** Id of the cell it stands in. */
  readonly cell: string;
  /** Ids of the first and last cell of the values, on the same tab. */
  readonly values: { readonly from: string; readonly to: string };
}

export interface PlanSeries {
  readonly name: string;
  readonly values: { readonly from: string; readonly to: string };
  readonly colour?: Colour;
  /** In a combo chart: `line` on the second axis, `column` on the first. */
  readonly as?: 'column' | 'line';
}

export interface PlanPrint {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated at the top of each page, 1-based inclusive. */
  readonly repeatRows?: readonly [number, number];
  /** Columns repeated at the left of each page, 1-based inclusive; only together with `repeatRows`. */
  readonly repeatColumns?: readonly [number, number];
  readonly fitWidth?: boolean;
  /**
   * Rows (1-based) after which a new page begins. The width is then fitted by a fixed scale: spreadsheets ignore breaks
   * on pages that are fitted for them.
   */
  readonly breaks?: readonly number[];
  /**
   * Ranges of rows (1-based, inclusive) that stand on one page where they fit on one: a chart, a small table. With it,
   * even empty, the renderer sets all page breaks itself: no heading is left alone at the foot of a page, and no page is
   * nearly empty, for which the tab may be shrunk a little.
   */
  readonly keep?: readonly (readonly [number, number])[];
  readonly footer?: string;
}
