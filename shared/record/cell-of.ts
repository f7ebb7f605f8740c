import type { Place } from '../issue/issue.ts';
import type { RecordRow } from './record.ts';

/** Where a field of a row stands: its own cell where the reader kept it, else the first filled one. */
export function cellOf({ place, cells }: RecordRow, field: string): Place {
  const cell = cells?.[field];
  return cell === undefined ? place : { ...place, cell };
}
