import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { absoluteRange, quoteSheet } from '../../../shared/plan/address.ts';
import { InvalidCell } from '../../../shared/plan/errors.ts';
import type { PlanRow, PlanSheet } from '../../../shared/plan/plan.ts';
import { legalText } from '../../drawing/legal-text.ts';

/** More answers than that stand once in the workbook, not in each rule. */
const maxInline = 25;

/** Lists that do not fit into a rule: each is a column of a hidden tab. Equal lists share one. */
export interface ListTab {
  readonly name: string;
  /** What a rule asks for. Throws InvalidCell for an empty list. */
  condition(items: readonly string[]): sheets_v4.Schema$BooleanCondition;
  /** The hidden tab; undefined while no rule needs it. */
  sheet(): PlanSheet | undefined;
}

export function createListTab(takenNames: readonly string[], titleOf: (sheet: string) => string): ListTab {
  const taken = new Set(takenNames.map((name) => name.toLowerCase()));
  let name = '_lists';
  for (let next = 2; taken.has(name); next++) name = `_lists${next}`;
  const columns: (readonly string[])[] = [];
  const known = new Map<string, number>();
  return {
    name,
    condition(items) {
      if (items.length === 0) throw new InvalidCell('a list rule needs items');
      // an answer in the rule itself is read as if it were typed, so numbers, dates and formulas have to stand in cells
      const isPlain = items.every(
        (item) => /^[\p{L}«(]/u.test(item) && item === item.trim() && !/\n/.test(item),
      );
      if (isPlain && items.length <= maxInline) {
        const values = items.map((item) => ({ userEnteredValue: legalText(item) }));
        return { type: 'ONE_OF_LIST', values };
      }
      const key = JSON.stringify(items);
      const column = known.get(key) ?? columns.push(items);
      known.set(key, column);
      const range = { firstRow: 1, firstColumn: column, lastRow: items.length, lastColumn: column };
      const reference = `=${quoteSheet(titleOf(name))}!${absoluteRange(range)}`;
      return { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: reference }] };
    },
    sheet() {
      if (columns.length === 0) return undefined;
      const height = Math.max(...columns.map((items) => items.length));
      const rows: PlanRow[] = [];
      for (let row = 0; row < height; row++) {
        const cells = columns.flatMap((items, at) => {
          const value = items[row];
          return value === undefined ? [] : [{ column: at + 1, value, format: 'text' as const }];
        });
        rows.push({ cells });
      }
      return {
        name,
        hidden: true,
        protect: true,
        columns: columns.map(() => ({ width: 30 })),
        rows,
        print: { orientation: 'portrait' },
      };
    },
  };
}
