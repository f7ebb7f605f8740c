import type { DuckDBValue } from '@duckdb/node-api';
import type { Place } from '../../../shared/issue/issue.ts';
import type { Observation, ObservationStatus } from '../../../shared/observation/observation.ts';
import type { SourceObservations } from '../store.ts';
import type { Database } from './database.ts';
import { type Moment, now } from './moment.ts';
import type { PlaceColumns, PlaceSource } from './place.ts';
import type { Terms } from './terms.ts';

/** Status of a value that a newer version of its file no longer has at all. */
export const removed = 'removed';

/** The last event of one value of one source. */
export interface ValueState extends PlaceColumns {
  readonly seq: number;
  readonly ordinal: number;
  readonly unit: number;
  readonly element: number;
  readonly period: number;
  readonly status: string;
  readonly value: number | string | undefined;
  readonly raw: string | undefined;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const columns = 'seq, ordinal, unit, element, period, status, number, text, raw, file, tab, cell, line, gid';

const word = (terms: Terms, number: DuckDBValue | undefined): string | null =>
  typeof number === 'number' ? terms.text(number) : null;

/** Every value the source ever gave, as it stands now, removed ones included. */
export async function valueStates(db: Database, terms: Terms, source: number): Promise<ValueState[]> {
  const states: ValueState[] = [];
  await db.chunks(`SELECT ${columns} FROM observation_state WHERE source = $1`, [source], (c, rows) => {
    for (let i = 0; i < rows; i++) {
      states.push({
        seq: c[0]![i] as number,
        ordinal: c[1]![i] as number,
        unit: c[2]![i] as number,
        element: c[3]![i] as number,
        period: c[4]![i] as number,
        status: terms.text(c[5]![i] as number),
        value: (c[6]![i] as number | null) ?? (c[7]![i] as string | null) ?? undefined,
        raw: (c[8]![i] as string | null) ?? undefined,
        file: word(terms, c[9]![i]),
        tab: word(terms, c[10]![i]),
        cell: word(terms, c[11]![i]),
        line: c[12]![i] as number | null,
        gid: c[13]![i] as number | null,
      });
    }
  });
  return states;
}

/** The latest state of every value of every source that is not withdrawn. */
export async function observations(
  db: Database,
  terms: Terms,
  moment: Moment = now,
): Promise<SourceObservations[]> {
  const counted = await db.rows(
    `SELECT source, path, title FROM ${moment.source} WHERE state <> 'withdrawn' ORDER BY source`,
  );
  const files = new Map(counted.map((row) => [row.source as number, row as unknown as PlaceSource]));
  const bySource = new Map<number, Observation[]>([...files.keys()].map((id) => [id, []]));
  const sql = `SELECT source, ${columns.slice('seq, ordinal, '.length)} FROM ${moment.observationState}
    WHERE status <> $1 AND source IN (SELECT source FROM ${moment.source} WHERE state <> 'withdrawn')
    ORDER BY source, ordinal`;
  await db.chunks(sql, [terms.find(removed)], (c, rows) => {
    for (let i = 0; i < rows; i++) {
      const source = c[0]![i] as number;
      const file = word(terms, c[8]![i]);
      // written out, not spread: this runs millions of times
      const of = files.get(source)!;
      const place: Writable<Place> = { file: file ?? of.path };
      if (file === null && of.title !== null) place.title = of.title;
      const tab = word(terms, c[9]![i]);
      if (tab !== null) place.tab = tab;
      const gid = c[12]![i] as number | null;
      if (gid !== null) place.gid = gid;
      const cell = word(terms, c[10]![i]);
      if (cell !== null) place.cell = cell;
      const line = c[11]![i] as number | null;
      if (line !== null) place.line = line;
      const observation: Writable<Observation> = {
        unit: terms.text(c[1]![i] as number),
        element: terms.text(c[2]![i] as number),
        period: terms.text(c[3]![i] as number),
        status: terms.text(c[4]![i] as number) as ObservationStatus,
        place,
      };
      const value = (c[5]![i] as number | null) ?? (c[6]![i] as string | null);
      if (value !== null) observation.value = value;
      const raw = c[7]![i] as string | null;
      if (raw !== null) observation.raw = raw;
      bySource.get(source)!.push(observation);
    }
  });
  return [...bySource].map(([sourceId, list]) => ({ sourceId, observations: list }));
}
