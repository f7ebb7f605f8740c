import type { FormCalendar } from './form-calendar.ts';
import { type Report, type ReportTally, tally } from './report.ts';

/** Cells to fill in over a school year. */
export interface Cells {
  readonly asked: number;
  readonly optional: number;
}

export const cellsOf = (reports: readonly Report[]): Cells => ({
  asked: reports.reduce((sum, r) => sum + r.asked, 0),
  optional: reports.reduce((sum, r) => sum + r.optional, 0),
});

/** The burden of one unit over the school year, and how it keeps to the deadlines that are past. */
export interface UnitBurden extends Cells {
  readonly unit: string;
  readonly name: string;
  /** Different forms, and reports: a form is one report per period. */
  readonly forms: number;
  readonly reports: number;
  readonly due: ReportTally;
}

/** One line per unit that owes anything; `date` tells which deadlines are past. */
export function burdens({ entries, units }: FormCalendar, date: string): UnitBurden[] {
  return units.map(({ code, name }): UnitBurden => {
    const own = entries.flatMap((entry) =>
      entry.reports.filter((r) => r.unit === code).map((report) => ({ entry, report })),
    );
    const past = own.filter(({ entry }) => entry.lastDay !== undefined && entry.lastDay < date);
    return {
      unit: code,
      name,
      forms: new Set(own.map(({ entry }) => entry.form.code)).size,
      reports: own.filter(({ report }) => report.asked > 0).length,
      ...cellsOf(own.map(({ report }) => report)),
      due: tally(past.map(({ report }) => report)),
    };
  });
}

/** Cells that fall due in each month of the school year, `2024-09` … `2025-08` and what comes after, in order. */
export function cellsByMonth({ entries }: FormCalendar): (Cells & { readonly month: string })[] {
  const months = new Map<string, Cells>();
  for (const { lastDay, reports } of entries) {
    if (lastDay === undefined) continue;
    const month = lastDay.slice(0, 7);
    const before = months.get(month) ?? { asked: 0, optional: 0 };
    const own = cellsOf(reports);
    months.set(month, { asked: before.asked + own.asked, optional: before.optional + own.optional });
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, cells]) => ({ month, ...cells }));
}
