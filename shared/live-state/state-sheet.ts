import type { PlanSheet } from '../plan/plan.ts';
import { chunksOf } from '../template/forms-sheet.ts';
import { type LiveStateRow, stateTab } from './live-state.ts';
import { stateKey } from './state-key.ts';

/**
 * The hidden tab `_state`: A kind, B key, from C on the JSON in pieces, as `_forms` has it. `book`: id of the spreadsheet in
 * which it will stand.
 */
export function stateSheet(given: readonly LiveStateRow[], book?: string): PlanSheet {
  const rows: readonly LiveStateRow[] = book === undefined ? given : [['book', '', { id: book }], ...given];
  return {
    key: stateKey,
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
