import { formatPlace } from '../../../shared/issue/issue.ts';
import type { ObservationEvent } from '../store.ts';
import type { Database, Row } from './database.ts';
import { type PlaceColumns, type PlaceSource, toPlace } from './place.ts';

const answer = (
  status: unknown,
  number: unknown,
  text: unknown,
): { status: string; value?: number | string } => {
  const value = (number ?? text) as number | string | null;
  return { status: status as string, ...(value === null ? {} : { value }) };
};

/** What one value was and became, oldest first; events that only tell of a new place are left out. */
export async function history(
  db: Database,
  unit: string,
  element: string,
  period: string,
): Promise<ObservationEvent[]> {
  const rows = await db.rows(
    `SELECT * FROM observation_history
      WHERE unit = $1 AND element = $2 AND period = $3 AND NOT moved ORDER BY seq`,
    [unit, element, period],
  );
  return rows.map(toEvent);
}

const toEvent = (row: Row): ObservationEvent => ({
  seq: row.seq as number,
  run: row.run as number,
  source: row.path as string,
  unit: row.unit as string,
  element: row.element as string,
  period: row.period as string,
  ...(row.before_status === null
    ? {}
    : { before: answer(row.before_status, row.before_number, row.before_text) }),
  after: answer(row.status, row.number, row.text),
  ...(row.raw === null ? {} : { raw: row.raw as string }),
  place: formatPlace(toPlace(row as unknown as PlaceColumns, row as unknown as PlaceSource)),
});
