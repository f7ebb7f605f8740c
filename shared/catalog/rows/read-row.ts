import type * as z from 'zod/mini';
import type { FaultList } from '../fault.ts';
import type { FieldFault } from '../field.ts';
import type { EffectiveRow } from '../merge-tables.ts';
import type { Origin } from '../types.ts';

/** Where a row stands. */
export const originOf = (entry: EffectiveRow): Origin => ({ file: entry.table.file, line: entry.row.line });

/**
 * Reads one row through the schema of its kind: every bad cell is a fault of its own, and a row with any is not
 * used. What a missing column leaves empty is not reported again: the header's fault says it.
 */
export function readRow<T>(
  entry: EffectiveRow,
  columns: readonly string[],
  schema: z.ZodMiniType<T>,
  faults: FaultList,
): T | undefined {
  const values: Record<string, string> = {};
  for (const column of columns) values[column] = entry.row.columns[column] ?? '';
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const column = String(issue.path[0] ?? '');
    if (issue.code !== 'custom' || !entry.table.header.includes(column)) continue;
    const fault = issue.params as unknown as FieldFault;
    faults.push({ ...originOf(entry), code: fault.code, column, params: fault.params });
  }
  return undefined;
}
