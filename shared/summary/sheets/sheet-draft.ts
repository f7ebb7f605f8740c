import type {
  NumberFormat,
  PlanCell,
  PlanChart,
  PlanColumn,
  PlanCondition,
  PlanLink,
  PlanRange,
  PlanRow,
  PlanSheet,
  Scalar,
  StyleName,
} from '../../plan/plan.ts';

/** A cell without its column; `undefined` leaves the column empty. */
export interface DraftCell {
  readonly value?: Scalar;
  readonly style?: StyleName;
  readonly format?: NumberFormat;
  readonly id?: string;
  readonly link?: PlanLink;
  readonly note?: string;
  /** A second, smaller paragraph. */
  readonly detail?: string;
  /** Says no more than the day of the data. */
  readonly isDated?: boolean;
}

/** A tab under construction: rows are appended from the top. */
export interface SheetDraft {
  readonly name: string;
  /** Number of the row appended last, 1-based; 0 at the beginning. */
  readonly at: () => number;
  /** Appends a row; the first cell stands in column A unless `from` says otherwise. */
  readonly row: (
    cells: readonly (DraftCell | undefined)[],
    options?: { from?: number; height?: number; outline?: number },
  ) => number;
  /** Appends a row whose only cell is merged across the first `across` columns (all by default). */
  readonly wide: (cell: DraftCell, across?: number) => number;
  readonly gap: (rows?: number) => void;
  readonly chart: (chart: PlanChart) => void;
  readonly condition: (condition: PlanCondition) => void;
  readonly merge: (range: PlanRange) => void;
  readonly finish: (rest: Pick<PlanSheet, 'print'> & Partial<PlanSheet>) => PlanSheet;
}

export function draftSheet(name: string, widths: readonly number[]): SheetDraft {
  const rows: PlanRow[] = [];
  const charts: PlanChart[] = [];
  const conditions: PlanCondition[] = [];
  const merges: PlanRange[] = [];
  const columns: PlanColumn[] = widths.map((width) => ({ width }));
  const draft: SheetDraft = {
    name,
    at: () => rows.length,
    row(cells, { from = 1, height, outline } = {}) {
      const placed: PlanCell[] = [];
      cells.forEach((cell, i) => {
        if (cell) placed.push({ column: from + i, ...cell });
      });
      rows.push({
        cells: placed,
        ...(height !== undefined && { height }),
        ...(outline !== undefined && { outline }),
      });
      return rows.length;
    },
    wide(cell, across = widths.length) {
      const at = draft.row([cell]);
      if (across > 1) merges.push({ firstRow: at, firstColumn: 1, lastRow: at, lastColumn: across });
      return at;
    },
    gap(count = 1) {
      for (let i = 0; i < count; i++) rows.push({ cells: [] });
    },
    chart: (chart) => void charts.push(chart),
    condition: (condition) => void conditions.push(condition),
    merge: (range) => void merges.push(range),
    finish: (rest) => ({
      name,
      columns,
      rows,
      ...(charts.length > 0 && { charts }),
      ...(conditions.length > 0 && { conditions }),
      ...(merges.length > 0 && { merges }),
      protect: false,
      ...rest,
    }),
  };
  return draft;
}
