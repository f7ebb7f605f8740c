/** The tables to read for one moment of the store's life: names of views, or subqueries in parentheses. */
export interface Moment {
  readonly source: string;
  readonly observationState: string;
}

export const now: Moment = { source: 'source', observationState: 'observation_state' };

/** As if the run had not begun. A move belongs to no run: it changes no value. */
export function before(run: number): Moment {
  if (!Number.isInteger(run)) throw new RangeError(`not a run: ${run}`);
  return {
    source: `(SELECT * FROM source_event WHERE seq IN
      (SELECT max(seq) FROM source_event WHERE run IS NULL OR run < ${run} GROUP BY source)
      AND source IN (SELECT source FROM source_event WHERE run < ${run}))`,
    observationState: `(SELECT * FROM observation_event e WHERE e.run < ${run} AND NOT EXISTS
      (SELECT 1 FROM observation_event later WHERE later.replaces = e.seq AND later.run < ${run}))`,
  };
}
