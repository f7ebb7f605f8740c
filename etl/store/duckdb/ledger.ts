import { RunNotOpen } from '../errors.ts';
import type { Night, RunRecord } from '../store.ts';
import type { Database } from './database.ts';

/** Begins a run or takes up the one that was interrupted, which then carries the new date. */
export async function beginRun(db: Database, date: string): Promise<{ id: number; resumed: boolean }> {
  const [open] = await db.rows(
    'SELECT max(run) AS run FROM run_start WHERE run NOT IN (SELECT run FROM run_finish)',
  );
  const resumed = typeof open?.run === 'number';
  const id = resumed
    ? (open.run as number)
    : (await count(db, 'SELECT coalesce(max(run), 0) AS n FROM run_start')) + 1;
  await db.run('INSERT INTO run_start VALUES ($1, $2, $3)', [id, date, BigInt(Date.now())]);
  return { id, resumed };
}

export async function finishRun(db: Database, id: number, summary: string, changed: boolean): Promise<void> {
  await requireOpenRun(db, id);
  await db.run('INSERT INTO run_finish VALUES ($1, $2, $3)', [id, summary, changed]);
}

/** All runs in order of id; of a run that was interrupted, the last date. */
export async function runs(db: Database): Promise<RunRecord[]> {
  const rows = await db.rows(
    `SELECT s.run, last(s.date ORDER BY s.rowid) AS date, any_value(f.summary) AS summary,
      coalesce(any_value(f.changed), false) AS changed, count(f.run) > 0 AS finished
    FROM run_start s LEFT JOIN run_finish f ON f.run = s.run GROUP BY s.run ORDER BY s.run`,
  );
  return rows.map((row) => ({
    id: row.run as number,
    date: row.date as string,
    state: row.finished ? ('finished' as const) : ('started' as const),
    ...(row.finished ? { summary: row.summary as string } : {}),
    changed: row.changed as boolean,
  }));
}

export async function completeRun(db: Database, id: number): Promise<void> {
  await db.run('INSERT INTO run_complete VALUES ($1)', [id]);
}

/** Complete runs in order of id; of one that was interrupted, the last start. */
export async function nights(db: Database): Promise<Night[]> {
  const rows = await db.rows(
    `SELECT last(date ORDER BY rowid) AS date, last(started_at ORDER BY rowid) AS started
    FROM run_start WHERE run IN (SELECT run FROM run_complete) AND started_at IS NOT NULL
    GROUP BY run ORDER BY run`,
  );
  return rows.map((row) => ({ date: row.date as string, startedAt: row.started as number }));
}

/** Finished runs so far: the number that files first seen from now on share until the next run is finished. */
export const epoch = (db: Database): Promise<number> => count(db, 'SELECT count(*) AS n FROM run_finish');

export async function requireOpenRun(db: Database, id: number): Promise<void> {
  const sql = `SELECT count(*) AS n FROM run_start WHERE run = $1 AND run NOT IN (SELECT run FROM run_finish)`;
  const [row] = await db.rows(sql, [id]);
  if (row?.n === 0) throw new RunNotOpen(`run ${id} is not open`);
}

async function count(db: Database, sql: string): Promise<number> {
  const [row] = await db.rows(sql);
  return row?.n as number;
}
