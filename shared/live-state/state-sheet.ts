import type { PlanSheet } from '../plan/plan.ts';
import { chunksOf } from '../template/forms-sheet.ts';
import { type LiveStateRow, stateTab } from './live-state.ts';

/** The hidden tab `_state`: A kind, B key, from C on the JSON in pieces, as `_forms` has it. */
export function stateSheet(rows: readonly LiveStateRow[]): PlanSheet {
  return {
    key: 'state',
    name: stateTab,
    hidden: true,
    protect: true,
    columns: [{ width: 14 }, { width: 30 }, { width: 60 }],
    rows: rows.map(([kind, key, content]) => ({
      height: 15,
      cells: [kind, key, ...chunksOf(JSON.stringify(content))].map((value, i) => ({
        column: i + 1,
        value,
        format: 'text' as const,
      })),
    })),
    print: { orientation: 'portrait' },
  };
}
